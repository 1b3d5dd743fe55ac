// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/jsonline.h"
#include "exposition/parse.h"

#include <QTest>

/// Documents and what is to become of them.
namespace expositiontest {

/// "OK", or "LINE REASON" of the refusal.
inline QByteArray verdict(const QByteArray &document, exposition::Format format)
{
    const auto parsed = exposition::parse(document, format);
    if (parsed)
        return "OK";
    return QByteArray::number(parsed.error().line) + ' ' + parsed.error().reason.toUtf8();
}

/// The samples of a document as "name{label=value,...} value @ms", or the refusal.
inline QByteArrayList samples(const QByteArray &document, exposition::Format format)
{
    const auto parsed = exposition::parse(document, format);
    if (!parsed)
        return {verdict(document, format)};
    QByteArrayList all;
    for (const exposition::Sample &sample : parsed->samples) {
        QByteArray line = sample.name.toByteArray();
        QByteArrayList labels;
        for (const exposition::Label &label : parsed->labelsOf(sample.labels))
            labels += label.name.toByteArray() + '=' + label.value.toByteArray();
        if (!labels.isEmpty())
            line += '{' + labels.join(',') + '}';
        line += ' ' + QByteArray::number(sample.value, 'g', 17);
        if (sample.at)
            line += " @" + QByteArray::number(sample.at->ms);
        all += line;
    }
    return all;
}

struct Refusal
{
    const char *document;
    int line;
    const char *reason; ///< a part of it
};

inline void addRefusals(std::span<const Refusal> refusals)
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("reason");
    for (const Refusal &refusal : refusals)
        QTest::newRow(refusal.document)
            << QByteArray(refusal.document) << refusal.line << QByteArray(refusal.reason);
}

/// Of the present row of addRefusals().
inline void checkRefusal(exposition::Format format)
{
    QFETCH(QByteArray, document);
    QFETCH(int, line);
    QFETCH(QByteArray, reason);
    const QByteArray found = verdict(document, format);
    QVERIFY2(found.startsWith(QByteArray::number(line) + ' '), found);
    QVERIFY2(found.contains(reason), found);
}

inline void addAccepted(std::span<const char *const> documents)
{
    QTest::addColumn<QByteArray>("document");
    for (const char *const document : documents)
        QTest::newRow(document) << QByteArray(document);
}

} // namespace expositiontest
