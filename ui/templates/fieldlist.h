// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <QString>
#include <QWidget>

class QListWidget;

namespace ui {

class LineEdit;

/// The fields that a template may hold, with what each would say now; Enter puts one into the text.
class FieldList final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);

    /// What the fields would say; what is not in it is unknown.
    void setValues(const std::map<QString, QString> &values);

signals:
    void chosen(const QString &name);

private:
    void filter(const QString &text);

    LineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace ui
