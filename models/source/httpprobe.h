// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/responsereader.h"
#include "source/connectedprobe.h"

namespace source {

/// One GET over a connection of its own: status, body, time of each phase.
class HttpProbe final : public ConnectedProbe
{
    Q_OBJECT

public:
    using ConnectedProbe::ConnectedProbe;

protected:
    void opened() override;
    [[nodiscard]] Stage stage() const override;
    void complete(ProbeVerdict &verdict) const override;

private:
    void receive();
    void closed();
    void advance();
    void judge();
    [[nodiscard]] bool mayFollow(const QUrl &next) const;
    void follow(const QUrl &next);

    std::optional<http::ResponseReader> m_reader;
    QElapsedTimer m_clock; ///< since the request was sent
    std::optional<double> m_firstByteMs;
    std::optional<double> m_lastByteMs;
    int m_redirects = 0;
};

} // namespace source
