// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sitepage.h"

#include "source/monitorspec.h"
#include "workflow/monitorbook.h"
#include "workflow/sitehistory.h"
#include "workflow/sitelook.h"

#include <QLocale>

namespace workflow {

using base::Result;

namespace {

/// As the user ordered them, then those that monitors and incidents speak of.
QStringList componentNames(Desk &desk, const std::vector<publish::Thread> &threads)
{
    QStringList names = desk.settings().get(settings::components);
    for (const auto &monitor : MonitorBook(desk.settings()).load()) {
        if (monitor && !monitor->component.isEmpty())
            names << monitor->component;
    }
    for (const publish::Thread &thread : threads) {
        for (const publish::ComponentEffect &component : thread.components)
            names << component.name;
    }
    names.removeDuplicates();
    return names;
}

std::optional<base::Instant> since(Desk &desk)
{
    const qint64 seconds = desk.settings().get(settings::siteSince);
    if (seconds <= 0)
        return std::nullopt;
    return base::Instant(base::Span(seconds));
}

} // namespace

Result<publish::Page> sitePage(Desk &desk, const QString &target)
{
    return SiteHistory(desk, target).page();
}

publish::Page sitePageOf(Desk &desk, std::vector<publish::Thread> threads)
{
    publish::Page page;
    page.id = desk.settings().get(settings::siteId);
    page.name = desk.settings().get(settings::serviceName);
    if (page.name.isEmpty())
        page.name = Desk::tr("Our service");
    page.url = desk.settings().get(settings::siteUrl);
    page.zone = QString::fromUtf8(desk.zone().id());
    page.language = desk.settings().get(settings::siteLanguage);
    if (page.language.isEmpty())
        page.language = QLocale().bcp47Name();
    page.footer = desk.settings().get(settings::siteFooter);
    page.look = siteLook(desk);
    page.since = since(desk);
    page.threads = std::move(threads);
    for (const QString &name : componentNames(desk, page.threads))
        page.components.push_back({name, {}, std::nullopt});
    return page;
}

} // namespace workflow
