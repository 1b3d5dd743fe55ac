// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/checklistdesk.h"

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using incident::Checklist;

ChecklistDesk::ChecklistDesk(const QString &dataDir)
    : m_book(dataDir)
{}

std::vector<ChecklistBook::Entry> ChecklistDesk::lists() const
{
    auto entries = m_book.entries();
    const bool isKnown =
        std::ranges::find(entries, name(), &ChecklistBook::Entry::name) != entries.end();
    if (!isKnown && !name().isEmpty())
        entries.push_back({name(), false, false, m_list.title});
    return entries;
}

void ChecklistDesk::choose(const QString &name)
{
    const auto loaded = m_book.load(name);
    m_trouble = loaded ? QString() : loaded.error().text;
    m_list = loaded.value_or(Checklist());
    m_list.name = name;
    m_saved = m_list;
    emit changed();
}

void ChecklistDesk::start(Checklist list)
{
    m_trouble.clear();
    list.name = m_book.freeName(list.title);
    list.version = 1;
    m_list = std::move(list);
    m_saved = {};
    emit changed();
}

void ChecklistDesk::begin(const QString &title)
{
    Checklist list;
    list.title = title;
    incident::ChecklistStep step;
    step.id = u"X1"_s;
    step.title = tr("What is to be done");
    step.trigger = incident::Trigger::Active;
    list.steps = {step};
    start(std::move(list));
}

void ChecklistDesk::beginCopy()
{
    Checklist list = m_list;
    //: %1 the title of a checklist
    list.title = tr("%1 (copy)").arg(list.title);
    start(std::move(list));
}

void ChecklistDesk::setList(const Checklist &list)
{
    m_list = list;
}

bool ChecklistDesk::isEdited() const
{
    return m_list != m_saved;
}

std::vector<incident::ChecklistProblem> ChecklistDesk::problems() const
{
    return m_trouble.isEmpty() ? incident::problemsOf(m_list)
                               : std::vector<incident::ChecklistProblem>();
}

Done ChecklistDesk::save()
{
    if (!m_trouble.isEmpty())
        return base::fail(base::ErrorKind::Input, m_trouble);
    Checklist next = m_list;
    if (isOwn())
        ++next.version;
    if (const Done done = m_book.save(next); !done)
        return done;
    m_list = next;
    m_saved = next;
    emit changed();
    return {};
}

Done ChecklistDesk::remove()
{
    if (const Done done = m_book.remove(name()); !done)
        return done;
    choose(isBuiltIn() ? name() : m_book.entries().front().name);
    return {};
}

void ChecklistDesk::giveUp()
{
    choose(m_saved.steps.empty() && !isOwn() ? m_book.entries().front().name : name());
}

QString ChecklistDesk::freeStepId() const
{
    for (int number = 1;; ++number) {
        const QString id = u"X%1"_s.arg(number);
        if (!m_list.step(id))
            return id;
    }
}

} // namespace workflow
