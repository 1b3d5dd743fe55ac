// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "staticsite/value.h"

#include <memory>
#include <vector>

namespace staticsite {

/// A text with places to fill: `{{name}}` (escaped unless it is Markup), `{{#name}}…{{/name}}`
/// (once for something true, once for each entry of a list), `{{^name}}…{{/name}}` (if it is not),
/// `{{! a remark }}`.
/// A name is looked up in the innermost section first. A line that holds only a section's mark
/// leaves no empty line behind.
class Template
{
public:
    /// Errors: Internal, naming what is wrong with the template.
    [[nodiscard]] static base::Result<Template> parse(const QString &source);

    /// Names that are not there are left empty.
    [[nodiscard]] Markup fill(const ValueMap &values) const;

private:
    struct Node
    {
        enum class Kind { Text, Field, Section, Inverted };

        Kind kind = Kind::Text;
        QString text; ///< of a text; else the name
        std::vector<Node> children;
    };

    class Parser;
    class Filler;

    std::vector<Node> m_nodes;
};

} // namespace staticsite
