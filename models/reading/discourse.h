// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/kind.h"
#include "reading/read.h"
#include "reading/role.h"
#include "reading/verdict.h"

namespace reading {

/// Goes through a post sentence by sentence and decides what each time phrase is about.
class Discourse
{
public:
    Discourse(const Lexicon &lexicon, const QTimeZone &zone);

    [[nodiscard]] PostFacts read(const PostInput &input);

private:
    struct Part
    {
        Analyses sentences;
        std::optional<Instant> posted;
        std::optional<Instant> postedBefore;
        int revision = 0;
        bool isTitle = false;
    };

    [[nodiscard]] Analyses analysesOf(const Tokens &tokens) const;
    [[nodiscard]] bool namesComing(const Part &title, const Part &post);
    void tellComing(Part &part);
    void takeZone(std::vector<Part> &parts) const;
    void readStyle(const std::vector<Part> &parts);
    void titleDay(const Part &title);
    void readPart(const Part &part);
    void readSentence(const Part &part, const Analysis &sentence);
    void readClause(const Part &part, const Analysis &sentence, size_t clause);
    void readMention(const Part &part, const Analysis &sentence, size_t own,
                     const Mention &mention);
    [[nodiscard]] std::optional<Effect> feltIn(const Analysis &sentence,
                                               const Clause &clause) const;
    [[nodiscard]] bool isAhead(const Part &part, const Scene &scene) const;
    [[nodiscard]] bool isSetAside(const Analysis &sentence, size_t clause,
                                  const Mention &mention) const;
    void dropForeignTimes(Analysis &sentence) const;
    void finish(PostFacts &facts, const PostInput &input, const std::vector<Part> &parts);

    const Lexicon &m_lexicon;
    WallTime m_wallTime;
    Story m_story;
    int m_lastItem = -2; ///< sentence with the last line of a list of outages
    ActualReader m_actual;
    PlanChanger m_changer;
    PlanReader m_plan;
};

} // namespace reading
