// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <QString>
#include <set>
#include <tl/expected.hpp>
#include <vector>

namespace wording {

/// One field as it can be put into a sentence.
struct FieldValue
{
    QString text;
    QString zoned; ///< the same naming the zone, for the first time of a text; empty: no time
};

/// What a template is filled with.
struct TemplateFields
{
    std::map<QString, FieldValue> values; ///< by name, as in {started.since}; absent = unknown
    std::set<QString> flags;              ///< conditions that hold, as in ours?
};

/// A stretch of a template: it is said if its conditions hold and all fields in it are known.
struct Phrase
{
    struct Condition
    {
        QString name; ///< a flag, or a field that has to be known
        bool wanted = true;
        qsizetype at = 0; ///< where the name stands in what was parsed
    };

    struct Part;

    std::vector<Condition> conditions;
    std::vector<Part> parts;
};

struct Phrase::Part
{
    enum Kind { Text, Field, Choice };

    Kind kind = Text;
    QString text;               ///< of a text; the name of a field
    std::vector<Phrase> choice; ///< the first that can be said is; none: nothing is said here
    qsizetype at = 0;           ///< where it begins in what was parsed
};

/// What keeps a text from being a phrase, and where.
struct PhraseMistake
{
    qsizetype at = 0; ///< in what was parsed
    QString sentence;
};

/// "[a | b]" without its brackets. Linear in the length of the text.
[[nodiscard]] tl::expected<std::vector<Phrase>, PhraseMistake> parseChoice(QStringView text);

/// Fills phrases one after the other and remembers whether the zone has been named. What is said is
/// cut when it grows beyond what a post can be.
class PhraseFiller
{
public:
    static constexpr qsizetype longest = 200'000;

    explicit PhraseFiller(const TemplateFields &fields);

    /// The first phrase that can be said; nothing if none can.
    [[nodiscard]] std::optional<QString> say(const std::vector<Phrase> &choice);

private:
    [[nodiscard]] bool holds(const Phrase::Condition &condition) const;
    [[nodiscard]] std::optional<QString> sayOne(const Phrase &phrase);

    const TemplateFields &m_fields;
    bool m_zoneNamed = false;
};

} // namespace wording
