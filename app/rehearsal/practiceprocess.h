// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/rehearsal/practiceservice.h"
#include "base/result.h"

#include <QProcess>
#include <QUrl>

namespace app {

/// The practice service as a process of its own, to be broken and mended.
class PracticeProcess final : public QObject
{
    Q_OBJECT

public:
    ~PracticeProcess() override;

    /// Starts it; on the port it had before, if it had one. Blocks until it answers, 10 s at most.
    [[nodiscard]] base::Done start();
    [[nodiscard]] base::Done setBreakage(Breakage breakage);
    [[nodiscard]] QString address() const;

private:
    void stop();

    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace app
