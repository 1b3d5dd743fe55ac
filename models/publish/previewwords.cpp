// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/previewwords.h"

#include "timing/zone.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace publish {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(publish)
};

QString utcWords(Instant at)
{
    return timing::isoUtc(at).left(16).replace(u'T', u' ') + u" UTC"_s;
}

} // namespace

tl::unexpected<base::Error> noSuchRevision()
{
    return base::fail(base::ErrorKind::NotFound,
                      Words::tr("A newer wording of this post stands there already."));
}

PreviewFact componentsFact(const Thread &thread,
                           const std::function<QString(const ComponentEffect &)> &shown)
{
    QStringList parts;
    for (const ComponentEffect &component : thread.components) {
        const QString there = shown(component);
        parts << (there.isEmpty() ? Words::tr("%1 is not shown").arg(component.name)
                                  : Words::tr("%1 as %2").arg(component.name, there));
    }
    return {Words::tr("Components"), parts.join(u", "_s)};
}

PreviewFact windowFact(const Thread &thread)
{
    const auto span = plannedSpan(thread.planned);
    if (!thread.isMaintenance() || !span)
        return {Words::tr("Window"), {}};
    return {Words::tr("Window"),
            span->until ? Words::tr("%1 to %2").arg(utcWords(span->from), utcWords(*span->until))
                        : Words::tr("from %1").arg(utcWords(span->from))};
}

PreviewFact subscribersFact(bool told)
{
    return {Words::tr("Subscribers"), told ? Words::tr("are told") : Words::tr("are not told")};
}

PreviewFact datedFact(const std::optional<Instant> &at)
{
    return {Words::tr("Dated"), at ? utcWords(*at) : QString()};
}

QString sourceOf(const QJsonObject &request)
{
    return QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Indented)).trimmed();
}

std::vector<PreviewFact> known(std::vector<PreviewFact> facts)
{
    std::erase_if(facts, [](const PreviewFact &fact) { return fact.value.isEmpty(); });
    return facts;
}

} // namespace publish
