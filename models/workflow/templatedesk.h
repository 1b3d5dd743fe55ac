// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"

namespace workflow {

/// Editing one template at a time: what is typed is kept within a second and found again after a
/// crash, its problems and what it would say are known while it is typed, and it is in force once
/// it is saved.
class TemplateDesk : public QObject
{
    Q_OBJECT

public:
    TemplateDesk(Desk &desk, Compose &compose);
    ~TemplateDesk() override;

    /// Takes up what was typed and not saved, else the text in force.
    void choose(const QString &name);
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

    /// Typed and not saved yet.
    [[nodiscard]] bool isEdited() const;
    /// There is a template of the user under this name, saved.
    [[nodiscard]] bool isChanged(const QString &name) const;
    /// Typed and not saved yet, of any template.
    [[nodiscard]] bool hasDraft(const QString &name) const;
    [[nodiscard]] std::vector<wording::TemplateProblem> problems() const;
    /// What the text would say of the incident that is being written about, or of an example. With
    /// mistakes in it, what the template in force says.
    [[nodiscard]] wording::PostText preview(bool ofIncident) const;
    /// An incident is being written about.
    [[nodiscard]] bool hasIncident() const { return m_compose.incident().exists(); }
    /// The fields with what they would say; empty texts for what is unknown.
    [[nodiscard]] std::map<QString, QString> values(bool ofIncident) const;

    /// Errors: Input while there is a mistake in it, Storage.
    [[nodiscard]] base::Done save();
    /// Back to the text of the program. Errors: Storage.
    [[nodiscard]] base::Done reset();
    /// Forgets what was typed since the last save.
    void giveUp();

signals:
    /// A template was saved, reset or given up, or another was chosen.
    void changed();
    void saveFailed(const base::Error &error);

private:
    [[nodiscard]] QString draftKey(const QString &name) const;
    [[nodiscard]] incident::Facts factsFor(bool ofIncident) const;
    void keepDraft();
    void dropDraft();

    Desk &m_desk;
    Compose &m_compose;
    QString m_name;
    QString m_text;
    QTimer m_autosave;
    bool m_dirty = false;
};

} // namespace workflow
