// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/card.h"

#include <chrono>
#include <QList>
#include <QString>

class QHBoxLayout;
class QLabel;

namespace ui {

/// Something the user should know, in one sentence, with what can be done about it.
struct Notice
{
    enum class Level { Info, Warning, Error };

    struct Action
    {
        QString text;
        QString key; ///< shown as a key cap before the text; may be empty
        bool operator==(const Action &) const = default;
    };

    Level level = Level::Info;
    QString text;          ///< plain text
    QString subject;       ///< follows the text in bold: what it is about; may be empty
    QList<Action> actions; ///< at most two are shown

    bool operator==(const Notice &) const = default;
};

/// How long one is shown that nobody has to answer.
inline constexpr std::chrono::seconds noticeStays{12};

class NoticeBar final : public Card
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void setNotice(const Notice &notice);
    [[nodiscard]] const Notice &notice() const { return m_notice; }

signals:
    /// `index` into Notice::actions.
    void actionTriggered(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addAction(int index, const Notice::Action &action);
    void clearActions();

    Notice m_notice;
    QLabel *m_text;
    QHBoxLayout *m_actions;
};

} // namespace ui
