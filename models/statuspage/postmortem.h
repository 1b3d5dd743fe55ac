// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/errand.h"
#include "statuspage/interface.h"

namespace statuspage {

/// Brings the postmortem of an incident to where Statuspage keeps it: written as a draft, then
/// published; or taken back, which leaves its draft there. The same requests again change nothing.
class PostmortemErrand final : public publish::Errand
{
    Q_OBJECT

public:
    /// Of the order: thread and postmortem. The thread's address says which incident it is.
    PostmortemErrand(http::Client &client, Interface interface, publish::Order order,
                     QObject *parent);

protected:
    void begin() override;

private:
    void write(const QString &incident);
    void put(const QString &route, const QJsonObject &postmortem, const Then &then);

    Interface m_interface;
};

} // namespace statuspage
