// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <functional>
#include <QWidget>

namespace ui {

class FormField;

/// How the status page looks: colours, logo, footer. What could not be read is refused in a
/// sentence; each field is stored when it is left.
class LookPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LookPage(workflow::Desk &desk, QWidget *parent = nullptr);

signals:
    void siteChanged();

private:
    using Keep = std::function<base::Done(const QString &)>;
    FormField *addText(const QString &label, const settings::Setting<QString> &setting,
                       const QString &hint, const Keep &keep);
    FormField *addLogo();
    void show(FormField *row, const base::Done &done);

    workflow::Desk &m_desk;
};

} // namespace ui
