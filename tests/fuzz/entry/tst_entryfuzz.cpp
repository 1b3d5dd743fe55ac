// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/form.h"
#include "support/manualclock.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// WATCHKEEPER_FUZZ_ROUNDS asks for more.
constexpr int usualRounds = 2'000;
constexpr quint32 seed = 1610;

const QStringList lines{
    u"15m just now, back up after 10, normal +5"_s,
    u"13:45 for 30-40m"_s,
    u"16:10, 5m, noticed at once, fixed straight away, normal 5 or so later"_s,
    u"3 outages this afternoon, 5 to 40m"_s,
    u"yesterday 23:50-00:20, fixed 00:10"_s,
    u"02:00Z ~20m, 1-2h degraded after"_s,
    u"half eight last night till ten to nine"_s,
    u"between 1 and 2am about 10m"_s,
    u"since 14:05, still going"_s,
    u"22/11 4.08 pm, an hour and a half, reported by a customer at 16:20+01:00"_s,
    u"twice between 13:00 and 15:00, shortest 90s, longest 1h30"_s,
};

const QStringList pieces{u" "_s,          u","_s,
                         u"-"_s,          u"+"_s,
                         u":"_s,          u"."_s,
                         u"/"_s,          u"to "_s,
                         u"and "_s,       u"99"_s,
                         u"0"_s,          u"12"_s,
                         u"999999"_s,     u"m"_s,
                         u"h"_s,          u"pm"_s,
                         u"half "_s,      u"quarter "_s,
                         u"fixed "_s,     u"normal "_s,
                         u"at once"_s,    u"~"_s,
                         u"<"_s,          u"Z"_s,
                         u"UTC+"_s,       u"yesterday "_s,
                         u"29 Feb "_s,    u"midnight "_s,
                         u"-\u0000-"_s,   u"\u2013"_s,
                         u"\U0001F525"_s, u"\u0661\u0662:\u0663\u0660"_s,
                         u"'"_s,          u"degraded after"_s};

QString mutated(QRandomGenerator &random)
{
    QString line = lines[random.bounded(lines.size())];
    if (random.bounded(4) == 0)
        line += u", "_s + lines[random.bounded(lines.size())];
    for (int fault = random.bounded(5); fault > 0; --fault) {
        const auto at = random.bounded(line.size() + 1);
        const auto length = random.bounded(qMin<qsizetype>(8, line.size() - at) + 1);
        switch (random.bounded(4)) {
        case 0:
            line.remove(at, length);
            break;
        case 1:
            line.insert(at, pieces[random.bounded(pieces.size())]);
            break;
        case 2:
            line.insert(random.bounded(line.size() + 1), line.mid(at, length));
            break;
        default:
            if (at < line.size())
                line[at] = QChar(char16_t(random.bounded(0x3000)));
        }
    }
    return line;
}

bool isWithin(const entry::Stretch &where, const QString &line)
{
    return where.at >= 0 && where.length >= 0 && where.end() <= line.size();
}

/// What holds of every answer, whatever was typed.
bool isSound(const QString &line, const entry::Form &form, timing::Instant now)
{
    const entry::Entry &entry = form.entry();
    for (const entry::Question &question : entry.questions) {
        if (!isWithin(question.where, line) || question.sentence.isEmpty())
            return false;
        for (const entry::Choice &choice : question.choices) {
            if (choice.label.isEmpty() || choice.replacement.isEmpty())
                return false;
        }
    }
    for (const entry::Leftover &leftover : entry.leftovers) {
        if (!isWithin(leftover.where, line) || leftover.words.isEmpty())
            return false;
    }
    // What is clear can be stored as far as the times go: nothing begins in the future.
    const auto start = entry.window.start.lo();
    return !entry.isClear() || !start || *start <= now + std::chrono::hours(24);
}

} // namespace

class TestEntryFuzz : public QObject
{
    Q_OBJECT

private slots:
    void nothingTypedBreaksIt()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_ROUNDS", &given);
        const int rounds = given ? asked : usualRounds;
        QRandomGenerator random(seed);
        const char *const zones[] = {"Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"};
        const char *const times[] = {"2026-10-25T01:20:00Z", "2026-03-29T02:20:00Z",
                                     "2028-02-29T23:59:59Z"};
        for (int round = 0; round < rounds; ++round) {
            const QString line = mutated(random);
            const timing::Instant now = support::utc(times[random.bounded(3)]);
            entry::Form form({QTimeZone(zones[random.bounded(3)]), now});
            form.setLine(line);
            QVERIFY2(isSound(line, form, now), qPrintable(line));
            std::ignore = form.rows();
            std::ignore = form.sum();
            std::ignore = form.command({});
            for (int field = 0; field <= int(entry::Field::Longest); ++field) {
                const QString text = form.text(entry::Field(field));
                std::ignore = form.edit(entry::Field(field), mutated(random));
                std::ignore = form.edit(entry::Field(field), text);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestEntryFuzz)
#include "tst_entryfuzz.moc"
