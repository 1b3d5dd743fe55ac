// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/build.h"

#include "staticsite/sitefiles.h"

#include <QCoreApplication>

namespace staticsite {

using base::Done;
using publish::Thread;

namespace {

using Threads = std::map<QString, Manifest::Written>;

Threads threadsOf(const Edition &edition)
{
    Threads threads;
    for (const Thread *thread : edition.threads())
        threads[thread->key] = {edition.monthOf(*thread), stampOf(*thread)};
    return threads;
}

/// Threads that are new, changed or gone, and the months in whose lists they were or are.
Scope differenceOf(const Threads &before, const Threads &after)
{
    Scope scope;
    for (const auto &[key, written] : after) {
        const auto old = before.find(key);
        if (old != before.end() && old->second == written)
            continue;
        scope.threads.insert(key);
        scope.months.insert(written.month);
    }
    for (const auto &[key, written] : before) {
        if (scope.threads.contains(key) || !after.contains(key))
            scope.months.insert(written.month);
    }
    return scope;
}

base::Result<int> removeStale(SiteFolder &folder, const std::set<QString> &wanted)
{
    int removed = 0;
    for (const QString &file : folder.manifest().files) {
        if (wanted.contains(file))
            continue;
        if (const Done done = folder.remove(file); !done)
            return base::passOn(done);
        ++removed;
    }
    return removed;
}

tl::unexpected<base::Error> stopped()
{
    return base::fail(base::ErrorKind::Cancelled,
                      QCoreApplication::translate(
                          "StatusSite", "Writing the status site was stopped. Readers have whole "
                                        "pages; the rest is written next time."));
}

/// The manifest names every file before it is written, and is complete only when all are.
base::Result<BuildReport> build(SiteFolder &folder, const Edition &edition, const Scope &scope,
                                const Progress &progress, const std::stop_token &stop)
{
    const std::set<QString> wanted = pathsOf(edition);
    Manifest manifest = folder.manifest();
    manifest.complete = false;
    manifest.files.insert(wanted.begin(), wanted.end());
    if (const Done done = folder.saveManifest(manifest); !done)
        return base::passOn(done);

    BuildReport report;
    const std::vector<SiteFile> files = filesOf(edition, scope);
    for (const SiteFile &file : files) {
        if (stop.stop_requested())
            return stopped();
        const auto changed = folder.write(file.path, file.render());
        if (!changed)
            return base::passOn(changed);
        ++report.made;
        report.changed += *changed ? 1 : 0;
        if (progress)
            progress(report.made, int(files.size()));
    }
    const auto removed = removeStale(folder, wanted);
    if (!removed)
        return base::passOn(removed);
    report.removed = *removed;

    manifest.complete = true;
    manifest.fingerprint = fingerprintOf(edition.page());
    manifest.files = wanted;
    manifest.threads = threadsOf(edition);
    if (const Done done = folder.saveManifest(manifest); !done)
        return base::passOn(done);
    return report;
}

} // namespace

base::Result<BuildReport> buildAll(SiteFolder &folder, const Edition &edition,
                                   const Progress &progress, const std::stop_token &stop)
{
    return build(folder, edition, Scope{true, {}, {}}, progress, stop);
}

base::Result<BuildReport> buildChanges(SiteFolder &folder, const Edition &edition)
{
    const Manifest &manifest = folder.manifest();
    if (!manifest.complete || manifest.fingerprint != fingerprintOf(edition.page()))
        return buildAll(folder, edition);
    return build(folder, edition, differenceOf(manifest.threads, threadsOf(edition)), {}, {});
}

} // namespace staticsite
