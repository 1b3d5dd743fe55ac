// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortem.h"
#include "workflow/desk.h"

#include <QWidget>

class QHBoxLayout;
class QTextBrowser;
class QVBoxLayout;

namespace ui {

class SectionEditor;
class SegmentedBar;

/// The postmortem: sections to write, over the whole of it as it will be exported.
class PostmortemView final : public QWidget
{
    Q_OBJECT

public:
    explicit PostmortemView(workflow::Desk &desk, QWidget *parent = nullptr);

    void setIncident(const incident::Incident &incident);

signals:
    void failed(const base::Error &error);
    /// "md", "html" or "pdf"
    void exportRequested(const QString &format);
    /// As the draft of a post.
    void publishRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildEditors();
    [[nodiscard]] QHBoxLayout *buildActions();
    void refresh();
    void showGenerated();
    void fetchPictures();
    void setReview(int state);
    void write(const QString &section, const QString &text);

    workflow::Desk &m_desk;
    incident::Incident m_incident;
    std::vector<SectionEditor *> m_editors;
    QVBoxLayout *m_sections;
    QTextBrowser *m_generated;
    SegmentedBar *m_review;
    QString m_picturesOf; ///< the incident, and as of when
    std::vector<wording::PostmortemPicture> m_pictures;
    bool m_stale = false; ///< something has changed while nobody looked
};

} // namespace ui
