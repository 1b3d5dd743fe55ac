// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/textdifference.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using workflow::differenceWords;
using workflow::textDifference;
using workflow::TextPiece;
using In = TextPiece::In;

namespace {

QString joined(const std::vector<TextPiece> &pieces, In side)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.in == In::Both || piece.in == side)
            text += piece.text;
    }
    return text;
}

} // namespace

class TestTextDifference : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsAreOnePiece()
    {
        const std::vector<TextPiece> pieces = textDifference(u"a b\n\nc"_s, u"a b\n\nc"_s);
        QCOMPARE(pieces.size(), size_t(1));
        QCOMPARE(pieces.front(), (TextPiece{In::Both, u"a b\n\nc"_s}));
        QVERIFY(textDifference({}, {}).empty());
    }

    void wordsThatDifferAreNamed()
    {
        const auto pieces = textDifference(u"Images are back."_s, u"Images were back again."_s);
        QCOMPARE(differenceWords(pieces),
                 u"Both: Images\nThere: are\nOurs: were\nThere: back.\nOurs: back again."_s);
    }

    void aTextThatWasTakenAwayIsAllOurs()
    {
        QCOMPARE(textDifference({}, u"Ours."_s),
                 std::vector<TextPiece>({TextPiece{In::Ours, u"Ours."_s}}));
    }

    void bothSidesCanBePutTogetherAgain()
    {
        QRandomGenerator random(7);
        const QStringList words{u"shop"_s, u"is"_s, u" "_s, u"\n"_s, u"down"_s, u"😀"_s, u"\n\n"_s};
        for (int round = 0; round < 300; ++round) {
            QString texts[2];
            for (QString &text : texts) {
                for (int i = random.bounded(30); i > 0; --i)
                    text += words[random.bounded(int(words.size()))];
            }
            const auto pieces = textDifference(texts[0], texts[1]);
            QCOMPARE(joined(pieces, In::Theirs), texts[0]);
            QCOMPARE(joined(pieces, In::Ours), texts[1]);
        }
    }

    void veryLongTextsDifferAsAWhole()
    {
        QString theirs;
        QString ours;
        for (int i = 0; i < 20'000; ++i) {
            theirs += u"their%1 "_s.arg(i);
            ours += u"our%1 "_s.arg(i);
        }
        const auto pieces = textDifference(theirs, ours);
        QCOMPARE(joined(pieces, In::Theirs), theirs);
        QCOMPARE(joined(pieces, In::Ours), ours);
    }
};

QTEST_APPLESS_MAIN(TestTextDifference)
#include "tst_textdifference.moc"
