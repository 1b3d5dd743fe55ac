// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/template.h"

#include <QByteArray>
#include <QStringList>

namespace staticsite {

/// A file of resources/site, which is part of the program.
[[nodiscard]] QByteArray resource(const QString &name);
/// All of them, sorted.
[[nodiscard]] QStringList resourceNames();

/// A template of resources/site as a text: a line `{{> NAME}}` stands for another file, whose
/// places are filled from where the line stands.
[[nodiscard]] QString templateText(const QString &name);
/// The same, ready to be filled. What is in the program is well formed (a test sees to it), so this
/// cannot fail.
[[nodiscard]] const Template &pageTemplate(const QString &name);

} // namespace staticsite
