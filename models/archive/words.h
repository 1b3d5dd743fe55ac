// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace archive {

/// The sentences of this folder, in the user's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(archive)
};

} // namespace archive
