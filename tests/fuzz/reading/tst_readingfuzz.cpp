// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include "unit/reading/postfixture.h"

#include <QRandomGenerator>
#include <QTest>

/// Reads posts that were cut, joined, shuffled and sprinkled with what no post holds, and checks
/// that each gets an answer in which every window's start is not after its end. The same seed makes
/// the same posts; WATCHKEEPER_FUZZ_ROUNDS asks for more of them.
namespace {

using namespace Qt::StringLiterals;

constexpr int roundsInPassing = 400;

class Mutator
{
public:
    Mutator(std::vector<posts::Fixture> corpus, quint32 seed)
        : m_corpus(std::move(corpus))
        , m_random(seed)
    {}

    QString next()
    {
        QString text = any().text;
        for (int changes = below(6); changes >= 0; --changes)
            change(text);
        return text;
    }

    const posts::Fixture &any() { return m_corpus[size_t(below(int(m_corpus.size())))]; }

private:
    int below(int end) { return int(m_random.bounded(quint32(std::max(1, end)))); }

    void change(QString &text)
    {
        static const QStringList odd = {
            u"\u2013"_s, u"25:61"_s, u"UPDATE 3:"_s,    u"(("_s,        u"999999999999"_s,
            u"\n\n"_s,   u"\r\n"_s,  u"31 February"_s,  u"\u00a0"_s,    u"between"_s,
            u"0000Z"_s,  u"\0"_s,    u"-1 minutes"_s,   u"\ufeff"_s,    u"[14:30] Resolved:"_s,
            u"24:00"_s,  u"a"_s,     u"quarter past"_s, u"\U0001F600"_s};
        const int at = below(int(text.size()));
        switch (below(6)) {
        case 0:
            text.remove(at, below(40));
            break;
        case 1:
            text.insert(at, odd[below(int(odd.size()))]);
            break;
        case 2:
            text.insert(at, any().text.mid(below(200), below(120)));
            break;
        case 3:
            text.insert(at, text.mid(below(int(text.size())), below(60)));
            break;
        case 4:
            text.truncate(at);
            break;
        default:
            if (!text.isEmpty())
                text[at] = QChar(ushort(m_random.bounded(0x3000)));
            break;
        }
    }

    std::vector<posts::Fixture> m_corpus;
    QRandomGenerator m_random;
};

/// No window may end before it starts; "" if all is well.
QString fault(const reading::PostFacts &facts)
{
    for (const auto &windows : {facts.planned, facts.actual}) {
        for (const reading::FactWindow &window : windows) {
            if (window.start.lo && window.start.hi && *window.start.lo > *window.start.hi)
                return u"a start whose lo is after its hi"_s;
            if (window.length.lo && window.length.hi && *window.length.lo > *window.length.hi)
                return u"a length whose lo is above its hi"_s;
        }
    }
    return {};
}

} // namespace

class TestReadingFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPostHasAnAnswer();
};

void TestReadingFuzz::everyPostHasAnAnswer()
{
    const int asked = qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_ROUNDS");
    const QString folder = QStringLiteral(TEST_SOURCE_DIR "/../../unit/reading/posts");
    std::vector<posts::Fixture> corpus;
    for (const QString &name : posts::names(folder))
        corpus.push_back(posts::load(folder, name));
    QVERIFY(!corpus.empty());
    Mutator mutator(corpus, 1);
    for (int i = 0; i < (asked > 0 ? asked : roundsInPassing); ++i) {
        const QString text = mutator.next();
        const posts::Fixture &frame = mutator.any();
        const auto facts = reading::readPost(text, frame.posted, frame.updates, frame.zone);
        if (!facts)
            continue;
        const QString wrong = fault(*facts);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"round %1: %2\n%3"_s.arg(i).arg(wrong, text)));
        QVERIFY(!reading::toJson(*facts).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestReadingFuzz)
#include "tst_readingfuzz.moc"
