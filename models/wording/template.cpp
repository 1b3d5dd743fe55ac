// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/template.h"

#include "wording/templatereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

void loadTemplates()
{
    // The templates are in a static library: the linker keeps only what is asked for by name.
    Q_INIT_RESOURCE(templates);
}

namespace wording {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr auto endOfLicence = "GPL-3.0-or-later\n#\n"_L1;

const QString folder = u":/wording/templates"_s;

/// Spaces that a phrase left behind when it was not said.
QString tidy(const QString &text)
{
    static constexpr QStringView closing = u".,;:!?)";
    QString out;
    for (const QChar c : text) {
        if (c.isSpace() && (out.isEmpty() || out.back().isSpace()))
            continue;
        if (closing.contains(c) && out.endsWith(u' '))
            out.chop(1);
        out += c;
    }
    return out.trimmed();
}

void collect(const std::vector<Phrase> &choice, std::set<QString> &names)
{
    for (const Phrase &phrase : choice) {
        for (const Phrase::Condition &condition : phrase.conditions)
            names.insert(condition.name);
        for (const Phrase::Part &part : phrase.parts) {
            if (part.kind == Phrase::Part::Field)
                names.insert(part.text);
            collect(part.choice, names);
        }
    }
}

Template load(const QString &name)
{
    const auto parsed = Template::parse(builtInText(name));
    if (!parsed)
        qFatal("template %s: %s", qPrintable(name), qPrintable(parsed.error().text));
    return *parsed;
}

std::map<QString, Template> loadAll()
{
    std::map<QString, Template> all;
    for (const QString &name : templateNames())
        all.emplace(name, load(name));
    return all;
}

} // namespace

QString TemplateProblem::located() const
{
    return QCoreApplication::translate("wording", "Line %1, column %2: %3")
        .arg(QString::number(line), QString::number(column), sentence);
}

Result<Template> Template::parse(QStringView text)
{
    TemplateReader reader(text);
    for (const TemplateProblem &problem : reader.problems()) {
        if (problem.isFatal)
            return base::fail(base::ErrorKind::Format, problem.located());
    }
    return reader.take();
}

std::vector<TemplateProblem> Template::problems(QStringView text)
{
    return TemplateReader(text).problems();
}

const Template &Template::builtIn(const QString &name)
{
    static const std::map<QString, Template> all = loadAll();
    const auto found = all.find(name);
    if (found == all.end())
        qFatal("there is no template %s", qPrintable(name));
    return found->second;
}

QString Template::title(const TemplateFields &fields) const
{
    return tidy(PhraseFiller(fields).say(m_title).value_or(QString()));
}

QString Template::body(const TemplateFields &fields) const
{
    PhraseFiller filler(fields);
    QStringList paragraphs;
    qsizetype length = 0;
    for (const std::vector<Line> &lines : m_paragraphs) {
        QStringList sentences;
        for (const Line &line : lines) {
            if (length > PhraseFiller::longest)
                break;
            sentences += filler.say(line).value_or(QString());
            length += sentences.back().size();
        }
        const QString paragraph = tidy(sentences.join(u' '));
        if (!paragraph.isEmpty())
            paragraphs += paragraph;
    }
    return paragraphs.join("\n\n"_L1);
}

std::set<QString> Template::names() const
{
    std::set<QString> names;
    collect(m_title, names);
    for (const std::vector<Line> &lines : m_paragraphs) {
        for (const Line &line : lines)
            collect(line, names);
    }
    return names;
}

QStringList templateNames()
{
    loadTemplates();
    QStringList names = QDir(folder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    names.replaceInStrings(u".txt"_s, QString());
    return names;
}

QString builtInText(const QString &name)
{
    loadTemplates();
    QFile file(folder + u'/' + name + ".txt"_L1);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("template %s cannot be opened", qPrintable(name));
    const QString text = QString::fromUtf8(file.readAll());
    // The licence is the file's, and no part of what a user edits.
    return text.mid(text.indexOf(endOfLicence) + endOfLicence.size());
}

} // namespace wording
