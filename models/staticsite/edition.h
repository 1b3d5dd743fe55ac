// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/overview.h"
#include "staticsite/days.h"
#include "staticsite/times.h"

#include <map>

namespace staticsite {

/// All that one build of the site is made from: the page, put in order, at one moment.
class Edition
{
public:
    Edition(publish::Page page, base::Instant now);
    Edition(const Edition &) = delete;
    Edition &operator=(const Edition &) = delete;

    [[nodiscard]] const publish::Page &page() const { return m_page; }
    [[nodiscard]] const publish::Overview &overview() const { return m_overview; }
    [[nodiscard]] base::Instant now() const { return m_now; }
    /// In the language of the page: what stands by itself.
    [[nodiscard]] const Times &times() const { return m_times; }
    /// In the language of our own words: what stands among them.
    [[nodiscard]] const Times &timesAmongWords() const { return m_timesAmongWords; }
    /// Whether our own words, which there are in English only, are in the language of the page.
    [[nodiscard]] bool speaksItsLanguage() const { return m_speaksItsLanguage; }
    [[nodiscard]] const TroubleByComponent &trouble() const { return m_trouble; }

    /// Newest beginning first; only those with updates.
    [[nodiscard]] const std::vector<const publish::Thread *> &threads() const { return m_threads; }
    /// Null if it has no public update.
    [[nodiscard]] const publish::Thread *thread(const QString &key) const;
    /// By month in the page's zone ("2026-11").
    [[nodiscard]] const std::map<QString, std::vector<const publish::Thread *>> &months() const
    {
        return m_months;
    }
    /// Those of the overview, and after them all that were ever affected. Each has a page.
    [[nodiscard]] const std::vector<publish::ComponentNow> &components() const
    {
        return m_components;
    }
    /// Those that affected a component, newest beginning first.
    [[nodiscard]] const std::vector<const publish::Thread *> &
    threadsOf(const QString &component) const;
    [[nodiscard]] QString monthOf(const publish::Thread &thread) const;
    /// When anything that the site tells was last changed.
    [[nodiscard]] base::Instant changedAt() const { return m_changedAt; }
    /// When records of a component began, and when readers were last told something of it.
    [[nodiscard]] base::Instant createdAt(const publish::Component &component) const;
    [[nodiscard]] base::Instant changedAt(const publish::Component &component) const;

    /// See stylesheet.h.
    [[nodiscard]] const QString &assetMark() const { return m_assetMark; }
    /// The address of a file of the site: absolute if the page's own address is known.
    [[nodiscard]] QString address(const QString &path) const;

private:
    void gatherMonths();
    void gatherTimes();
    void gatherComponents();

    publish::Page m_page;
    base::Instant m_now;
    bool m_speaksItsLanguage;
    Times m_times;
    Times m_timesAmongWords;
    std::vector<const publish::Thread *> m_threads;
    publish::Overview m_overview;
    std::map<QString, std::vector<const publish::Thread *>> m_months;
    std::map<QString, std::vector<const publish::Thread *>> m_byComponent;
    std::vector<publish::ComponentNow> m_components;
    TroubleByComponent m_trouble;
    QString m_assetMark;
    base::Instant m_changedAt{};
    base::Instant m_firstPublished{};
    std::map<QString, base::Instant> m_componentChanged;
};

/// "incidents/2026-11-22-images-are-not-loading-1a2b3c4d.html"
[[nodiscard]] QString threadPath(const publish::Thread &thread);
/// "history/2026-11.html"
[[nodiscard]] QString monthPath(const QString &month);
/// "components/item-pages-0a1b2c3d.html"
[[nodiscard]] QString componentPath(const QString &name);
/// "search/2026.json"
[[nodiscard]] QString searchPath(const QString &year);

} // namespace staticsite
