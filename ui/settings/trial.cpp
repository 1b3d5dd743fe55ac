// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/trial.h"

#include "source/verdictwords.h"

#include <QCoreApplication>

namespace ui {

QString trialTitle(bool isRunning)
{
    return isRunning ? QCoreApplication::translate("ui", "Testing …")
                     : QCoreApplication::translate("ui", "Test it");
}

base::Result<QString> wordsOf(const base::Result<source::ProbeVerdict> &verdict)
{
    if (!verdict)
        return base::passOn(verdict);
    if (verdict->quality == health::Quality::Ok) {
        const QString details = source::detailsOf(*verdict);
        return details.isEmpty() ? verdict->sentence : verdict->sentence + u'\n' + details;
    }
    return tl::make_unexpected(base::Error{base::ErrorKind::Network, verdict->sentence, {}, {}});
}

} // namespace ui
