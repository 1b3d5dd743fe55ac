// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/template.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringList>

void loadTemplates()
{
    // The templates are in a static library: the linker keeps only what is asked for by name.
    Q_INIT_RESOURCE(templates);
}

namespace wording {

using base::ErrorKind;
using base::passOn;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

const QString folder = u":/wording/templates"_s;
constexpr QStringView titleMark = u"title:";

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

base::Error inLine(int number, const base::Error &error)
{
    base::Error located = error;
    located.text = Words::tr("Line %1: %2").arg(QString::number(number), error.text);
    return located;
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
    QFile file(folder + u'/' + name + ".txt"_L1);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("template %s cannot be opened", qPrintable(name));
    const auto parsed = Template::parse(QString::fromUtf8(file.readAll()));
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

Result<Template> Template::parse(QStringView text)
{
    Template result;
    bool startParagraph = true;
    int number = 0;
    for (const QStringView raw : text.split(u'\n')) {
        ++number;
        const QStringView line = raw.trimmed();
        if (line.isEmpty())
            startParagraph = true;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const bool isTitle = line.startsWith(titleMark);
        const bool isMore = line.startsWith(u'|');
        auto choice = parseChoice(line.sliced(isTitle ? titleMark.size() : (isMore ? 1 : 0)));
        if (!choice)
            return tl::make_unexpected(inLine(number, choice.error()));
        const bool opens = startParagraph || result.m_paragraphs.empty();
        if (isMore && opens)
            return tl::make_unexpected(inLine(
                number, {ErrorKind::Format,
                         Words::tr("“|” needs a line before it, of which this is the other way to "
                                   "say it."),
                         {},
                         {}}));
        if (!isTitle && opens)
            result.m_paragraphs.emplace_back();
        if (!isTitle && !isMore)
            result.m_paragraphs.back().emplace_back();
        startParagraph = startParagraph && isTitle;
        Line &target = isTitle ? result.m_title : result.m_paragraphs.back().back();
        std::ranges::move(*choice, std::back_inserter(target));
    }
    return result;
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
    for (const std::vector<Line> &lines : m_paragraphs) {
        QStringList sentences;
        for (const Line &line : lines)
            sentences += filler.say(line).value_or(QString());
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

} // namespace wording
