// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/archiveimport.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QProgressBar;
class QTableView;

namespace ui {

class ActionButton;
class FormField;
class ImportModel;
class LineEdit;
class SegmentedBar;

/// Makes history from old posts: choose a file or a feed, look at what was understood, import.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `siteTarget` is the status page at which the posts may be shown.
    ImportDialog(workflow::Desk &desk, workflow::ArchiveImport &archive, QString siteTarget,
                 QWidget *parent = nullptr);

    /// Fills in where to read from.
    void setSource(workflow::ArchiveSource::Kind kind, const QString &place);

public slots:
    /// Shows what is understood; stores nothing.
    void read();
    /// Stores what is ticked.
    void store();
    void reject() override;

signals:
    /// Imported posts are to be shown on the status page.
    void siteChanged();

private:
    QWidget *buildSource();
    QWidget *buildResult();
    QWidget *buildFoot();
    void choose();
    void showProgress(const QString &sentence, int done, int total);
    void showRows();
    void showStored(const workflow::ImportOutcome &outcome);
    void showWanted();
    void say(const QString &sentence);
    void setBusy(bool busy);

    workflow::Desk &m_desk;
    workflow::ArchiveImport &m_archive;
    QString m_siteTarget;
    ImportModel *m_model;
    SegmentedBar *m_kind;
    LineEdit *m_place;
    FormField *m_placeRow;
    LineEdit *m_zone;
    FormField *m_zoneRow;
    ActionButton *m_choose;
    ActionButton *m_read;
    SegmentedBar *m_filter;
    QTableView *m_table;
    QLabel *m_sentence;
    QProgressBar *m_progress;
    ActionButton *m_stop;
    QCheckBox *m_public;
    ActionButton *m_store;
};

} // namespace ui
