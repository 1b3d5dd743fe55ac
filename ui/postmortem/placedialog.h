// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/postmortemplaces.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace ui {

class ActionButton;

/// Where the public part of a postmortem goes: to a place that keeps postmortems, or into a post.
class PlaceDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `places` as postmortemPlaces() gives them: at least one. Desk and publishing must outlive
    /// it.
    PlaceDialog(workflow::Desk &desk, workflow::Publishing &publishing,
                const incident::Incident &incident, const QString &text,
                std::vector<workflow::PostmortemPlace> places, QWidget *parent = nullptr);

signals:
    void postWanted();

private:
    QWidget *buildActions();
    void put(const publish::PostmortemText &text, const QString &said);
    void setBusy(bool busy);

    workflow::Desk &m_desk;
    workflow::Publishing &m_publishing;
    incident::Incident m_incident;
    QString m_text;
    std::vector<workflow::PostmortemPlace> m_places;
    QComboBox *m_place;
    QCheckBox *m_notify;
    QLabel *m_outcome;
    ActionButton *m_take;
    ActionButton *m_put;
};

} // namespace ui
