// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/thread.h"

#include <map>
#include <optional>
#include <QJsonObject>

/// A thread as an incident with updates, or as a schedule. Pure.
namespace cachet {

inline constexpr int longestName = 255;

/// What stands at the end of each text as a comment of Markdown, which no reader sees: whose it is,
/// and how it was when we wrote it.
struct Mark
{
    QString key;    ///< of the thread
    int number = 0; ///< of the update
    QString text;   ///< digest of the text
    QString name;   ///< digest of the name

    bool operator==(const Mark &) const = default;
};

[[nodiscard]] std::optional<Mark> markIn(const QString &message);
[[nodiscard]] QString withoutMark(const QString &message);
/// `text` with its mark.
[[nodiscard]] QString marked(const publish::Thread &thread, int number, const QString &text);

/// Whether text and name are still as Watchkeeper wrote them, whatever it was that it wrote. An
/// empty name is not looked at.
[[nodiscard]] bool isUntouched(const QString &name, const QString &message);
/// Whether a message says this.
[[nodiscard]] bool says(const QString &message, const QString &text);

[[nodiscard]] QString nameOf(const publish::Thread &thread);
/// The text of an update as Cachet's Markdown, in which nothing is markup: readers see what was
/// written. Web addresses stay as they are, so that they become links.
[[nodiscard]] QString textOf(const publish::Update &update);
/// A schedule has no updates that every version knows: all of them, one below the other.
[[nodiscard]] QString scheduleText(const publish::Thread &thread);

/// 1 investigating to 4 fixed.
[[nodiscard]] int statusOf(publish::PublicStatus status);

/// What a request to make or to change an incident holds beside its components; `update` gives its
/// state, the first update its text.
[[nodiscard]] QJsonObject incidentBody(const publish::Thread &thread, const publish::Update &update,
                                       bool notify, bool three);
/// The same for one of its later updates.
[[nodiscard]] QJsonObject updateBody(const publish::Thread &thread, const publish::Update &update);
[[nodiscard]] QJsonObject scheduleBody(const publish::Thread &thread, bool notify, bool three);
void addComponents(QJsonObject &body, const publish::Thread &thread,
                   const std::map<QString, QString> &ids, bool three);

} // namespace cachet
