// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compose/targetchips.h"

#include <memory>
#include <QUrl>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QTemporaryDir;
class QTextBrowser;

namespace ui {

class ActionButton;
class SegmentedBar;

/// The post as each place will have it, from what is really sent there: as its readers see it, or
/// as it is sent; what goes along with it, what gets lost, and who is told.
class PostPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit PostPreview(workflow::Compose &compose, QWidget *parent = nullptr);
    ~PostPreview() override;

    void setTargets(const std::vector<TargetLabel> &targets);
    /// Shows the draft as it is now.
    void refresh();

signals:
    /// Written for a browser, to be opened in it.
    void pageWritten(const QUrl &page);
    void failed(const base::Error &error);

private:
    QWidget *buildFacts();
    void buildTargetBar();
    [[nodiscard]] const TargetLabel *current() const;
    void showFacts(const std::vector<publish::PreviewFact> &facts);
    void showText(const publish::Preview &preview);
    void showSentences(const TargetLabel &target, const QStringList &more);
    void writePage();

    workflow::Compose &m_compose;
    std::vector<TargetLabel> m_targets;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the page that was written last
    QHBoxLayout *m_bars;
    SegmentedBar *m_targetBar = nullptr;
    SegmentedBar *m_forms;
    ActionButton *m_open;
    QLabel *m_title;
    QTextBrowser *m_text;
    QWidget *m_facts;
    QGridLayout *m_factRows;
    QLabel *m_who;
    QLabel *m_unsaid;
};

} // namespace ui
