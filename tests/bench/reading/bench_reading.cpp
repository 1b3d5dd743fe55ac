// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/read.h"

#include "unit/reading/postfixture.h"

#include <cstdio>
#include <ctime>
#include <QCoreApplication>
#include <QRegularExpression>

/// What reading a post costs in CPU time: 10,000 posts of 200 words, and texts from 200 words to
/// 1 MB. The texts are the posts of the unit tests, joined and cut to length.
namespace {

using namespace Qt::StringLiterals;

constexpr int postCount = 10'000;
constexpr int wordCount = 200;
constexpr qsizetype longest = 1'000'000; // characters

double cpuMilliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

/// Words of all posts, with their line breaks.
QStringList wordsOfAll()
{
    QStringList words;
    const QString folder = QStringLiteral(TEST_SOURCE_DIR "/../../unit/reading/posts");
    static const QRegularExpression gap(u"[ \\t]+"_s);
    for (const QString &name : posts::names(folder)) {
        const QString text = QString::fromUtf8(posts::contents(folder + u'/' + name + u".txt"_s));
        words += QString(text).replace(u'\n', u" \n "_s).split(gap, Qt::SkipEmptyParts);
    }
    return words;
}

QString take(const QStringList &words, qsizetype &at, int count)
{
    QString text = u"Title\n\n"_s;
    for (int taken = 0; taken < count; ++at) {
        const QString &word = words[at % words.size()];
        text += word + u' ';
        taken += word == "\n"_L1 ? 0 : 1;
    }
    return text;
}

bool readOnce(const QString &text)
{
    return reading::readPost(text, u"2026-03-10T14:30"_s, {u"2026-03-10T15:10"_s},
                             u"Europe/London"_s)
        .has_value();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = wordsOfAll();
    if (words.isEmpty() || !readOnce(u"Title\n\nThe site was down."_s))
        return 1;
    std::vector<QString> all;
    qsizetype at = 0;
    for (int i = 0; i < postCount; ++i)
        all.push_back(take(words, at, wordCount));
    const double before = cpuMilliseconds();
    for (const QString &text : all) {
        if (!readOnce(text))
            return 1;
    }
    std::printf("%d posts of %d words: %.3f ms each\n\n", postCount, wordCount,
                (cpuMilliseconds() - before) / postCount);

    std::printf("%12s %10s %14s\n", "characters", "ms", "µs per 1000");
    for (qsizetype size = 1'000; size <= longest; size *= 10) {
        for (const qsizetype length : {size, 3 * size}) {
            if (length > longest)
                break;
            QString text;
            at = 0;
            while (text.size() < length)
                text += take(words, at, wordCount);
            text.truncate(length);
            const int rounds = int(std::max<qsizetype>(1, 300'000 / length));
            const double start = cpuMilliseconds();
            for (int i = 0; i < rounds; ++i) {
                if (!readOnce(text))
                    return 1;
            }
            const double each = (cpuMilliseconds() - start) / rounds;
            std::printf("%12lld %10.2f %14.1f\n", qlonglong(length), each,
                        each * 1000 * 1000 / double(length));
        }
    }
    return 0;
}
