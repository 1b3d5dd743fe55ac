// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/promisekept.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow::PromiseKept)
};

} // namespace

std::vector<int> updatesSince(const incident::Incident &incident, const QString &promise)
{
    const incident::Promise *made = incident.promise(promise);
    std::vector<int> numbers;
    if (!made)
        return numbers;
    const incident::PostRevision *own = incident.post(made->revision);
    for (const incident::PostRevision &post : incident.posts) {
        const bool isLater = own ? post.number > own->number : post.written >= made->made;
        if (post.replaces.isEmpty() && !post.seen.empty() && isLater)
            numbers.push_back(post.number);
    }
    return numbers;
}

base::Result<incident::SettlePromise> keptByUpdate(const incident::Incident &incident,
                                                   const QString &promise, int number)
{
    const std::vector<int> numbers = updatesSince(incident, promise);
    if (std::ranges::find(numbers, number) == numbers.end()) {
        return base::fail(base::ErrorKind::NotFound,
                          Words::tr("There is no update %1 that readers have seen since this was "
                                    "promised. Say in a note how it was kept.")
                              .arg(number));
    }
    return incident::SettlePromise{promise, incident::PromiseStatus::Kept,
                                   Words::tr("kept by update %1").arg(number)};
}

} // namespace workflow
