// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/story.h"

namespace support {

/// Empty if the command is refused in this way, with a sentence that contains `says`, and changes
/// nothing; else what is wrong with the refusal.
[[nodiscard]] inline QString faultOfRefusal(Story &story, const incident::Command &command,
                                            base::ErrorKind kind, const QString &says)
{
    const incident::Incident before = story.incident();
    const std::size_t count = story.events().size();
    const base::Done done = story.tell(command);
    if (done)
        return QStringLiteral("it was not refused");
    if (done.error().kind != kind)
        return QStringLiteral("of another kind: ") + done.error().text;
    if (!done.error().text.contains(says))
        return QStringLiteral("says something else: ") + done.error().text;
    if (!done.error().text.endsWith(QLatin1Char('.')))
        return QStringLiteral("is no sentence: ") + done.error().text;
    if (story.incident() != before || story.events().size() != count)
        return QStringLiteral("it changed something");
    return {};
}

} // namespace support

/// Refused with an error of that kind whose sentence contains `says`. QCOMPARE keeps the line of
/// the test.
#define REFUSED(story, kind, says, ...)                                                            \
    QCOMPARE(support::faultOfRefusal(story, __VA_ARGS__, base::ErrorKind::kind, says), QString())
/// Needs a reason, and with it is accepted. `command` is a variable with a member `reason`.
#define ASKS(story, says, command)                                                                 \
    do {                                                                                           \
        REFUSED(story, NeedsReason, says, command);                                                \
        command.reason = QStringLiteral("because I saw it");                                       \
        TELL(story, command);                                                                      \
    } while (false)
/// Accepted.
#define TELL(story, ...)                                                                           \
    do {                                                                                           \
        const base::Done done_ = (story).tell(__VA_ARGS__);                                        \
        QVERIFY2(done_, done_ ? "" : qPrintable(done_.error().text));                              \
    } while (false)
