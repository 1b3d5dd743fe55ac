// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/value.h"

#include <QByteArray>

/// What the pages have in common.
namespace staticsite {

enum class Section { Now, Maintenance, History, None };

struct Frame
{
    QString templateName; ///< "index.html"
    QString title;        ///< of the browser's tab, without the name of the site
    QString root;         ///< "" or "../": the way from the page to the top of the site
    Section section = Section::None;
};

/// An attribute for elements with our own words, where the page is in a language that they are not
/// in: ` lang="en"`; else nothing. Templates know it as {{own}}.
[[nodiscard]] Markup ownLanguage(const Edition &edition);

/// Fills the template and puts it into the frame of every page.
[[nodiscard]] QByteArray framedPage(const Edition &edition, const Frame &frame,
                                    const ValueMap &values);

/// The class that gives an element the colours of a state.
[[nodiscard]] QString stateClass(publish::ComponentState state);
[[nodiscard]] QString stateClass(const publish::Thread &thread);
/// The shape of a state; what it means stands beside it in words.
[[nodiscard]] Markup stateIcon(publish::ComponentState state);
[[nodiscard]] Markup stateIcon(const publish::Thread &thread);

} // namespace staticsite
