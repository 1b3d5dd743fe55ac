// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/words.h"

namespace app {

using namespace Qt::StringLiterals;

int dispatch(Invocation &call, std::span<const SubVerb> subVerbs)
{
    const QString name = call.takeSubverb();
    QStringList names;
    for (const SubVerb &subVerb : subVerbs) {
        names << QLatin1StringView(subVerb.name);
        if (name == names.last())
            return subVerb.run(call);
    }
    const QString all = names.join(u", "_s);
    if (call.arguments().contains(u"--help"_s)) {
        call.say(Words::tr("watchkeeper %1: one of %2, each with --help.").arg(call.verb(), all));
        return Done;
    }
    return call.usage(Words::tr("Say what to do: one of %1.").arg(all));
}

Options::Options(Invocation &call, const QString &description)
    : m_call(call)
{
    m_parser.setApplicationDescription(description);
}

Options &Options::positional(const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description);
    m_open = name.endsWith(u'…');
    ++m_allowed;
    if (!m_open)
        ++m_required;
    return *this;
}

Options &Options::value(const QString &name, const QString &description, const QString &fallback)
{
    m_parser.addOption({name, description, Words::tr("text"), fallback});
    m_withValue << name;
    return *this;
}

Options &Options::flag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
    return *this;
}

std::optional<int> Options::read()
{
    if (const auto over = m_call.parse(m_parser, m_withValue))
        return over;
    const auto count = int(m_parser.positionalArguments().size());
    if (count < m_required)
        return m_call.usage(Words::tr("An argument is missing."));
    if (count > m_allowed && !m_open) {
        return m_call.usage(Words::tr("“%1” is one argument too many.")
                                .arg(m_parser.positionalArguments().at(m_allowed)));
    }
    return std::nullopt;
}

QString Options::argument(int index) const
{
    return m_parser.positionalArguments().value(index);
}

QString Options::rest(int index) const
{
    return m_parser.positionalArguments().mid(index).join(u' ');
}

} // namespace app
