// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/eventjson.h"
#include "support/manualclock.h"

#include <functional>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

/// Makes values of every type that events carry, each run the same ones.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {}

    bool flip() { return number(2) == 1; }
    int number(int below) { return int(m_random.bounded(below)); }

    template <class E>
    E word()
    {
        return base::EnumNames<E>::table[number(std::size(base::EnumNames<E>::table))].value;
    }

    QString text()
    {
        static const QStringList texts{
            u""_s,         u"plain"_s,          u"two\nlines\ttab"_s, u"“naïve” résumé 🔥"_s,
            u"\"\\/"_s,    u"</script>&amp;"_s, u"שלום \u202Eabc"_s,  QString(QChar(0)) + u"nul"_s,
            u"{\"a\":1}"_s};
        return texts[number(int(texts.size()))];
    }

    QString id() { return u"id-%1"_s.arg(number(1000)); }

    QStringList texts()
    {
        QStringList list;
        for (int i = number(3); i > 0; --i)
            list << text();
        return list;
    }

    Instant instant()
    {
        return support::utc("2026-11-22T16:08:00Z") + Span(number(2'000'000) - 1'000'000);
    }

    RoughInstant rough()
    {
        switch (number(8)) {
        case 0:
            return RoughInstant::exact(instant());
        case 1:
            return RoughInstant::about(instant(), Span(60 + number(900)));
        case 2:
            return RoughInstant::between(instant(), instant());
        case 3:
            return RoughInstant::between(instant(), instant(), timing::Precision::Daypart);
        case 4:
            return RoughInstant::notBefore(instant());
        case 5:
            return RoughInstant::notAfter(instant());
        case 6:
            return RoughInstant::notApplicable();
        default:
            return {};
        }
    }

    RoughDuration length()
    {
        const Span span(number(100'000));
        switch (number(7)) {
        case 0:
            return RoughDuration::exact(span);
        case 1:
            return RoughDuration::about(span);
        case 2:
            return RoughDuration::between(span, Span(number(100'000)));
        case 3:
            return RoughDuration::atMost(span);
        case 4:
            return RoughDuration::atLeast(span);
        case 5:
            return RoughDuration::notApplicable();
        default:
            return {};
        }
    }

    Window window()
    {
        return {1 + number(9), 1 + number(3), flip(),   word<Effect>(), text(), texts(),
                rough(),       rough(),       length(), flip(),         text()};
    }

    Cause cause() { return {word<CauseStatus>(), text(), word<Attribution>(), text(), text()}; }

    PostRevision revision()
    {
        PostRevision revision;
        revision.id = id();
        revision.number = number(9);
        revision.replaces = text();
        revision.status = word<PublicStatus>();
        revision.title = text();
        revision.body = text();
        revision.targets = texts();
        revision.estimate = length();
        revision.nextUpdate = rough();
        revision.facts = text().toUtf8();
        return revision;
    }

    Promise promise()
    {
        Promise promise;
        promise.id = id();
        promise.kind = word<PromiseKind>();
        promise.quote = text();
        promise.due = rough();
        promise.trigger = text();
        promise.revision = text();
        return promise;
    }

    AlertEvidence alert()
    {
        return {id(), text(), text(), rough(), instant(), rough(), number(50), 1};
    }

    Origin origin()
    {
        return {word<Source>() == Source::Manual ? u"text"_s : u"feed"_s,
                id(),
                text(),
                text(),
                text(),
                text(),
                text(),
                instant()};
    }

    /// A value of the kind that stands at this place of the variant.
    Payload payload(std::size_t index)
    {
        const Payload all[] = {
            Opened{word<Kind>(), word<EntryMode>(), word<State>(), text(), text(), text(), text()},
            TitleChanged{text()},
            SeverityChanged{number(5)},
            CauseStated{cause(), text()},
            StateChanged{word<State>(), text()},
            MilestoneSet{word<Milestone>(), 1 + number(3), rough(), word<Source>(), text()},
            WindowSet{window(), text()},
            WindowWithdrawn{number(9), text()},
            Noted{text()},
            AlertLinked{alert()},
            PostRevised{revision()},
            PostSeen{text(), text(), text(), text()},
            PromiseMade{promise()},
            PromiseSettled{text(), word<PromiseStatus>(), text()},
            ChecklistStarted{text().toUtf8()},
            StepMarked{text(), 1 + number(3), word<StepState>(), text(), flip(), text()},
            Reopened{text()},
            SectionWritten{text(), text()},
            PostmortemExported{text(), text()},
            Imported{origin()},
            ImportShown{texts()},
            PostsRetracted{text(), texts(), text()},
            KindChanged{word<Kind>(), text()},
            Linked{{word<Relation>(), text(), text(), text()}},
            PromiseDated{text(), rough(), text(), text()},
            FollowUpSet{{id(),
                         text(),
                         word<FollowUpKind>(),
                         rough(),
                         text(),
                         text(),
                         text(),
                         text(),
                         FollowUpStatus::Open,
                         {},
                         {}}},
            FollowUpSettled{text(), word<FollowUpStatus>(), text()},
            ProviderContacted{
                {id(), text(), word<Channel>(), text(), text(), text(), rough(), rough(), {}}},
            ProviderAnswered{text(), text()},
            AbortRuleSet{{rough(), text()}},
            AlertsMuted{{texts(), instant(), text()}},
            RemedyStarted{
                {id(), text(), text(), texts(), flip(), flip(), {}, {}, {}, 0, false, {}}},
            RemedyEnded{text(), number(9), flip(), text()},
            UnknownEvent{u"from_the_future"_s, "{\"b\": 1,  \"a\":[2,\"é\"]}"},
        };
        static_assert(std::size(all) == std::variant_size_v<Payload>);
        return all[index];
    }

private:
    QRandomGenerator m_random;
};

/// JSON that is readable in C++.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

std::optional<Payload> changed(const Payload &payload, const std::function<void(QJsonObject &)> &by)
{
    QJsonObject json = QJsonDocument::fromJson(payloadJson(payload)).object();
    by(json);
    return payloadFromJson(kindName(payload), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// The member of that path ("window.start.lo") replaced by something else.
QJsonObject replaced(QJsonObject json, const QString &path, const QJsonValue &value)
{
    const QString head = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    json[head] = rest.isEmpty() ? value : replaced(json[head].toObject(), rest, value);
    return json;
}

Payload sample(const QString &kind)
{
    Maker maker(7);
    for (std::size_t i = 0; i < std::variant_size_v<Payload>; ++i) {
        Payload payload = maker.payload(i);
        if (kindName(payload) == kind)
            return payload;
    }
    qFatal("no kind %s", qPrintable(kind));
    return {};
}

} // namespace

class TestEventJson : public QObject
{
    Q_OBJECT

private slots:
    void everyKindComesBack_data()
    {
        QTest::addColumn<int>("index");
        Maker maker(1);
        for (std::size_t i = 0; i < std::variant_size_v<Payload>; ++i)
            QTest::newRow(qPrintable(kindName(maker.payload(i)))) << int(i);
    }

    void everyKindComesBack()
    {
        QFETCH(int, index);
        Maker maker(quint32(index) + 100);
        for (int i = 0; i < 300; ++i) {
            const Payload payload = maker.payload(std::size_t(index));
            const QByteArray json = payloadJson(payload);
            const auto back = payloadFromJson(kindName(payload), json);
            QVERIFY2(back.has_value(), json.constData());
            QVERIFY2(*back == payload, json.constData());
            QCOMPARE(payloadJson(*back), json);
        }
    }

    void namesDiffer()
    {
        Maker maker(1);
        QStringList names;
        for (std::size_t i = 0; i < std::variant_size_v<Payload>; ++i)
            names << kindName(maker.payload(i));
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(!names.contains(QString()));
    }

    void keysAreSortedAndCompact()
    {
        const QByteArray seen =
            quoted("{'remote_id':'7','revision':'r','target':'site','url':'https://x'}");
        QCOMPARE(payloadJson(PostSeen{u"r"_s, u"site"_s, u"7"_s, u"https://x"_s}), seen);
        const auto at = RoughInstant::exact(support::utc("2026-11-22T16:08:00Z"));
        const QByteArray stamped =
            quoted("{'at':{'hi':1795363680,'lo':1795363680,'precision':'exact'},"
                   "'milestone':'fixed','reason':'seen','round':2,'source':'chart'}");
        QCOMPARE(payloadJson(MilestoneSet{Milestone::Fixed, 2, at, Source::Chart, u"seen"_s}),
                 stamped);
    }

    void whatFoldSaysIsNotStored()
    {
        PostRevision revision;
        revision.id = u"r"_s;
        const QByteArray plain = payloadJson(PostRevised{revision});
        revision.round = 3;
        revision.written = support::utc("2026-11-22T16:08:00Z");
        revision.seen = {{u"site"_s, {}, {}, {}}};
        QCOMPARE(payloadJson(PostRevised{revision}), plain);
        AlertEvidence alert;
        alert.alert = u"a"_s;
        const QByteArray first = payloadJson(AlertLinked{alert});
        alert.round = 2;
        QCOMPARE(payloadJson(AlertLinked{alert}), first);
    }

    void unknownKindIsKeptByteForByte()
    {
        const QByteArray odd = "{ \"z\":1.50,\n\"a\": \"\\u00e9\" }";
        const auto payload = payloadFromJson(u"follow_up_made"_s, odd);
        QVERIFY(payload.has_value());
        QCOMPARE(kindName(*payload), u"follow_up_made"_s);
        QCOMPARE(payloadJson(*payload), odd);
    }

    void moreMembersThanKnownAreNoFault()
    {
        const Payload stamped = sample(u"milestone_set"_s);
        const auto back =
            changed(stamped, [](QJsonObject &json) { json[u"confidence"_s] = u"high"_s; });
        QVERIFY(back == stamped);
    }

    void olderPayloadsWithoutLaterMembersAreRead()
    {
        const auto marked =
            payloadFromJson(u"step_marked"_s, quoted("{'step':'U1','state':'done'}"));
        QCOMPARE(std::get<StepMarked>(*marked),
                 (StepMarked{u"U1"_s, 1, StepState::Done, {}, false}));
    }

    void damageIsFound_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *kind, const char *path, const QJsonValue &value) {
            QTest::addRow("%s %s %s", kind, path, qPrintable(value.toVariant().toString()))
                << QString::fromLatin1(kind) << QString::fromLatin1(path) << value;
        };
        row("opened", "kind", u"meteor"_s);
        row("opened", "title", 7);
        row("severity_changed", "severity", 1.5);
        row("severity_changed", "severity", 9);
        row("severity_changed", "severity", u"1"_s);
        row("cause_stated", "cause", u"a disk"_s);
        row("cause_stated", "cause.status", u"maybe"_s);
        row("state_changed", "to", QJsonValue::Null);
        row("milestone_set", "at", 5);
        row("milestone_set", "at.precision", u"vague"_s);
        row("milestone_set", "at.lo", u"1795363680"_s);
        row("milestone_set", "at.lo", 1.5);
        row("milestone_set", "at.lo", 1e18);
        row("milestone_set", "round", 0);
        row("milestone_set", "round", 1e10);
        row("window_set", "window", QJsonArray());
        row("window_set", "window.seq", 0);
        row("window_set", "window.round", -1);
        row("window_set", "window.components", QJsonArray{u"www"_s, 7});
        row("window_set", "window.planned", 1);
        row("window_set", "window.duration.hi", true);
        row("alert_linked", "alert.alert", u""_s);
        row("alert_linked", "alert.detected", 1.25);
        row("alert_linked", "alert.detected", QJsonValue::Null);
        row("post_revised", "revision.id", u""_s);
        row("post_revised", "revision.targets", u"site"_s);
        row("promise_made", "promise.id", u""_s);
        row("promise_settled", "status", u"forgotten"_s);
        row("checklist_started", "checklist", QJsonObject());
        row("step_marked", "automatic", u"yes"_s);
    }

    void damageIsFound()
    {
        QFETCH(QString, kind);
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const Payload whole = sample(kind);
        const QJsonObject json = QJsonDocument::fromJson(payloadJson(whole)).object();
        const QByteArray damaged = QJsonDocument(replaced(json, path, value)).toJson();
        QVERIFY2(!payloadFromJson(kind, damaged), damaged.constData());
    }

    void whatMakesAnEventMayNotBeMissing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("member");
        for (const auto &[kind, members] :
             std::initializer_list<std::pair<const char *, const char *>>{
                 {"opened", "kind entry state title"},
                 {"title_changed", "title"},
                 {"severity_changed", "severity"},
                 {"cause_stated", "cause"},
                 {"state_changed", "to"},
                 {"milestone_set", "milestone at"},
                 {"window_set", "window"},
                 {"window_withdrawn", "seq"},
                 {"noted", "text"},
                 {"alert_linked", "alert"},
                 {"post_revised", "revision"},
                 {"post_seen", "revision target"},
                 {"posts_retracted", "id targets"},
                 {"promise_made", "promise"},
                 {"promise_settled", "promise status"},
                 {"checklist_started", "checklist"},
                 {"step_marked", "step state"},
                 {"section_written", "section text"},
                 {"postmortem_exported", "format hash"}}) {
            for (const QString &member : QString::fromLatin1(members).split(u' '))
                QTest::addRow("%s %s", kind, qPrintable(member))
                    << QString::fromLatin1(kind) << member;
        }
    }

    void whatMakesAnEventMayNotBeMissing()
    {
        QFETCH(QString, kind);
        QFETCH(QString, member);
        const auto back = changed(sample(kind), [&](QJsonObject &json) { json.remove(member); });
        QVERIFY(!back);
    }

    void noJsonIsNoEvent_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << quoted("{'text':'abc");
        QTest::newRow("array") << quoted("['text']");
        QTest::newRow("two") << quoted("{'text':'a'}{'text':'b'}");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4);
    }

    void noJsonIsNoEvent()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!payloadFromJson(u"noted"_s, json));
        QVERIFY(!payloadFromJson(u"unheard_of"_s, json));
    }
};

QTEST_GUILESS_MAIN(TestEventJson)
#include "tst_eventjson.moc"
