// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/length.h"
#include "reading/scene.h"

namespace reading {

/// How well a time is stated; a better statement replaces a worse one.
enum class Stated { No, Day, Part, Relative, Clock };

/// The windows that a text tells of, in the order in which it tells of them. Statements go to the
/// current window; the title only fills what the body leaves open, and a later revision replaces
/// what an earlier one said.
class WindowBook
{
public:
    /// More than any post has; a text that is no post may not make it grow without end.
    static constexpr size_t maxWindows = 200;

    [[nodiscard]] bool isEmpty() const { return m_drafts.empty(); }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] bool hasTiming() const;
    [[nodiscard]] Bounds startOfCurrent() const;
    [[nodiscard]] Bounds endOfCurrent() const;
    /// Whether the current window is told to the minute and is just as long.
    [[nodiscard]] bool spansExactly(std::chrono::minutes length) const
    {
        const Bounds start = startOfCurrent();
        const Bounds end = endOfCurrent();
        return start.isExact() && end.isExact() && *end.lo - *start.lo == length;
    }
    [[nodiscard]] Length lengthOfCurrent() const;

    /// The next statement tells of another window, if the current one has times already.
    void another() { m_wantsNew = true; }
    /// Begins a window that follows the current one.
    void phase(const Scene &scene);
    /// Begins a new window whatever the current one holds.
    void push(const Scene &scene, std::optional<Effect> effect = {});

    void start(const Bounds &at, Stated how, const Scene &scene);
    void end(Bounds at, Stated how, const Scene &scene);
    /// It lasted from `from` to `to`.
    /// `isBetween`: unless a shorter length is told of it later, when it lay somewhere between.
    void span(const Bounds &from, const Bounds &to, const Scene &scene, bool isBetween = false);
    /// It lay somewhere in it.
    void inside(const Bounds &period, Stated how, const Scene &scene);
    /// The trouble began in it and runs on.
    void startedIn(const Bounds &period, Stated how, const Scene &scene);
    void length(const Length &length, const Scene &scene);
    /// "Each time it lasted a minute": of all windows that none is told of yet.
    void lengthOfEach(const Length &length, const Scene &scene);
    void total(const Length &length, const Scene &scene);
    void several(std::optional<int> count, const Scene &scene);
    /// The end told so far was something else.
    void clearEnd();
    void feel(Effect effect, const Scene &scene);
    /// What was felt where nothing says it.
    void assume(Effect effect);
    /// Days in which it lay say nothing beside the clock times of its steps.
    void dropDays();
    /// Makes sure that there is a window at all.
    void mention(const Scene &scene);

    /// Of all windows that are current; with a day, of those that begin on it.
    void setStatus(PlanStatus status, int revision,
                   std::optional<std::pair<Instant, Instant>> day = {});
    /// Windows that the revision gave one status get another.
    void restate(PlanStatus from, PlanStatus to, int revision);
    [[nodiscard]] bool isSeveral() const;
    /// The revision that stated the current start; -1 if none did.
    [[nodiscard]] int startRevision() const;
    [[nodiscard]] int endRevision() const;
    [[nodiscard]] Stated startStated() const;
    [[nodiscard]] std::optional<Effect> effectOfCurrent() const;
    [[nodiscard]] int revisionOfCurrent() const;
    [[nodiscard]] std::vector<FactWindow> finished() const;

    /// When nothing in the text says what was felt.
    Effect defaultEffect = Effect::Down;

private:
    struct Draft
    {
        FactWindow window;
        Stated startHow = Stated::No;
        Stated endHow = Stated::No;
        int startRevision = 0;
        int endRevision = 0;
        int lengthRevision = 0;
        int statusRevision = 0;
        bool isInside = false;
        bool isSeveral = false;
        bool isBetween = false; ///< lasts from start to end only as long as no length differs
        bool knowsEffect = false;
        std::optional<Length> length;

        [[nodiscard]] bool hasTiming() const;
    };

    Draft &target(const Scene &scene);
    [[nodiscard]] static bool mayReplace(Stated old, int oldRevision, Stated how,
                                         const Scene &scene);

    std::vector<Draft> m_drafts;
    int m_current = -1;
    bool m_wantsNew = false;
    std::optional<Effect> m_pendingEffect; ///< felt, before any window was told of
};

} // namespace reading
