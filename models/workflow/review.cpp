// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/review.h"

#include "base/text.h"
#include "workflow/exchange.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;

namespace {

QString sectionText(const incident::Incident &incident, const QString &section)
{
    const auto written = incident.sections.find(section);
    return written == incident.sections.end() ? QString() : written->second.trimmed();
}

/// Posts are plain text.
QString plain(QString markdown)
{
    return markdown.remove(u"**"_s).remove(u'`');
}

/// Beside a Markdown file; answers with their names.
Result<QStringList> writePictures(const wording::Postmortem &postmortem, const QString &path)
{
    const QFileInfo text(path);
    QStringList names;
    for (const wording::PostmortemPicture &picture : postmortem.pictures) {
        names += u"%1-%2.svg"_s.arg(base::slug(text.completeBaseName())).arg(names.size() + 1);
        const Done written =
            writeFile(text.dir().filePath(names.last()), wording::toSvg(picture).toUtf8());
        if (!written)
            return base::passOn(written);
    }
    return names;
}

} // namespace

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

Result<incident::Incident> setReview(Desk &desk, const QString &incidentId,
                                     wording::ReviewState state)
{
    const auto incident = desk.load(incidentId);
    if (!incident)
        return incident;
    if (state != wording::ReviewState::Draft && sectionText(*incident, u"summary"_s).isEmpty()) {
        return base::fail(base::ErrorKind::Refused,
                          Desk::tr("There is nothing to review yet. Write the summary first."));
    }
    return desk.run(incidentId,
                    incident::WriteSection{wording::reviewSection, base::toName(state)});
}

QString nameOf(PostmortemFormat format)
{
    switch (format) {
    case PostmortemFormat::Markdown:
        return u"md"_s;
    case PostmortemFormat::Html:
        return u"html"_s;
    case PostmortemFormat::Pdf:
        break;
    }
    return u"pdf"_s;
}

std::optional<PostmortemFormat> formatNamed(const QString &name)
{
    for (const PostmortemFormat format :
         {PostmortemFormat::Markdown, PostmortemFormat::Html, PostmortemFormat::Pdf}) {
        if (name == nameOf(format))
            return format;
    }
    return std::nullopt;
}

Done exportPostmortem(Desk &desk, const QString &incidentId, PostmortemFormat format,
                      const QString &path, const PdfMaker &pdf)
{
    const auto incident = desk.load(incidentId);
    if (!incident)
        return base::passOn(incident);
    auto postmortem = postmortemOf(desk, incidentId);
    if (!postmortem)
        return base::passOn(postmortem);
    postmortem->pictures = picturesOf(desk.dataDir(), desk.clock(), *incident, desk.zone());
    QByteArray bytes;
    if (format == PostmortemFormat::Pdf)
        bytes = pdf(*postmortem);
    else if (format == PostmortemFormat::Html)
        bytes = wording::toHtml(*postmortem).toUtf8();
    else if (const auto names = writePictures(*postmortem, path))
        bytes = wording::toMarkdown(*postmortem, *names).toUtf8();
    else
        return base::passOn(names);
    if (const Done written = writeFile(path, bytes); !written)
        return written;
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const auto recorded = desk.run(
        incidentId, incident::RecordExport{nameOf(format), QString::fromLatin1(hash.toHex())});
    return recorded ? Done() : Done(base::passOn(recorded));
}

QString suggestedFileName(const incident::Incident &incident, PostmortemFormat format)
{
    return u"postmortem-%1.%2"_s.arg(base::slug(incident.ref), nameOf(format));
}

Result<PostmortemPost> postOf(const incident::Incident &incident)
{
    const QString summary = sectionText(incident, u"summary"_s);
    if (summary.isEmpty()) {
        return base::fail(base::ErrorKind::Refused,
                          Desk::tr("There is nothing to publish yet. Write the summary first."));
    }
    QStringList paragraphs{plain(summary)};
    const auto add = [&](const QString &section, const QString &heading) {
        const QString text = plain(sectionText(incident, section));
        if (!text.isEmpty())
            paragraphs += heading + u'\n' + text;
    };
    add(u"impact"_s, Desk::tr("What you may have seen:"));
    add(u"change"_s, Desk::tr("What we change:"));
    return PostmortemPost{Desk::tr("Postmortem: %1").arg(incident.title),
                          paragraphs.join(u"\n\n"_s)};
}

} // namespace workflow
