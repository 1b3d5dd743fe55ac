// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/edition.h"

#include "base/text.h"
#include "staticsite/stylesheet.h"
#include "timing/zone.h"

#include <algorithm>

namespace staticsite {

using namespace Qt::StringLiterals;
using base::Instant;
using publish::Thread;

namespace {

bool isEnglish(const QString &language)
{
    return language.isEmpty() || QLocale(language).language() == QLocale::English;
}

QTimeZone zoneOf(const publish::Page &page)
{
    return timing::zoneByName(page.zone).value_or(QTimeZone::utc());
}

} // namespace

Edition::Edition(publish::Page page, Instant now)
    : m_page(std::move(page))
    , m_now(now)
    , m_speaksItsLanguage(isEnglish(m_page.language))
    , m_times(zoneOf(m_page), QLocale(m_page.language))
    , m_timesAmongWords(zoneOf(m_page), QLocale(m_speaksItsLanguage ? m_page.language : u"en-GB"_s))
    , m_threads(publish::newestFirst(m_page))
    , m_overview(publish::overviewOf(m_page, m_threads))
    , m_trouble(m_threads, m_times.startOf(m_times.day(now).addDays(1 - shownDays)), now)
    , m_assetMark(staticsite::assetMark(m_page.look))
{
    gatherMonths();
    gatherComponents();
    gatherTimes();
}

/// The calendar is asked once a month, not once a thread: they are in order already.
void Edition::gatherMonths()
{
    std::vector<const Thread *> *threads = nullptr;
    Instant begin = Instant::max();
    for (const Thread *thread : m_threads) {
        const Instant at = publish::beginningOf(*thread);
        if (!threads || at < begin) {
            const QDate day = m_times.day(at);
            begin = m_times.startOf(QDate(day.year(), day.month(), 1));
            threads = &m_months[monthOf(*thread)];
        }
        threads->push_back(thread);
    }
}

const Thread *Edition::thread(const QString &key) const
{
    const auto found = std::ranges::find(m_threads, key, &Thread::key);
    return found == m_threads.end() ? nullptr : *found;
}

const std::vector<const Thread *> &Edition::threadsOf(const QString &component) const
{
    static const std::vector<const Thread *> none;
    const auto found = m_byComponent.find(component);
    return found == m_byComponent.end() ? none : found->second;
}

QString Edition::monthOf(const Thread &thread) const
{
    return m_times.day(publish::beginningOf(thread)).toString(u"yyyy-MM"_s);
}

void Edition::gatherComponents()
{
    for (const Thread *thread : m_threads) {
        for (const publish::ComponentEffect &effect : thread->components)
            m_byComponent[effect.name].push_back(thread);
    }
    m_components = m_overview.components;
    for (const auto &[name, threads] : m_byComponent) {
        const bool shown =
            std::ranges::any_of(m_overview.components, [&](const publish::ComponentNow &now) {
                return now.component.name == name;
            });
        if (!shown)
            m_components.push_back({{name, {}, {}}, publish::ComponentState::Operational});
    }
}

void Edition::gatherTimes()
{
    Instant newest = m_page.since.value_or(Instant());
    for (const publish::Component &component : m_page.components)
        newest = std::max(newest, component.since.value_or(newest));
    m_firstPublished = Instant::max();
    for (const Thread *thread : m_threads) {
        newest = std::max(newest, thread->changedAt());
        m_firstPublished = std::min(m_firstPublished, thread->publishedAt());
        for (const publish::Update &update : thread->updates) {
            for (const publish::ComponentEffect &effect : update.components) {
                Instant &changed = m_componentChanged[effect.name];
                changed = std::max(changed, update.changedAt());
            }
        }
    }
    m_changedAt = newest == Instant() ? m_now : newest;
    m_firstPublished = std::min(m_firstPublished, m_changedAt);
}

Instant Edition::createdAt(const publish::Component &component) const
{
    const auto since = component.since ? component.since : m_page.since;
    return since.value_or(m_firstPublished);
}

Instant Edition::changedAt(const publish::Component &component) const
{
    const auto changed = m_componentChanged.find(component.name);
    const Instant created = createdAt(component);
    return changed == m_componentChanged.end() ? created : std::max(created, changed->second);
}

QString Edition::address(const QString &path) const
{
    const bool closed = m_page.url.isEmpty() || m_page.url.endsWith(u'/');
    return (closed ? m_page.url : m_page.url + u'/') + path;
}

QString threadPath(const Thread &thread)
{
    return u"incidents/%1.html"_s.arg(thread.permalink);
}

QString monthPath(const QString &month)
{
    return u"history/%1.html"_s.arg(month);
}

QString componentPath(const QString &name)
{
    return u"components/%1-%2.html"_s.arg(base::slug(name), publish::componentId(name).left(8));
}

QString searchPath(const QString &year)
{
    return u"search/%1.json"_s.arg(year);
}

} // namespace staticsite
