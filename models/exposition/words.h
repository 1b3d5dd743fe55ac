// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text.h"

#include <QByteArrayView>
#include <QCoreApplication>

namespace exposition {

/// The sentences that say why a document is refused.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(exposition)
};

/// A piece of a document inside a sentence.
[[nodiscard]] inline QString shown(QByteArrayView piece)
{
    return base::oneLine(QString::fromUtf8(piece.first(qMin<qsizetype>(piece.size(), 300))), 60);
}

} // namespace exposition
