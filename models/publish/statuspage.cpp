// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/statuspage.h"

#include "base/promised.h"

#include <QCoreApplication>

namespace publish {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(publish)
};

} // namespace

QFuture<base::Done> StatusPage::putPostmortem(const Thread &, const PostmortemText &)
{
    return base::ready<base::Done>(base::fail(
        base::ErrorKind::Refused,
        Words::tr("%1 keeps no postmortems. Publish it there as one more update.").arg(label())));
}

QFuture<base::Result<QString>> StatusPage::writePreview(const Thread &, const QString &,
                                                        const QString &)
{
    return base::ready(base::Result<QString>(
        base::fail(base::ErrorKind::Refused,
                   Words::tr("What %1 looks like is known there only.").arg(label()))));
}

} // namespace publish
