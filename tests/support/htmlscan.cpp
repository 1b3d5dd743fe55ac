// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/htmlscan.h"

#include <QRegularExpression>

namespace support {

using namespace Qt::StringLiterals;

namespace {

class Scanner
{
public:
    explicit Scanner(const QString &html)
        : m_html(html)
    {}

    HtmlScan scan()
    {
        while (m_at < m_html.size() && m_scan.fault.isEmpty()) {
            const qsizetype open = m_html.indexOf(u'<', m_at);
            const qsizetype end = open < 0 ? m_html.size() : open;
            const QString text = m_html.sliced(m_at, end - m_at);
            if (text.contains(u'>'))
                fail(u"bare > in text"_s);
            m_scan.text += decodeEntities(text, &m_scan.fault);
            m_at = end;
            if (open >= 0)
                tag();
        }
        return m_scan;
    }

private:
    void fail(const QString &what)
    {
        if (m_scan.fault.isEmpty())
            m_scan.fault = u"%1 at %2: %3"_s.arg(what).arg(m_at).arg(m_html.mid(m_at, 60));
    }

    void tag()
    {
        static const QRegularExpression pattern(
            uR"(\G<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*/?>)"_s);
        static const QRegularExpression attribute(
            uR"re(([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?)re"_s);
        if (m_html.mid(m_at, 15).compare("<!DOCTYPE html>"_L1, Qt::CaseInsensitive) == 0) {
            m_at += 15;
            return;
        }
        const auto match = pattern.match(m_html, m_at);
        if (!match.hasMatch()) {
            fail(u"no tag"_s);
            return;
        }
        HtmlTag found{match.captured(2), !match.captured(1).isEmpty(), {}};
        auto attributes = attribute.globalMatch(match.captured(3));
        while (attributes.hasNext()) {
            const auto one = attributes.next();
            found.attributes[one.captured(1)] = decodeEntities(one.captured(2), &m_scan.fault);
        }
        m_scan.tags.push_back(found);
        m_at = match.capturedEnd();
    }

    const QString &m_html;
    qsizetype m_at = 0;
    HtmlScan m_scan;
};

} // namespace

HtmlScan scanHtml(const QString &html)
{
    return Scanner(html).scan();
}

QString decodeEntities(const QString &text, QString *fault)
{
    static const QMap<QString, QChar> known{
        {u"amp"_s, u'&'}, {u"lt"_s, u'<'}, {u"gt"_s, u'>'}, {u"quot"_s, u'"'}, {u"#39"_s, u'\''}};
    QString out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype mark = text.indexOf(u'&', at);
        out += text.mid(at, mark < 0 ? -1 : mark - at);
        if (mark < 0)
            return out;
        const qsizetype end = text.indexOf(u';', mark);
        const QString name = end < 0 ? QString() : text.sliced(mark + 1, end - mark - 1);
        if (!known.contains(name)) {
            if (fault && fault->isEmpty())
                *fault = u"unknown entity in: "_s + text.mid(mark, 30);
            return out;
        }
        out += known[name];
        at = end + 1;
    }
}

} // namespace support
