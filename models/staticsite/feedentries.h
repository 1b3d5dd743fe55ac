// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

namespace staticsite {

struct FeedEntry
{
    const publish::Thread *thread = nullptr;
    const publish::Update *update = nullptr;

    /// "Images are not loading: resolved"
    [[nodiscard]] QString title() const;
};

/// The entries of both feeds, newest change first.
[[nodiscard]] std::vector<FeedEntry> feedEntries(const Edition &edition);

/// Writes XML with every text escaped.
class XmlText
{
public:
    XmlText();

    void open(const QString &tag);
    void close(const QString &name);
    void element(const QString &tag, const QString &text);
    [[nodiscard]] QByteArray take() const { return m_xml.toUtf8(); }

private:
    QString m_xml;
};

} // namespace staticsite
