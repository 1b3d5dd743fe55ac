// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ActionButton;
class ElidedLabel;
class FactRows;
class LineEdit;
class NoticeBar;
class PaneHeader;
class PostEditor;
class PostPreview;
class ReasonBar;
class SegmentedBar;
class TimingRows;

/// A place to publish to, as it stands beside the button.
struct TargetLabel
{
    QString name;
    QString label;
    QString whoIsNotified;

    bool operator==(const TargetLabel &) const = default;
};

/// Where the post is written: facts above, words below, and the way out to the readers.
class ComposePane final : public QWidget
{
    Q_OBJECT

public:
    ComposePane(workflow::Desk &desk, workflow::Compose &compose, std::vector<TargetLabel> targets,
                QWidget *parent = nullptr);

    /// Names of machines that readers have no use for.
    void setKnownHosts(const QStringList &hosts);
    /// Where the last publication is: "queued", "seen on Status site at 16:24".
    void setDelivery(const QString &sentence);
    /// Once a second: relative words go on.
    void tick();

public slots:
    void publish();
    void applyFinding(int index);
    void focusText();
    void togglePreview();

signals:
    void published(const QString &revisionId);
    void failed(const base::Error &error);

private:
    QWidget *buildWriting();
    QWidget *buildFooter(const std::vector<TargetLabel> &targets);
    void takeTypedFacts();
    void showDraft();
    void showText();
    void showFindings();
    void showPreview();
    [[nodiscard]] QString threadSentence() const;

    workflow::Desk &m_desk;
    workflow::Compose &m_compose;
    QStringList m_knownHosts;
    std::vector<wording::LintFinding> m_findings;

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
    std::vector<NoticeBar *> m_notices;
    QWidget *m_footer;
    ElidedLabel *m_thread;
    QLabel *m_delivery;
    ActionButton *m_rewrite;
    ActionButton *m_publish;
};

} // namespace ui
