// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/password.h"

#include "app/command/words.h"

#include <cstdio>
#include <QFile>
#include <termios.h>
#include <unistd.h>

namespace app {

namespace {

constexpr qint64 longestPassword = 1000;

/// A terminal that does not show what is typed, for as long as it lives.
class Silence
{
public:
    Silence()
        : m_isTerminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

base::Result<secret::Secret> askPassword(const QString &prompt)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::Input, Words::tr("The password cannot be read."));
    if (isatty(STDIN_FILENO) == 1) {
        std::fputs(qUtf8Printable(prompt), stderr);
        std::fflush(stderr);
    }
    const Silence silence;
    secret::Secret password(input.readLine(longestPassword).trimmed());
    if (password.isEmpty()) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("Type the application password, or give it on standard "
                                    "input."));
    }
    return password;
}

} // namespace app
