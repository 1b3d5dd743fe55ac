// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/postmortemplaces.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "publish/threadof.h"

namespace workflow {

using base::Done;

std::vector<PostmortemPlace> postmortemPlaces(const Publishing &publishing,
                                              const incident::Incident &incident)
{
    std::vector<PostmortemPlace> places;
    const QStringList shown = incident.publicTargets();
    for (const auto &[name, page] : publishing.pages()) {
        if (shown.contains(name) && page->capabilities().keepsPostmortems)
            places.push_back({name, page->label(), page->whoIsNotified()});
    }
    return places;
}

QFuture<Done> putPostmortem(Desk &desk, Publishing &publishing, const incident::Incident &incident,
                            const QString &place, const publish::PostmortemText &text)
{
    const auto page = publishing.pages().find(place);
    if (page == publishing.pages().end()) {
        return base::ready<Done>(base::fail(
            base::ErrorKind::NotFound,
            Desk::tr("There is no place “%1”. “target list” names those there are.").arg(place)));
    }
    const QString label = page->second->label();
    const QString note = text.body.isEmpty()
                             ? Desk::tr("The postmortem was taken away from %1.").arg(label)
                             : Desk::tr("The postmortem was put on %1.").arg(label);
    const auto promise = base::promised<Done>();
    base::whenFinished(
        &desk, page->second->putPostmortem(publish::threadOf(incident, {}, place), text),
        [&desk, id = incident.id, note, promise](const Done &done) {
            const auto noted = done ? desk.run(id, incident::AddNote{note, {}})
                                    : base::Result<incident::Incident>(base::passOn(done));
            base::keep(*promise, noted ? Done() : Done(base::passOn(noted)));
        });
    return promise->future();
}

} // namespace workflow
