// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"
#include "base/enumnames.h"
#include "timing/fieldtext.h"

#include <span>

namespace app {

struct SubVerb
{
    const char *name;
    int (*run)(Invocation &call);
};

/// Runs the sub-verb that the first argument names.
[[nodiscard]] int dispatch(Invocation &call, std::span<const SubVerb> subVerbs);

/// The options of one sub-verb, read in one go.
class Options
{
public:
    Options(Invocation &call, const QString &description);

    Options &positional(const QString &name, const QString &description);
    Options &value(const QString &name, const QString &description, const QString &fallback = {});
    Options &flag(const QString &name, const QString &description);

    /// The exit code if it is over already: help was asked for, or the arguments are wrong. All
    /// positional arguments are required, but for one whose name ends in "…".
    [[nodiscard]] std::optional<int> read();

    [[nodiscard]] QString get(const QString &name) const { return m_parser.value(name); }
    /// Of an option that may be repeated, in order.
    [[nodiscard]] QStringList all(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString argument(int index) const;
    /// Of an option that takes one of the names of an enumeration. Errors: Input, with `sentence`,
    /// in which %1 stands for all of them.
    template <class E>
    [[nodiscard]] base::Result<E> choice(const QString &name, const QString &sentence) const
    {
        if (const auto value = base::fromName<E>(get(name)))
            return *value;
        return base::fail(base::ErrorKind::Input, sentence.arg(base::namesOf<E>()));
    }
    /// All from `index` on, as one text.
    [[nodiscard]] QString rest(int index) const;
    /// All from `index` on, as they were given.
    [[nodiscard]] QStringList words(int index) const
    {
        return m_parser.positionalArguments().mid(index);
    }

private:
    Invocation &m_call;
    QCommandLineParser m_parser;
    QStringList m_withValue;
    int m_required = 0;
    int m_allowed = 0;
    bool m_open = false;
};

} // namespace app
