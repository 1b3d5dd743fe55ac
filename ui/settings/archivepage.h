// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"

#include <QWidget>

class QSpinBox;

namespace ui {

class FormField;

/// How long samples are kept, and how much room they may take.
class ArchivePage final : public QWidget
{
    Q_OBJECT

public:
    explicit ArchivePage(settings::Settings &settings, QWidget *parent = nullptr);

private:
    void keep(const settings::Setting<qint64> &setting, QSpinBox *box);

    settings::Settings &m_settings;
    QSpinBox *m_days;
    QSpinBox *m_megabytes;
    FormField *m_daysRow;
};

} // namespace ui
