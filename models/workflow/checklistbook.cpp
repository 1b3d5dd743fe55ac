// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/checklistbook.h"

#include "incident/builtinchecklists.h"
#include "incident/checklistfile.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::fail;
using incident::Checklist;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

const QStringList builtIn{u"unplanned"_s, u"maintenance"_s, incident::thirdPartyList,
                          u"retrospective"_s};
constexpr qsizetype longestName = 60;

/// What can be the name of a file everywhere, and of no other folder.
bool isUsable(const QString &name)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    };
    return !name.isEmpty() && name.size() <= longestName && std::ranges::all_of(name, fits);
}

Done notStored(const QString &path, const QString &why)
{
    return fail(ErrorKind::Storage,
                Words::tr("The checklist could not be stored in %1: %2.").arg(path, why));
}

void warn(const QString &name, const base::Error &error)
{
    qWarning("%s The checklist %s is left out.", qUtf8Printable(error.text), qUtf8Printable(name));
}

} // namespace

ChecklistBook::ChecklistBook(const QString &dataDir)
    : m_folder(QDir(dataDir).filePath(u"checklists"_s))
{}

QString ChecklistBook::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(name + ".json"_L1);
}

QStringList ChecklistBook::ownNames() const
{
    QStringList names;
    const auto files = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names << file.chopped(5);
    return names;
}

bool ChecklistBook::isBuiltIn(const QString &name) const
{
    return builtIn.contains(name);
}

bool ChecklistBook::isOwn(const QString &name) const
{
    return QFile::exists(pathOf(name));
}

base::Result<Checklist> ChecklistBook::load(const QString &name) const
{
    QFile file(pathOf(name));
    if (!file.exists()) {
        Checklist list = incident::builtinChecklist(name, QLocale());
        if (list.steps.empty())
            return fail(ErrorKind::NotFound, Words::tr("There is no checklist “%1”.").arg(name));
        return list;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorKind::Storage,
            Words::tr("The file %1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    }
    const QByteArray json = file.read(longest + 1);
    if (json.size() > longest) {
        return fail(ErrorKind::Format,
                    Words::tr("The file %1 is too long for a checklist.").arg(file.fileName()));
    }
    auto list = incident::checklistFromFile(json);
    if (list)
        list->name = name; // the file's name counts
    return list;
}

Checklist ChecklistBook::inForce(const QString &name, incident::Kind kind,
                                 const QStringList &components) const
{
    const auto list = load(name);
    if (list && incident::isFor(*list, kind, components))
        return *list;
    if (!list)
        warn(name, list.error());
    return incident::builtinChecklist(name, QLocale());
}

Checklist ChecklistBook::listFor(incident::Kind kind, incident::EntryMode entry,
                                 const QStringList &components) const
{
    const QString name = incident::checklistNameFor(kind, entry);
    Checklist list = inForce(name, kind, components);
    for (const QString &other : ownNames()) {
        // What is over has nothing left to be done by hand, and no remedy may touch it.
        if (isBuiltIn(other) || entry == incident::EntryMode::Retrospective)
            continue;
        const auto more = load(other);
        if (!more)
            warn(other, more.error());
        else if (incident::isFor(*more, kind, components))
            list = incident::extended(std::move(list), *more);
    }
    // Planned work has no provider to wait for.
    if (name == u"maintenance"_s)
        return list;
    return incident::joined(std::move(list), inForce(incident::thirdPartyList, kind, components));
}

std::vector<ChecklistBook::Entry> ChecklistBook::entries() const
{
    std::vector<Entry> entries;
    const auto add = [&](const QString &name) {
        entries.push_back(
            {name, isBuiltIn(name), isOwn(name), load(name).value_or(Checklist()).title});
    };
    std::ranges::for_each(builtIn, add);
    for (const QString &name : ownNames()) {
        if (!isBuiltIn(name))
            add(name);
    }
    return entries;
}

Done ChecklistBook::save(const Checklist &list) const
{
    if (!isUsable(list.name)) {
        return fail(ErrorKind::Input, Words::tr("The name of a list is made of small letters, "
                                                "digits and hyphens. Choose another one."));
    }
    const auto problems = incident::problemsOf(list);
    if (!problems.empty()) {
        return fail(ErrorKind::Input,
                    Words::tr("This cannot be saved yet. %1").arg(problems.front().located()));
    }
    const QByteArray bytes = incident::toFile(list);
    if (bytes.size() > longest)
        return fail(ErrorKind::Input, Words::tr("The list is too long. Shorten its texts."));
    if (!QDir().mkpath(m_folder))
        return notStored(m_folder, Words::tr("the folder cannot be made"));
    QSaveFile file(pathOf(list.name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notStored(file.fileName(), file.errorString());
    return {};
}

Done ChecklistBook::remove(const QString &name) const
{
    QFile file(pathOf(name));
    if (file.exists() && !file.remove())
        return notStored(file.fileName(), file.errorString());
    return {};
}

QString ChecklistBook::freeName(const QString &title) const
{
    QString name;
    for (const QChar c : title.toLower().normalized(QString::NormalizationForm_KD)) {
        if (isUsable(c))
            name += c;
        else if (c.isSpace() && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name = name.left(longestName / 2);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = u"list"_s;
    QString free = name;
    for (int number = 2; isBuiltIn(free) || isOwn(free); ++number)
        free = u"%1-%2"_s.arg(name).arg(number);
    return free;
}

} // namespace workflow
