// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/feed.h"

#include <QObject>

namespace importing {

/// Brings the entries of an archive from a server, page after page. Use it once; deleting it ends
/// it.
class Fetch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ends with Cancelled, at once.
    virtual void stop() = 0;

Q_SIGNALS:
    void progressed(int pages, int entries);
    /// All pages as one feed; where a later page fails, those before it with a warning.
    void finished(const base::Result<importing::Feed> &feed);
};

} // namespace importing
