// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace app {

/// How the practice service is broken.
enum class Breakage {
    None,
    Killed,       ///< its process is gone
    Slow,         ///< it answers well, but late
    Wrong,        ///< it answers with a page that is not its own
    Intermittent, ///< most answers are errors
};

/// A small shop on loopback that can be broken on purpose. One line on standard input breaks or
/// mends it; the port is the first line on standard output.
class PracticeService final : public QObject
{
    Q_OBJECT

public:
    /// What a well answer contains.
    static const QString greeting;

    /// `port` 0: the system chooses one.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setBreakage(Breakage breakage) { m_breakage = breakage; }

private:
    void serve(QTcpSocket *socket);
    [[nodiscard]] QByteArray answer();

    QTcpServer m_server;
    Breakage m_breakage = Breakage::None;
    int m_requests = 0;
};

/// The process: runs until standard input ends.
[[nodiscard]] int runPracticeService(quint16 port);

} // namespace app

template <>
struct base::EnumNames<app::Breakage>
{
    static constexpr base::NamedValue<app::Breakage> table[] = {
        {app::Breakage::None, "none"},
        {app::Breakage::Killed, "killed"},
        {app::Breakage::Slow, "slow"},
        {app::Breakage::Wrong, "wrong"},
        {app::Breakage::Intermittent, "intermittent"},
    };
};
