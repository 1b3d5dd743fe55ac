// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <functional>
#include <QCommandLineParser>
#include <QJsonValue>
#include <QStringList>

namespace app {

/// Exit codes, the same for every verb.
enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

/// One call of a verb: its arguments, and where its answers go.
class Invocation
{
public:
    /// `arguments` without the program's name and the verb; `before` are those that stood before
    /// the verb, as leadingOptions() counts them.
    Invocation(QString verb, QStringList arguments, QStringList before = {});

    /// Adds --data and --json to the verb's own options and reads the arguments. Nothing if they
    /// are well formed; else the exit code, after help or a line about what is wrong. `withValue`
    /// names the options of the verb whose next argument is theirs. What begins with a dash and no
    /// letter, as an item of a list does, is a text and not an option.
    [[nodiscard]] std::optional<int> parse(QCommandLineParser &parser,
                                           const QStringList &withValue = {});

    [[nodiscard]] const QString &verb() const { return m_verb; }
    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }
    /// The first argument, taken off: `open` of `incident open`. Empty if there is none.
    [[nodiscard]] QString takeSubverb();

    [[nodiscard]] bool json() const { return m_json; }
    /// Absolute.
    [[nodiscard]] const QString &dataDir() const { return m_dataDir; }

    /// A line of text for people; nothing with --json.
    void say(const QString &line) const;
    /// The answer for programs; nothing without --json.
    void answer(const QJsonValue &value) const;

    /// Prints the error's sentence and gives the exit code for it.
    [[nodiscard]] int fail(const base::Error &error) const;
    [[nodiscard]] int usage(const QString &sentence) const;

private:
    QString m_verb;
    QStringList m_before;
    QStringList m_arguments;
    QString m_dataDir;
    bool m_json = false;
};

/// How many of the first arguments are options of every verb, with their values: a verb may follow
/// them. `arguments` without the program's name.
[[nodiscard]] qsizetype leadingOptions(const QStringList &arguments);

/// $XDG_DATA_HOME/watchkeeper.
[[nodiscard]] QString defaultDataDir();

} // namespace app
