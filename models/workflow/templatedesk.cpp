// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/templatedesk.h"

#include "wording/example.h"
#include "wording/postfields.h"

#include <algorithm>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Done;

namespace {

constexpr auto autosaveDelay = 600ms;

} // namespace

TemplateDesk::TemplateDesk(Desk &desk, Compose &compose)
    : m_desk(desk)
    , m_compose(compose)
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelay);
    connect(&m_autosave, &QTimer::timeout, this, &TemplateDesk::keepDraft);
}

TemplateDesk::~TemplateDesk()
{
    keepDraft();
}

QString TemplateDesk::draftKey(const QString &name) const
{
    return u"template/"_s + name;
}

void TemplateDesk::choose(const QString &name)
{
    keepDraft();
    m_name = name;
    const auto stored = m_desk.ledger().drafts().load(draftKey(name));
    m_text =
        stored && *stored ? QString::fromUtf8((*stored)->body) : m_compose.templates().text(name);
    emit changed();
}

void TemplateDesk::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_dirty = true;
    if (!m_autosave.isActive())
        m_autosave.start();
}

bool TemplateDesk::isEdited() const
{
    return m_text != m_compose.templates().text(m_name);
}

bool TemplateDesk::isChanged(const QString &name) const
{
    return m_compose.templates().isChanged(name);
}

bool TemplateDesk::hasDraft(const QString &name) const
{
    if (name == m_name)
        return isEdited();
    const auto stored = m_desk.ledger().drafts().load(draftKey(name));
    return stored && *stored;
}

std::vector<wording::TemplateProblem> TemplateDesk::problems() const
{
    return wording::templateProblems(m_name, m_text);
}

incident::Facts TemplateDesk::factsFor(bool ofIncident) const
{
    if (ofIncident && hasIncident())
        return m_compose.facts();
    return wording::exampleFacts(m_name, QString::fromUtf8(m_desk.zone().id()),
                                 m_desk.clock().now());
}

wording::PostText TemplateDesk::preview(bool ofIncident) const
{
    const auto parsed = wording::Template::parse(m_text);
    const wording::Template &text = parsed ? *parsed : m_compose.templates().get(m_name);
    const auto predicted =
        ofIncident && hasIncident() ? wording::lastPrediction(m_compose.incident()) : std::nullopt;
    return wording::sayWith(text, factsFor(ofIncident), m_desk.clock().now(), predicted,
                            m_compose.style());
}

std::map<QString, QString> TemplateDesk::values(bool ofIncident) const
{
    const auto fields = wording::postFields(factsFor(ofIncident), m_desk.clock().now(), {},
                                            m_compose.style().voice);
    std::map<QString, QString> values;
    for (const auto &[name, value] : fields.values)
        values.emplace(name, value.text);
    return values;
}

Done TemplateDesk::save()
{
    for (const wording::TemplateProblem &problem : problems()) {
        if (problem.isFatal)
            return base::fail(base::ErrorKind::Input,
                              tr("This cannot be saved yet. %1").arg(problem.located()));
    }
    if (const Done done = m_compose.templates().save(m_name, m_text); !done)
        return done;
    dropDraft();
    m_compose.takeTemplates();
    emit changed();
    return {};
}

Done TemplateDesk::reset()
{
    if (const Done done = m_compose.templates().reset(m_name); !done)
        return done;
    dropDraft();
    m_text = m_compose.templates().text(m_name);
    m_compose.takeTemplates();
    emit changed();
    return {};
}

void TemplateDesk::giveUp()
{
    dropDraft();
    m_text = m_compose.templates().text(m_name);
    emit changed();
}

void TemplateDesk::keepDraft()
{
    m_autosave.stop();
    if (!m_dirty || m_name.isEmpty())
        return;
    m_dirty = false;
    const Done done = isEdited() ? m_desk.ledger().drafts().save(draftKey(m_name), m_text.toUtf8())
                                 : m_desk.ledger().drafts().drop(draftKey(m_name));
    if (!done)
        emit saveFailed(done.error());
}

void TemplateDesk::dropDraft()
{
    m_autosave.stop();
    m_dirty = false;
    if (const Done done = m_desk.ledger().drafts().drop(draftKey(m_name)); !done)
        emit saveFailed(done.error());
}

} // namespace workflow
