// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deploy/command.h"

#include "deploy/words.h"

#include <QRegularExpression>

namespace deploy {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

/// "--password secret": the name alone, so that "--password-file" is none.
bool announcesSecret(const QString &word)
{
    static const QRegularExpression name(
        u"^--?([a-z0-9]+[-_])*(password|passwd|pwd|token|secret|api[-_]?key)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(word).hasMatch();
}

bool holdsSecret(const QString &word)
{
    static const QRegularExpression userInfo(u"[a-z][a-z0-9+.-]*://[^/@\\s:]*:[^/@\\s]+@"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        u"(password|passwd|pwd|token|secret|api[-_]?key)\"?\\s*[=:]\\s*\\S"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(u"\\bauthorization\\s*:"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return userInfo.match(word).hasMatch() || named.match(word).hasMatch() ||
           header.match(word).hasMatch();
}

bool holdsSecret(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (holdsSecret(words[i]) || (announcesSecret(words[i]) && i + 1 < words.size()))
            return true;
    }
    return false;
}

} // namespace

base::Result<Command> checkedCommand(Command command)
{
    if (command.words.isEmpty() || command.words.front().trimmed().isEmpty())
        return base::fail(ErrorKind::Input, Words::tr("Name the program that deploys the site."));
    if (command.words.join(QString()).contains(QChar::Null))
        return base::fail(ErrorKind::Input,
                          Words::tr("An argument of the deploy command cannot be passed on."));
    if (command.limit < shortestLimit || command.limit > longestLimit) {
        return base::fail(ErrorKind::Input,
                          Words::tr("The time limit for deploying is %1 to %2 seconds.")
                              .arg(shortestLimit.count())
                              .arg(longestLimit.count()));
    }
    if (holdsSecret(command.words)) {
        return base::fail(
            ErrorKind::Input,
            Words::tr("An argument of the deploy command holds a password. Everybody on this "
                      "machine can read arguments: put it into the program's own settings, or use "
                      "a key."));
    }
    return command;
}

} // namespace deploy
