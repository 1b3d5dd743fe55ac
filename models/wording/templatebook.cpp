// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/templatebook.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace wording {

using base::Done;
using base::ErrorKind;
using base::fail;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString tooLong()
{
    return Words::tr("The text is too long; a template holds %1 kB.")
        .arg(TemplateBook::longest / 1024);
}

Done notStored(const QString &path, const QString &why)
{
    return fail(ErrorKind::Storage,
                Words::tr("The template could not be stored in %1: %2.").arg(path, why));
}

bool isFatal(const TemplateProblem &problem)
{
    return problem.isFatal;
}

} // namespace

TemplateBook::TemplateBook(QString folder)
    : m_folder(std::move(folder))
{}

QString TemplateBook::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(name + ".txt"_L1);
}

const TemplateBook::Entry *TemplateBook::entry(const QString &name) const
{
    if (m_folder.isEmpty() || !templateNames().contains(name))
        return nullptr;
    const QFileInfo info(pathOf(name));
    if (!info.isFile()) {
        m_entries.erase(name);
        return nullptr;
    }
    Entry &known = m_entries[name];
    if (known.modified == info.lastModified() && known.size == info.size())
        return &known;
    known = {info.lastModified(), info.size(), {}, {}, {}};
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        known.problems = {{1, 1,
                           Words::tr("The file %1 cannot be read: %2.")
                               .arg(info.filePath(), file.errorString())}};
        return &known;
    }
    known.text = QString::fromUtf8(file.read(longest + 1));
    known.problems = templateProblems(name, known.text);
    if (std::ranges::none_of(known.problems, isFatal)) {
        if (auto parsed = Template::parse(known.text))
            known.parsed = std::move(*parsed);
    }
    return &known;
}

const Template &TemplateBook::get(const QString &name) const
{
    const Entry *own = entry(name);
    return own && own->parsed ? *own->parsed : Template::builtIn(name);
}

QString TemplateBook::text(const QString &name) const
{
    const Entry *own = entry(name);
    return own ? own->text : builtInText(name);
}

bool TemplateBook::isChanged(const QString &name) const
{
    return entry(name) != nullptr;
}

std::vector<TemplateProblem> TemplateBook::problems(const QString &name) const
{
    const Entry *own = entry(name);
    return own ? own->problems : std::vector<TemplateProblem>();
}

bool TemplateBook::isBroken(const QString &name) const
{
    const Entry *own = entry(name);
    return own && !own->parsed;
}

Done TemplateBook::save(const QString &name, const QString &text)
{
    if (m_folder.isEmpty() || !templateNames().contains(name))
        return fail(ErrorKind::Input, Words::tr("There is no template “%1”.").arg(name));
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() > longest)
        return fail(ErrorKind::Input, tooLong());
    if (text == builtInText(name))
        return reset(name);
    if (!QDir().mkpath(m_folder))
        return notStored(m_folder, Words::tr("the folder cannot be made"));
    QSaveFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notStored(file.fileName(), file.errorString());
    m_entries.erase(name);
    return {};
}

Done TemplateBook::reset(const QString &name)
{
    m_entries.erase(name);
    QFile file(pathOf(name));
    if (!m_folder.isEmpty() && file.exists() && !file.remove())
        return notStored(file.fileName(), file.errorString());
    return {};
}

std::vector<TemplateProblem> templateProblems(const QString &name, const QString &text)
{
    if (text.size() > TemplateBook::longest)
        return {{1, 1, tooLong()}};
    auto problems = Template::problems(text);
    const bool isWhole = std::ranges::none_of(problems, isFatal);
    if (isWhole && Template::builtIn(name).hasTitle() && !Template::parse(text)->hasTitle())
        problems.insert(problems.begin(),
                        {1, 1, Words::tr("There is no title; begin a line with “title:”."), false});
    return problems;
}

} // namespace wording
