// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "timing/fieldtext.h"
#include "wording/say.h"
#include "workflow/desk.h"
#include "workflow/draft.h"
#include "workflow/postcheck.h"
#include "workflow/undertakings.h"

#include <QTimer>

namespace workflow {

/// Writing one post: keeps the draft, fills it from the facts until the author takes over, saves it
/// while it is typed, and hands it to the outbox.
class Compose : public QObject
{
    Q_OBJECT

public:
    Compose(Desk &desk, QStringList targets);
    ~Compose() override;

    /// Takes up the draft of this incident, as it was left. Empty: nothing is being written.
    void setIncident(const QString &incidentId);
    [[nodiscard]] const QString &incidentId() const { return m_incident.id; }
    [[nodiscard]] const incident::Incident &incident() const { return m_incident; }
    [[nodiscard]] const Draft &draft() const { return m_draft; }

    void setTitle(const QString &title);
    void setBody(const QString &body);
    /// Both, written elsewhere.
    void setText(const QString &title, const QString &body);
    void setStatus(incident::PublicStatus status);
    void setEstimate(const QString &text);
    void setNextUpdate(const QString &text);
    void setTargets(const QStringList &targets);
    /// Whether subscribers are told. A new post tells them unless this says otherwise; a correction
    /// does not.
    void setNotify(bool notify);
    /// All there are, after one was added or removed. A new post goes to each of them.
    void setAllTargets(const QStringList &targets);
    /// Gives the text back to the facts.
    void rewriteFromFacts();
    /// Begins a correction of a published revision: its text, to be edited.
    [[nodiscard]] base::Done editPublished(const QString &revisionId);

    [[nodiscard]] incident::PublicStatus status() const;
    /// The facts of the incident with what the draft adds to them.
    [[nodiscard]] incident::Facts facts() const;
    [[nodiscard]] base::Result<timing::RoughDuration> estimate() const;
    [[nodiscard]] base::Result<timing::RoughInstant> nextUpdate() const;
    /// What should not be published as it stands.
    [[nodiscard]] std::vector<PostFinding> findings() const;
    /// One of findings(), before anything else is changed.
    void applyFinding(const PostFinding &finding);
    /// Not pointed at again in this draft.
    void ignoreFinding(const PostFinding &finding);
    /// What the text promises besides its fields, with what the author has said about each.
    [[nodiscard]] std::vector<Undertaking> undertakings() const;
    /// It is no promise, or it is one after all. By its words, for as long as they are in the text.
    void dropPromise(const QString &quote, bool isDropped);
    /// When it falls due, as instantFromField() reads it; empty: as the text says.
    void datePromise(const QString &quote, const QString &due);
    /// "by 16:40", "when the backup is done"; empty if a promise says neither.
    [[nodiscard]] QString dueWords(const incident::Promise &promise) const;
    /// The facts that have changed since its author took the text over, for people.
    [[nodiscard]] QStringList changedSinceWritten() const;

    /// The templates of this data folder. Call takeTemplates() after a change.
    [[nodiscard]] wording::TemplateBook &templates() { return m_templates; }
    [[nodiscard]] wording::Style style() const;
    /// The template that the post is written with.
    [[nodiscard]] QString templateName() const;
    /// Why it is not the user's own, in a sentence; empty if nothing is wrong.
    [[nodiscard]] QString templateProblem() const;
    void takeTemplates();

    [[nodiscard]] base::Instant now() const { return m_desk.clock().now(); }
    /// The revision as it would be published now. Errors: Input for a field that cannot be read.
    [[nodiscard]] base::Result<incident::PostRevision> revision() const;

    /// Stores the revision and queues it for its targets, in one transaction; the draft is used up.
    /// Answers with the revision's id. A published text is told by Publishing.
    [[nodiscard]] base::Result<QString> publish();
    /// Forgets what was changed since the draft was last saved.
    void discardChanges();
    /// The id of what is shown as the update with this number; empty if there is none.
    [[nodiscard]] QString newestRevision(int number) const;
    /// Writes the draft to the ledger now.
    base::Done save();

signals:
    /// The draft or the incident under it has changed from outside the setters.
    void refreshed();
    /// Any change, typed or not.
    void changed();
    void saved(base::Instant at);
    void saveFailed(const base::Error &error);

private:
    void reload();
    void startFresh();
    void regenerate();
    void touched();
    void takeOver();
    /// facts(), and for a correction what the published update expected and promised.
    [[nodiscard]] incident::Facts toldFacts() const;
    [[nodiscard]] timing::FieldContext future() const;
    [[nodiscard]] lint::Context lintContext() const;
    // composepromises.cpp
    [[nodiscard]] Undertaking chosen(incident::Promise promise) const;
    [[nodiscard]] PromiseChoice &choiceOf(const QString &quote);
    /// Those that are made, numbered. Errors: Input for a due time that cannot be read, or is past.
    [[nodiscard]] base::Result<std::vector<incident::Promise>> promises() const;

    Desk &m_desk;
    QStringList m_allTargets;
    incident::Incident m_incident;
    Draft m_draft;
    wording::TemplateBook m_templates;
    QStringList m_alreadyPublic;
    QTimer m_autosave;
    bool m_dirty = false;
};

} // namespace workflow
