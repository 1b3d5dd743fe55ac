// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compose/targetchips.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ActionButton;
class ElidedLabel;
class FactRows;
class FindingList;
class LineEdit;
class NoticeBar;
class PaneHeader;
class PostEditor;
class PostPreview;
class PromiseList;
class ReasonBar;
class SegmentedBar;
class TimingRows;

/// Where the post is written: facts above, words below, and the way out to the readers.
class ComposePane final : public QWidget
{
    Q_OBJECT

public:
    ComposePane(workflow::Desk &desk, workflow::Compose &compose, std::vector<TargetLabel> targets,
                QWidget *parent = nullptr);

    /// After one was added or removed.
    void setTargets(const std::vector<TargetLabel> &targets);
    /// Where the last publication is: "queued", "seen on Status site at 16:24".
    void setDelivery(const QString &sentence);
    /// Once a second: relative words go on.
    void tick();

public slots:
    void publish();
    void applyFinding(int index);
    /// The finding that the keys act on: to the next, its fix, or let it be.
    void nextFinding();
    void previousFinding();
    void fixFinding();
    void ignoreFinding();
    void editTemplate();
    void focusText();
    void togglePreview();
    /// Asks, and takes the posts of this incident away from their readers.
    void takeBack();

signals:
    /// A revision, or a retraction, is queued.
    void published(const QString &revisionId);
    void templateWanted(const QString &name);
    void failed(const base::Error &error);

private:
    QWidget *buildWriting();
    QWidget *buildFooter(const std::vector<TargetLabel> &targets);
    void takeTypedFacts();
    void showDraft();
    void showText();
    void showFindings();
    void showMarks();
    void showNotice();
    void actOnNotice();
    void goToFinding(int index);
    [[nodiscard]] bool holdsSecret();
    [[nodiscard]] QString threadSentence() const;

    workflow::Desk &m_desk;
    workflow::Compose &m_compose;
    std::vector<TargetLabel> m_labels;
    std::vector<workflow::PostFinding> m_findings;

    PaneHeader *m_header;
    SegmentedBar *m_views;
    QStackedWidget *m_stack;
    QWidget *m_empty;
    FactRows *m_facts;
    TimingRows *m_timing;
    ReasonBar *m_reason;
    QComboBox *m_status;
    LineEdit *m_title;
    PostEditor *m_editor;
    PostPreview *m_preview;
    FindingList *m_list;
    PromiseList *m_promises;
    NoticeBar *m_notice;
    QString m_outdated; ///< the published revision that m_notice is about
    QWidget *m_footer;
    TargetChips *m_targets;
    ElidedLabel *m_thread;
    QLabel *m_delivery;
    ActionButton *m_takeBack;
    ActionButton *m_template;
    ActionButton *m_rewrite;
    ActionButton *m_publish;
};

} // namespace ui
