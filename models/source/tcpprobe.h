// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/connectedprobe.h"

namespace source {

/// Connects, and for tls:// shakes hands; sends nothing.
class TcpProbe final : public ConnectedProbe
{
    Q_OBJECT

public:
    using ConnectedProbe::ConnectedProbe;

protected:
    void opened() override { succeed(); }
    [[nodiscard]] Stage stage() const override { return Stage::Connecting; }
    void complete(ProbeVerdict &) const override {}
};

} // namespace source
