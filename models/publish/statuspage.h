// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "publish/thread.h"

#include <chrono>
#include <optional>
#include <QFuture>

namespace publish {

/// Where a revision stands at a target.
struct Receipt
{
    QString remoteId; ///< the target's own name for it
    QString url;      ///< where people find it

    bool operator==(const Receipt &) const = default;
};

/// What was found where the public reads it.
struct SeenProof
{
    QString where; ///< the address or file that was read
    Instant at{};

    bool operator==(const SeenProof &) const = default;
};

/// What a target can express. What it cannot is to be said before something is sent: see limits.h.
struct Capabilities
{
    bool editsUpdates = false;         ///< a published text can be replaced
    bool backdates = false;            ///< it can say that something began before it was published
    bool plansWindows = false;         ///< planned maintenance has its window, not only its text
    bool plansOpenEnds = false;        ///< the window may have no end
    bool cancelsPlans = false;         ///< "called off" is a status of its own
    bool showsComponents = false;      ///< it tells which components are affected
    QStringList components = {};       ///< with showsComponents: those it knows; empty: all
    int longestTitle = 0;              ///< in characters; 0: any length
    int longestBody = 0;               ///< the same, of one update
    bool keepsPostmortems = false;     ///< see StatusPage::putPostmortem()
    bool notifies = false;             ///< somebody is told by mail, message or the like
    std::chrono::seconds deadline{30}; ///< no call takes longer; it answers Timeout at the latest
    /// For so long the target may go on with a request after the process that sent it has died.
    std::chrono::seconds lingers{0};

    bool operator==(const Capabilities &) const = default;
};

/// What somebody else has made of a text of ours at the target. Plain text.
struct ForeignEdit
{
    QString theirs;
    QString ours;
    QString when; ///< as the target says it; may be empty

    bool operator==(const ForeignEdit &) const = default;
};

/// The public part of a postmortem, for a target that keeps it beside the updates.
struct PostmortemText
{
    QString body;        ///< plain text; empty: readers are not to find it any more
    bool notify = false; ///< subscribers are told of it

    bool operator==(const PostmortemText &) const = default;
};

/// A thing that goes along with a text, for people.
struct PreviewFact
{
    QString label; ///< "Components"
    QString value;

    bool operator==(const PreviewFact &) const = default;
};

/// A post as a target will have it, written by what writes what is sent.
struct Preview
{
    enum class Form { Html, Markdown, PlainText };

    Form form = Form::PlainText; ///< of `text`
    QString title;               ///< plain text, as far as the target takes it
    QString text;                ///< what readers get to see of the thread or of its newest update
    QString source; ///< what is written or sent, as it is: HTML, or the JSON of the request
    std::vector<PreviewFact> facts;

    bool operator==(const Preview &) const = default;
};

/// A place where readers are told. Calls come from one thread and answer there; one at a time.
///
/// Errors: Network and Timeout (the outcome may be unknown: look before trying again), Auth (the
/// target refuses these credentials: a person has to act), Storage, Format (it answered something
/// that cannot be used), Refused and Input (it will never accept this). Error::retry says whether
/// and when trying again makes sense.
class StatusPage
{
public:
    virtual ~StatusPage() = default;

    /// As it stands in PostRevision::targets. Unique and stable.
    [[nodiscard]] virtual QString name() const = 0;
    /// For people: "Status site".
    [[nodiscard]] virtual QString label() const = 0;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;

    /// Makes the thread at the target equal to this one, whose newest news is `revision`. With
    /// Thread::retraction it is taken away from readers. Subscribers are told of the update with
    /// this revision if it says so, and of nothing else.
    /// Idempotent as far as the target allows; call find() first if it may have been tried before.
    [[nodiscard]] virtual QFuture<base::Result<Receipt>> publish(const Thread &thread,
                                                                 const QString &revision) = 0;
    /// Whether the target has accepted this revision; nothing if it does not know it, or if an
    /// update of the thread is gone from there. For a retraction: whether nothing of the thread is
    /// there any more.
    [[nodiscard]] virtual QFuture<base::Result<std::optional<Receipt>>>
    find(const Thread &thread, const QString &revision) = 0;
    /// Reads from where the public reads, and fails unless the revision's text and status are
    /// there as they should be.
    [[nodiscard]] virtual QFuture<base::Result<SeenProof>>
    readBack(const Receipt &receipt, const Thread &thread, const QString &revision) = 0;

    /// A person has said so: the next publish() of this thread also replaces what somebody else has
    /// changed at the target. Targets that nobody else can change need not care.
    virtual void overwriteNext(const QString &threadKey) { static_cast<void>(threadKey); }

    /// What publish() or find() has met of somebody else's in this thread and left alone; nothing
    /// if they have met nothing, or it was overwritten since.
    [[nodiscard]] virtual std::optional<ForeignEdit> foreignEdit(const QString &threadKey) const
    {
        static_cast<void>(threadKey);
        return std::nullopt;
    }

    /// Puts a postmortem where the target keeps them beside the updates, in the place of one that
    /// stands there. Doing it again changes nothing, but tells subscribers again if it says so.
    /// Errors: those of publish(); Refused also where it keeps none (see Capabilities), or nothing
    /// of the thread stands there.
    [[nodiscard]] virtual QFuture<base::Done> putPostmortem(const Thread &thread,
                                                            const PostmortemText &text);

    /// What publish() would make of this, without asking the target. Errors: NotFound (the thread
    /// has no such revision), Storage.
    [[nodiscard]] virtual base::Result<Preview> preview(const Thread &thread,
                                                        const QString &revision) const = 0;
    /// The same as pages for a browser, written into an empty folder; answers with the file to
    /// open. Refused where only the target knows what it will look like.
    [[nodiscard]] virtual QFuture<base::Result<QString>>
    writePreview(const Thread &thread, const QString &revision, const QString &folder);

    /// One sentence, for beside the button that publishes.
    [[nodiscard]] virtual QString whoIsNotified() const = 0;
};

} // namespace publish
