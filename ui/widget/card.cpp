// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/card.h"

namespace ui {

Card::Card(QWidget *parent)
    : QFrame(parent)
{}

} // namespace ui
