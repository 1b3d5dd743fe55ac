// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/sectionlabel.h"

#include "ui/theme/textrole.h"

namespace ui {

SectionLabel::SectionLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setTextRole(this, TextRole::Section);
}

} // namespace ui
