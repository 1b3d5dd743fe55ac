// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/build.h"

#include "staticsite/sitefiles.h"
#include "staticsite/threadstamp.h"

#include <algorithm>
#include <QCoreApplication>

namespace staticsite {

using base::Done;
using publish::Thread;

namespace {

using Threads = std::map<QString, Manifest::Written>;

Threads threadsOf(const Edition &edition)
{
    Threads written;
    for (const auto &[month, threads] : edition.months()) {
        for (const Thread *thread : threads)
            written[thread->key] = {month, stampOf(*thread)};
    }
    return written;
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
    std::vector<QString> stale;
    std::ranges::set_difference(folder.manifest().files, wanted, std::back_inserter(stale));
    for (const QString &file : stale) {
        if (const Done done = folder.remove(file); !done)
            return base::passOn(done);
    }
    return int(stale.size());
}

tl::unexpected<base::Error> stopped()
{
    return base::fail(base::ErrorKind::Cancelled,
                      QCoreApplication::translate(
                          "StatusSite", "Writing the status site was stopped. Readers have whole "
                                        "pages; the rest is written next time."));
}

/// What the manifest says when the edition stands there whole.
Manifest manifestOf(const Edition &edition, QString fingerprint)
{
    return {true, std::move(fingerprint), pathsOf(edition), threadsOf(edition)};
}

/// The manifest names every file before it is written, and is complete only when all are.
base::Result<BuildReport> build(SiteFolder &folder, const Edition &edition, const Scope &scope,
                                Manifest whole, const Progress &progress,
                                const std::stop_token &stop)
{
    const std::set<QString> &wanted = whole.files;
    Manifest manifest = folder.manifest();
    manifest.complete = false;
    manifest.files.insert(wanted.begin(), wanted.end());
    if (const Done done = folder.saveManifest(std::move(manifest)); !done)
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

    if (const Done done = folder.saveManifest(std::move(whole)); !done)
        return base::passOn(done);
    return report;
}

} // namespace

base::Result<BuildReport> buildAll(SiteFolder &folder, const Edition &edition,
                                   const Progress &progress, const std::stop_token &stop)
{
    return build(folder, edition, Scope{true, {}, {}},
                 manifestOf(edition, fingerprintOf(edition.page())), progress, stop);
}

base::Result<BuildReport> buildChanges(SiteFolder &folder, const Edition &edition)
{
    const Manifest &before = folder.manifest();
    Manifest whole = manifestOf(edition, fingerprintOf(edition.page()));
    Scope scope{true, {}, {}};
    if (before.complete && before.fingerprint == whole.fingerprint)
        scope = differenceOf(before.threads, whole.threads);
    return build(folder, edition, scope, std::move(whole), {}, {});
}

} // namespace staticsite
