// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/feedentries.h"

#include "staticsite/sitewords.h"

#include <algorithm>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;
using publish::Update;

namespace {

/// Enough for a reader that looks once a day, in the worst of weeks.
constexpr size_t feedLength = 50;

} // namespace

QString FeedEntry::title() const
{
    return u"%1: %2"_s.arg(update->title, statusWords(*thread, *update));
}

std::vector<FeedEntry> feedEntries(const Edition &edition)
{
    std::vector<FeedEntry> entries;
    for (const Thread *thread : edition.threads()) {
        for (const Update &update : thread->updates)
            entries.push_back({thread, &update});
    }
    const size_t shown = std::min(entries.size(), feedLength);
    std::ranges::partial_sort(entries, entries.begin() + std::ptrdiff_t(shown), std::greater(),
                              [](const FeedEntry &entry) {
                                  return std::pair(entry.update->changedAt(), entry.update->key);
                              });
    entries.resize(shown);
    return entries;
}

XmlText::XmlText()
    : m_xml(u"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"_s)
{}

void XmlText::open(const QString &tag)
{
    m_xml += u"<%1>\n"_s.arg(tag);
}

void XmlText::close(const QString &name)
{
    m_xml += u"</%1>\n"_s.arg(name);
}

void XmlText::element(const QString &tag, const QString &text)
{
    m_xml += u"<%1>%2</%3>\n"_s.arg(tag, Markup::escaped(text).html(), tag.section(u' ', 0, 0));
}

} // namespace staticsite
