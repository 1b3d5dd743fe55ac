// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include "brief.h"
#include "postfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// A section of the lists: the post that its lines stand in, and what all of them say there.
struct Section
{
    QLatin1StringView name;
    QLatin1StringView text;  ///< "%1" is the line; "\n\nUPDATE:" opens an update
    QLatin1StringView times; ///< "…" in front: other facts may stand beside it
    QLatin1StringView a = "13:10"_L1;
    QLatin1StringView b = "13:40"_L1;
    QLatin1StringView length = "30 minutes"_L1;
    QLatin1StringView day = "on Thursday"_L1;
    QLatin1StringView updated = {}; ///< when the update was posted
};

constexpr auto plan = "plan start 03-12/22:00 end 03-12/22:30"_L1;
constexpr auto told = "The shop was down from 13:05 to 13:40. %1"_L1;
constexpr auto toldEnd = "The shop was down from 13:10 to 13:40. %1"_L1;
constexpr auto begun = "The shop went down at 13:10. %1"_L1;
constexpr auto running = "The shop has been down since 14:10. %1"_L1;
constexpr auto planned = "The shop will be down on Thursday from 22:00 to 22:30. %1"_L1;
constexpr auto runningUpdate = "The shop has been down since 14:10.\n\nUPDATE: %1"_L1;
constexpr auto plannedUpdate =
    "The shop will be down on Thursday from 22:00 to 22:30.\n\nUPDATE: %1"_L1;
constexpr auto evening = "2026-03-10T18:00"_L1;
constexpr auto during = "2026-03-12T22:25"_L1;
constexpr auto after = "2026-03-12T22:40"_L1;
constexpr auto later = "2026-03-10T15:00"_L1;

constexpr std::array sections{
    Section{"range"_L1, "%1"_L1, "start 13:10 end 13:40"_L1},
    Section{"range_slow"_L1, "%1"_L1, "start 13:10 end 13:40"_L1},
    Section{"start"_L1, "%1 It was back at 13:40."_L1, "start 13:10 end 13:40"_L1},
    Section{"start_about"_L1, "%1 It was back at 13:40."_L1, "start 12:55..13:25 end 13:40"_L1},
    Section{"end"_L1, begun, "start 13:10 end 13:40"_L1},
    Section{"end_about"_L1, begun, "start 13:10 end 13:25..13:55"_L1},
    Section{"len"_L1, "%1"_L1, "dur 30..30 about"_L1},
    Section{"len_about"_L1, "%1"_L1, "dur 24..36 about"_L1},
    Section{"len_between"_L1, "%1"_L1, "dur 20..30 between"_L1},
    Section{"len_max"_L1, "%1"_L1, "dur 0..30 between"_L1},
    Section{"start_len"_L1, "%1"_L1, "start 13:10 dur 30..30 about"_L1},
    Section{"len_then_clock"_L1, "%1"_L1, "start 13:10 dur 30..30 about"_L1},
    Section{"just_now"_L1, "%1"_L1, "end 14:15..14:30 dur 30..30 about"_L1},
    Section{"alert_at"_L1, told, "start 13:05 end 13:40; first_alert at 13:10"_L1},
    Section{"detect_at"_L1, told, "start 13:05 end 13:40; detected at 13:10"_L1},
    Section{"detect_once"_L1, "The shop went down at 13:10. %1 It was back at 13:40."_L1,
            "start 13:10 end 13:40; detected 0..2 from started"_L1},
    Section{"fix_at"_L1, told, "start 13:05 end 13:40; fixed at 13:10"_L1},
    Section{"fix_untimed"_L1, toldEnd, "start 13:10 end 13:40; fixed"_L1},
    Section{"cause"_L1, toldEnd, "start 13:10 end 13:40"_L1},
    Section{"promise"_L1, toldEnd, "start 13:10 end 13:40"_L1},
    Section{"unaffected"_L1, toldEnd, "start 13:10 end 13:40"_L1},
    Section{"numbers"_L1, toldEnd, "start 13:10 end 13:40"_L1},
    Section{"plan_range"_L1, "%1"_L1, plan, "22:00"_L1, "22:30"_L1},
    Section{"plan_readonly"_L1, "%1"_L1, plan, "22:00"_L1, "22:30"_L1},
    Section{"plan_window"_L1, "%1"_L1,
            "plan inside start 03-12/22:00..03-12/23:00 end 03-12/22:00..03-12/23:00 "
            "dur 10..10 about; estimate duration 10..10"_L1,
            "22:00"_L1, "23:00"_L1, "10 minutes"_L1},
    Section{"plan_start_len"_L1, "%1"_L1,
            "plan start 03-12/22:00 dur 8..12 about; estimate duration 8..12"_L1, "22:00"_L1,
            "23:00"_L1, "10 minutes"_L1},
    Section{"plan_max"_L1, "%1"_L1,
            "plan start 03-12/22:00 dur 0..10 between; estimate duration 0..10"_L1, "22:00"_L1,
            "23:00"_L1, "10 minutes"_L1},
    Section{"plan_reason"_L1, planned, plan},
    Section{"plan_advice"_L1, planned, plan},
    Section{"plan_cancel"_L1,
            plannedUpdate,
            "plan start 03-12/22:00 end 03-12/22:30 cancelled"_L1,
            "22:00"_L1,
            "22:30"_L1,
            {},
            {},
            evening},
    Section{"plan_move"_L1,
            plannedUpdate,
            "plan start 03-12/22:00 end 03-12/22:30 superseded; "
            "plan start 03-13/23:00 end 03-13/23:30"_L1,
            "23:00"_L1,
            "23:30"_L1,
            {},
            "on Friday"_L1,
            evening},
    Section{"plan_extend"_L1,
            plannedUpdate,
            "plan start 03-12/22:00 end 03-12/22:30 superseded; "
            "plan start 03-12/22:00 end 03-12/23:00"_L1,
            "22:00"_L1,
            "23:00"_L1,
            {},
            {},
            during},
    Section{"plan_done_at"_L1,
            plannedUpdate,
            "plan start 03-12/22:00 end 03-12/22:30; end 03-12/22:20"_L1,
            "22:00"_L1,
            "22:20"_L1,
            {},
            {},
            during},
    Section{"plan_done_len"_L1,
            plannedUpdate,
            "plan start 03-12/22:00 end 03-12/22:30; dur 20..20 about"_L1,
            "22:00"_L1,
            "22:20"_L1,
            "20 minutes"_L1,
            {},
            during},
    Section{"plan_early"_L1,
            plannedUpdate,
            "…earlier by 5"_L1,
            "22:00"_L1,
            "22:25"_L1,
            "5 minutes"_L1,
            {},
            during},
    Section{"plan_late"_L1,
            plannedUpdate,
            "…later by 5"_L1,
            "22:00"_L1,
            "22:35"_L1,
            "5 minutes"_L1,
            {},
            after},
    Section{"plan_as"_L1, plannedUpdate, "…as_predicted"_L1, "22:00"_L1, "22:30"_L1, {}, {}, after},
    Section{"live_since"_L1, "%1 We are looking into it."_L1, "start 14:10"_L1, "14:10"_L1},
    Section{"live_cause"_L1, running, "start 14:10"_L1},
    Section{"live_eta"_L1,
            running,
            "start 14:10; estimate remaining 16..24"_L1,
            {},
            {},
            "20 minutes"_L1},
    Section{"live_by"_L1, running, "start 14:10; estimate remaining 15:30"_L1, {}, "15:30"_L1},
    Section{"live_next"_L1, running, "start 14:10"_L1, {}, "15:30"_L1},
    Section{"live_back_now"_L1,
            runningUpdate,
            "start 14:10 end 14:45..15:00; back_to_normal -15..0 from posted"_L1,
            {},
            {},
            {},
            {},
            later},
    Section{"live_back_at"_L1,
            runningUpdate,
            "start 14:10 end 14:50; back_to_normal at 14:50"_L1,
            {},
            "14:50"_L1,
            {},
            {},
            later},
    Section{"live_fixed"_L1, runningUpdate, "start 14:10; fixed"_L1, {}, {}, {}, {}, later},
};

QString title(const Section &section)
{
    return section.name.startsWith("plan"_L1)   ? u"Planned work"_s
           : section.name.startsWith("live"_L1) ? u"Site down"_s
                                                : u"Sorry about that"_s;
}

/// "The shop" where the line begins with it, and its full stop.
QString sentence(QString line)
{
    line[0] = line[0].toUpper();
    return QStringView(u".!?)").contains(line.back()) ? line : line + u'.';
}

QString filled(const Section &section, QString line)
{
    // "for {D}" and the like have a word of their own before the day.
    static const QRegularExpression led(
        u"\\b(on|for|to|of|until|from|by|is|this|coming|next|date|slot|scheduled|planned|moved)"
        "[ :]+\\{D\\}"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString day = section.day;
    if (line.contains(led))
        day.remove(0, day.indexOf(u' ') + 1);
    line.replace(u"{X}"_s, u"the shop"_s).replace(u"{A}"_s, section.a);
    line.replace(u"{B}"_s, section.b).replace(u"{N}"_s, section.length).replace(u"{D}"_s, day);
    return sentence(line.replace(u"{n}"_s, u"20"_s).replace(u"{m}"_s, u"30"_s));
}

bool isRead(const Section &section, const QString &line, QString &answer)
{
    const QString text =
        title(section) + u"\n\n"_s + QString(section.text).arg(filled(section, line));
    const QStringList updates =
        section.updated.isEmpty() ? QStringList() : QStringList(section.updated);
    const auto facts = reading::readPost(text, posts::posted, updates, posts::zone);
    if (!facts)
        return false;
    answer = posts::brief(reading::toJson(*facts));
    const QString wanted = QString::fromUtf8(section.times.data(), section.times.size());
    return wanted.startsWith(u'…') ? answer.split(u"; "_s).contains(wanted.sliced(1))
                                   : answer == wanted;
}

} // namespace

/// The lists in sentences/ hold, in sections, the same thing said in many ways, by people who did
/// not know how the reader works: "{X}" is the service, "{A}" and "{B}" are clock times, "{N}" a
/// length, "{n}" and "{m}" bare minutes, "{D}" a day. Not all are understood; as many as ever are.
class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void readsMostSentences()
    {
        int all = 0;
        int read = 0;
        const QString folder = QStringLiteral(TEST_SOURCE_DIR "/sentences");
        const bool isShown = qEnvironmentVariableIsSet("READING_SENTENCES");
        for (const QString &file : QDir(folder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
            int before = read;
            int count = 0;
            const Section *section = nullptr;
            const QString lists = QString::fromUtf8(posts::contents(folder + u'/' + file));
            for (const QString &line : lists.split(u'\n', Qt::SkipEmptyParts)) {
                if (line.startsWith(u'#'))
                    continue;
                if (line.startsWith(u'[')) {
                    const auto found =
                        std::find_if(sections.begin(), sections.end(), [&](const Section &one) {
                            return line == u'[' + one.name + u']';
                        });
                    section = found == sections.end() ? nullptr : &*found;
                    continue;
                }
                if (!section)
                    continue;
                ++count;
                QString answer;
                if (isRead(*section, line, answer))
                    ++read;
                else if (isShown)
                    qInfo().noquote() << file << section->name << line << "=>" << answer;
            }
            qInfo().noquote() << u"%1: %2 of %3"_s.arg(file).arg(read - before).arg(count);
            all += count;
        }
        QVERIFY(all > 3000);
        QVERIFY2(read * 1000 >= all * 905, qPrintable(u"%1 of %2"_s.arg(read).arg(all)));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
