// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/windowwords.h"

#include "wording/termwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace wording {

using incident::Window;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// "several times, each between 5 and 40 minutes"
QString severalWords(const Window &window)
{
    const QString many =
        window.count ? Words::tr("%n times", nullptr, window.count) : Words::tr("several times");
    const QString each = lengthWords(window.duration);
    return each.isEmpty() ? many : Words::tr("%1, each %2", "how often, how long").arg(many, each);
}

} // namespace

QString windowTimes(const Window &window, const Reader &reader)
{
    if (window.inside)
        return frameWords(window.start, window.end, reader);
    if (window.end.isKnown() && window.start.isKnown())
        return rangeWords(window.start, window.end, reader);
    if (window.end.isKnown())
        return Words::tr("until %1").arg(timeWords(window.end, reader, TimeForm::Plain));
    return timeWords(window.start, reader, window.planned ? TimeForm::At : TimeForm::Since);
}

QString windowWords(const Window &window, const Reader &reader)
{
    QStringList parts{windowTimes(window, reader),
                      window.several ? severalWords(window) : lengthWords(window.duration),
                      words(window.effect)};
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

} // namespace wording
