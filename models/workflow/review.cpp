// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/review.h"

#include "base/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;

Result<std::vector<wording::TimelineRow>> timelineOf(Desk &desk, const QString &incidentId)
{
    const auto events = desk.ledger().events(incidentId);
    if (!events)
        return base::passOn(events);
    return wording::timelineOf(*events, desk.zone());
}

Result<wording::Postmortem> postmortemOf(Desk &desk, const QString &incidentId)
{
    const auto incident = desk.load(incidentId);
    if (!incident)
        return base::passOn(incident);
    const auto events = desk.ledger().events(incidentId);
    if (!events)
        return base::passOn(events);
    return wording::postmortemOf(*incident, *events, desk.zone(), desk.clock().now());
}

QString nameOf(PostmortemFormat format)
{
    return format == PostmortemFormat::Html ? u"html"_s : u"md"_s;
}

std::optional<PostmortemFormat> formatNamed(const QString &name)
{
    for (const PostmortemFormat format : {PostmortemFormat::Markdown, PostmortemFormat::Html}) {
        if (name == nameOf(format))
            return format;
    }
    return std::nullopt;
}

QByteArray rendered(const wording::Postmortem &postmortem, PostmortemFormat format)
{
    return (format == PostmortemFormat::Html ? wording::toHtml(postmortem)
                                             : wording::toMarkdown(postmortem))
        .toUtf8();
}

Done exportPostmortem(Desk &desk, const QString &incidentId, PostmortemFormat format,
                      const QString &path)
{
    const auto postmortem = postmortemOf(desk, incidentId);
    if (!postmortem)
        return base::passOn(postmortem);
    const QByteArray bytes = rendered(*postmortem, format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::fail(
            base::ErrorKind::Storage,
            Desk::tr("The postmortem could not be written to %1. Choose a folder that "
                     "can be written and has room.")
                .arg(QDir::toNativeSeparators(path)));
    }
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const auto recorded = desk.run(
        incidentId, incident::RecordExport{nameOf(format), QString::fromLatin1(hash.toHex())});
    return recorded ? Done() : Done(base::passOn(recorded));
}

QString suggestedFileName(const incident::Incident &incident, PostmortemFormat format)
{
    return u"postmortem-%1.%2"_s.arg(base::slug(incident.ref), nameOf(format));
}

} // namespace workflow
