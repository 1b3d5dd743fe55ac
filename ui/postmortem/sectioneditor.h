// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

class QTimer;

namespace ui {

/// One section of a postmortem. What is written is given up when the field is left, and at the
/// latest within a second of the last key.
class SectionEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    SectionEditor(QString section, const QString &hint, QWidget *parent = nullptr);

    [[nodiscard]] const QString &section() const { return m_section; }
    /// From the ledger; not while somebody is writing.
    void showText(const QString &text);

signals:
    void written(const QString &section, const QString &text);
    /// What to ask instead of who it was; empty if there is nothing to say.
    void hinted(const QString &sentence);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    void giveUp();
    void showHints();

    QString m_section;
    QString m_known;
    QTimer *m_timer;
};

} // namespace ui
