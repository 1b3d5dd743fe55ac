// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

#include <QDialog>

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// A silence as a form: what it keeps quiet, how long and why. New, or one that is there already.
class SilenceDialog final : public QDialog
{
    Q_OBJECT

public:
    SilenceDialog(workflow::Upstreams &upstreams, QString server, alertmanager::Silence silence,
                  QWidget *parent = nullptr);

    void accept() override;

private:
    void build();
    [[nodiscard]] bool read(alertmanager::Silence &silence);

    workflow::Upstreams &m_upstreams;
    const QString m_server;
    const alertmanager::Silence m_silence;
    LineEdit *m_matchers;
    LineEdit *m_until;
    LineEdit *m_comment;
    FormField *m_matchersRow;
    FormField *m_untilRow;
    FormField *m_commentRow;
    ActionButton *m_save;
};

} // namespace ui
