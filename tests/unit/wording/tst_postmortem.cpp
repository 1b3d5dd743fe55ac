// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/fold.h"
#include "support/samplefacts.h"
#include "wording/postmortem.h"
#include "wording/sectionhtml.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace incident;
using namespace sample;
using namespace wording;

namespace {

const QString hostile = u"<script>alert('x')</script> & | `a` **b** [l](javascript:x)"_s;

class Story
{
public:
    void at(const char *clock, const Payload &payload, const RoughInstant &occurred = {})
    {
        const Instant recorded = sample::at(clock);
        Event event;
        event.id = QString::number(m_events.size());
        event.incident = u"i"_s;
        event.payload = payload;
        event.occurred = occurred.isKnown() ? occurred : RoughInstant::exact(recorded);
        event.recorded = recorded;
        event.author = u"ana"_s;
        m_events.push_back(event);
    }

    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }

    [[nodiscard]] Postmortem postmortem(const char *zone = "Europe/London") const
    {
        return postmortemOf(fold(m_events), m_events, QTimeZone(zone), sample::at("18:00"));
    }

private:
    std::vector<Event> m_events;
};

PostRevision post(const char *id, int number, PublicStatus status)
{
    PostRevision revision;
    revision.id = QString::fromLatin1(id);
    revision.number = number;
    revision.status = status;
    revision.title = u"Images are not loading"_s;
    revision.body = u"Hi, images fail.\n\nWe are sorry."_s;
    return revision;
}

MilestoneSet milestone(Milestone name, const RoughInstant &at)
{
    return {name, 1, at, Source::Manual, {}};
}

Story outage()
{
    Story story;
    Window window;
    window.seq = 1;
    window.effect = Effect::Down;
    window.felt = u"images are missing"_s;
    window.components = {u"images"_s};
    window.start = RoughInstant::between(at("16:08"), at("16:09"));
    window.evidence = u"from the chart"_s;
    story.at("16:10", Opened{Kind::Outage,
                             EntryMode::Live,
                             State::Active,
                             u"2026-11-22-1"_s,
                             u"Images are not loading"_s,
                             u"Europe/London"_s,
                             {}});
    story.at("16:10", milestone(Milestone::Started, window.start), window.start);
    story.at("16:10", milestone(Milestone::Detected, RoughInstant::exact(at("16:10"))));
    story.at("16:10", WindowSet{window, {}}, window.start);
    PostRevision first = post("a", 1, PublicStatus::Investigating);
    first.estimate = RoughDuration::atMost(30min);
    story.at("16:22", PostRevised{first});
    story.at("16:23", PostSeen{u"a"_s, u"status site"_s, {}, {}});
    Promise promise;
    promise.id = u"p"_s;
    promise.quote = u"We will write here again by 16:45"_s;
    promise.due = RoughInstant::exact(at("16:45"));
    story.at("16:23", PromiseMade{promise});
    story.at("16:31", milestone(Milestone::Fixed, RoughInstant::exact(at("16:31"))));
    window.end = RoughInstant::exact(at("16:36"));
    story.at("16:36", milestone(Milestone::BackToNormal, window.end));
    story.at("16:36", WindowSet{window, {}}, window.end);
    story.at("16:38", PostRevised{post("draft", 2, PublicStatus::Resolved)});
    // Remembered an hour later
    story.at("17:20", Noted{u"The deploy had been at 15:58."_s}, RoughInstant::exact(at("15:58")));
    return story;
}

QStringList columnOf(const PostmortemPart &part, int column)
{
    QStringList cells;
    for (const QStringList &row : part.table.rows)
        cells += row.value(column);
    return cells;
}

QString valueOf(const Postmortem &postmortem, const QString &name)
{
    for (const PostmortemFact &fact : postmortem.facts) {
        if (fact.name == name)
            return fact.value;
    }
    return u"(no such fact)"_s;
}

QString figure(const Postmortem &postmortem, const QString &name)
{
    for (const QStringList &row : postmortem.figures.table.rows) {
        if (row[0] == name)
            return row[1];
    }
    return u"(no such figure)"_s;
}

/// The text of all elements of a name, in order; fails the test if the page is not well formed.
QStringList elements(const QString &html, const QString &name)
{
    QStringList texts;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            texts += reader.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    if (reader.hasError())
        texts = QStringList{u"not well formed: "_s + reader.errorString()};
    return texts;
}

} // namespace

class TestPostmortem : public QObject
{
    Q_OBJECT

private slots:
    void factsAreListed()
    {
        const Postmortem document = outage().postmortem();
        QCOMPARE(document.title, u"Postmortem: Images are not loading"_s);
        QCOMPARE(document.subtitle, u"2026-11-22-1, 22 November 2026; all times are London time; "
                                    "written on 22 November 2026"_s);
        QCOMPARE(valueOf(document, u"Kind"_s), u"Outage, live"_s);
        QCOMPARE(valueOf(document, u"Started"_s), u"between 16:08 and 16:09"_s);
        QCOMPARE(valueOf(document, u"Fixed"_s), u"16:31"_s);
        QCOMPARE(valueOf(document, u"What users felt"_s), u"images are missing"_s);
        QCOMPARE(valueOf(document, u"Cause"_s), u"unknown"_s);
        QCOMPARE(valueOf(document, u"First post"_s), u"unknown"_s);
    }

    void figuresAreIntervalsAndUnknownIsSaid()
    {
        const Postmortem document = outage().postmortem();
        QCOMPARE(figure(document, u"Time to detect"_s), u"between 1 and 2 minutes"_s);
        QCOMPARE(figure(document, u"Downtime"_s), u"between 27 and 28 minutes"_s);
        QCOMPARE(figure(document, u"Time to acknowledge"_s), u"unknown"_s);
        QCOMPARE(figure(document, u"All-clear lag"_s), u"unknown"_s);
        // No such window was written down: that is known.
        QCOMPARE(figure(document, u"Impaired"_s), u"none"_s);
    }

    void withoutAWindowTheDowntimeIsUnknown()
    {
        Story story;
        story.at("16:10", Opened{Kind::Outage,
                                 EntryMode::Live,
                                 State::Active,
                                 u"ref"_s,
                                 u"x"_s,
                                 u"Europe/London"_s,
                                 {}});
        QCOMPARE(figure(story.postmortem(), u"Downtime"_s), u"unknown"_s);
        QCOMPARE(figure(story.postmortem(), u"Impaired"_s), u"unknown"_s);
    }

    void theTimelineHasBothClocks()
    {
        const Postmortem document = outage().postmortem();
        const auto &rows = document.timeline.table.rows;
        QCOMPARE(rows.front(), (QStringList{u"15:58"_s, u"17:20, added later"_s,
                                            u"Note by ana: The deploy had been at 15:58."_s}));
        QVERIFY(columnOf(document.timeline, 2).contains(u"Fixed stamped at 16:31 by ana."_s));
        QCOMPARE(columnOf(document.timeline, 1).filter(u"added later"_s).size(), 1);
    }

    void windowsAreListed()
    {
        const Postmortem document = outage().postmortem();
        QCOMPARE(document.windows.table.rows.size(), std::size_t(1));
        QCOMPARE(
            document.windows.table.rows[0],
            (QStringList{u"1"_s, u"from around 16:08 to 16:36"_s, u"between 27 and 28 minutes"_s,
                         u"down"_s, u"images are missing"_s, u"images"_s, u"from the chart"_s}));
    }

    void onlyWhatReadersSawWasTold()
    {
        const Postmortem document = outage().postmortem();
        QCOMPARE(document.told.size(), std::size_t(1));
        QCOMPARE(document.told[0].heading, u"1. Investigating, 16:23, on status site"_s);
        QCOMPARE(document.told[0].predicted,
                 u"Expected: no more than half an hour. It took less: 14 minutes from then."_s);
    }

    void openPromisesComeFirst()
    {
        Story story = outage();
        Promise other;
        other.id = u"q"_s;
        other.kind = PromiseKind::Investigate;
        other.quote = u"We will find out why"_s;
        other.trigger = u"when the host answers"_s;
        story.at("16:40", PromiseSettled{u"p"_s, PromiseStatus::Kept, u"post 2"_s});
        story.at("16:40", PromiseMade{other});
        const Postmortem document = story.postmortem();
        QCOMPARE(document.promises.note, u"1 promise is open."_s);
        QCOMPARE(columnOf(document.promises, 3), (QStringList{u"open"_s, u"kept"_s}));
        QCOMPARE(columnOf(document.promises, 2),
                 (QStringList{u"when the host answers"_s, u"by 16:45"_s}));
    }

    void whatFollowsIsListed()
    {
        Story story = outage();
        QVERIFY(story.postmortem().followUps.table.rows.empty());
        FollowUp followUp;
        followUp.id = u"f"_s;
        followUp.title = u"Watch the size of the index"_s;
        followUp.kind = FollowUpKind::Detective;
        followUp.due = RoughInstant::exact(at("17:30"));
        followUp.owner = u"ben"_s;
        story.at("17:00", FollowUpSet{followUp});
        const Postmortem document = story.postmortem();
        QCOMPARE(document.followUps.table.rows.size(), std::size_t(1));
        QCOMPARE(columnOf(document.followUps, 0), QStringList(followUp.title));
        QCOMPARE(columnOf(document.followUps, 2), QStringList(u"ben"_s));
        QCOMPARE(columnOf(document.followUps, 3), QStringList(u"by 17:30"_s));
        QVERIFY(toMarkdown(document).contains(u"Watch the size of the index"_s));
        QVERIFY(toHtml(document).contains(u"What follows"_s));
    }

    void checklistMarksCarryTheirReason()
    {
        Story story = outage();
        QFile file(u":/checklists/unplanned.en.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        story.at("16:11", ChecklistStarted{file.readAll()});
        story.at("16:14", StepMarked{u"U6"_s, 1, StepState::Done, u"nothing was changed"_s, false});
        const Postmortem document = story.postmortem();
        QVERIFY(!document.checklist.table.rows.empty());
        QVERIFY(columnOf(document.checklist, 3).contains(u"nothing was changed"_s));
        QVERIFY(columnOf(document.checklist, 1).contains(u"done, by hand"_s));
    }

    void sectionsStandAsWritten()
    {
        Story story = outage();
        story.at("17:00", SectionWritten{u"summary"_s, u"A disk **failed**.\n\n- one\n- two"_s});
        const Postmortem document = story.postmortem();
        const QString markdown = toMarkdown(document);
        QVERIFY(markdown.contains(u"## Summary\n\nA disk **failed**.\n\n- one\n- two\n"_s));
        QVERIFY(markdown.contains(u"## What we change\n\n_What will be different"_s));
        const QString html = toHtml(document);
        QCOMPARE(elements(html, u"li"_s), (QStringList{u"one"_s, u"two"_s}));
        QVERIFY(elements(html, u"strong"_s).contains(u"failed"_s));
    }

    void anEmptyIncidentMakesADocument()
    {
        const Postmortem document = Story().postmortem();
        QCOMPARE(document.title, u"Postmortem"_s);
        const QString html = toHtml(document);
        QVERIFY(elements(html, u"h2"_s).size() >= 8);
        // What nobody has written is asked for where it is edited, not in a page that is handed on.
        QVERIFY(!html.contains(document.sections.front().hint));
        QVERIFY(toMarkdown(document).contains(document.sections.front().hint));
        QVERIFY(html.contains(u"Nothing was told to the public."_s));
        QVERIFY(toMarkdown(document).endsWith(u"No checklist was run.\n"_s));
    }

    void hostileTextsAreEscapedOnce()
    {
        Story story = outage();
        story.at("16:50", TitleChanged{hostile});
        story.at("16:50", Noted{hostile});
        story.at("16:50", SectionWritten{u"impact"_s, hostile});
        PostRevision revision = post("b", 3, PublicStatus::Resolved);
        revision.title = revision.body = hostile;
        story.at("16:51", PostRevised{revision});
        story.at("16:52", PostSeen{u"b"_s, hostile, {}, {}});
        const Postmortem document = story.postmortem();
        const QString html = toHtml(document);
        QCOMPARE(elements(html, u"h1"_s), QStringList{u"Postmortem: "_s + hostile});
        QCOMPARE(elements(html, u"script"_s), QStringList());
        QVERIFY(elements(html, u"td"_s).contains(u"Note by ana: "_s + hostile + u'.'));
        QVERIFY(!html.contains(u"&amp;lt;"_s));
        QVERIFY(!html.contains(u"href"_s));
        const QString markdown = toMarkdown(document);
        for (const QString &line : markdown.split(u'\n')) {
            if (line.startsWith(u'|'))
                QVERIFY2(!line.contains(u"<script"_s), qPrintable(line));
        }
    }

    void columnsInWhichNothingStandsAreLeftOut()
    {
        Postmortem document = Story().postmortem();
        document.windows.table = {{u"When"_s, u"Felt"_s, u"Effect"_s},
                                  {{u"16:08"_s, {}, u"down"_s}, {u"16:20"_s, u" "_s, u"slow"_s}}};
        const QString html = toHtml(document);
        QVERIFY(elements(html, u"th"_s).contains(u"Effect"_s));
        QVERIFY(!elements(html, u"th"_s).contains(u"Felt"_s));
        QVERIFY(toMarkdown(document).contains(u"| When | Effect |"_s));
    }

    void tablesOfMarkdownKeepTheirColumns()
    {
        Story story = outage();
        story.at("16:50", Noted{u"a | b\nc"_s});
        for (const QString &line : toMarkdown(story.postmortem()).split(u'\n')) {
            if (!line.contains(u"Note by ana: a"_s))
                continue;
            QString plain = line;
            QCOMPARE(plain.remove(u"\\|"_s).count(u'|'), 4);
        }
    }

    void thePageStandsAlone()
    {
        const QString html = toHtml(outage().postmortem());
        QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(html.contains(u"prefers-color-scheme: dark"_s));
        QVERIFY(html.contains(u"@media print"_s));
        for (const QString &outside : {u"http://"_s, u"https://"_s, u"src="_s, u"@import"_s})
            QVERIFY2(!html.contains(outside), qPrintable(outside));
        QCOMPARE(elements(html, u"title"_s), QStringList{u"Postmortem: Images are not loading"_s});
    }

    void timesFollowTheZone()
    {
        const Postmortem document = outage().postmortem("Asia/Kathmandu");
        QCOMPARE(valueOf(document, u"Fixed"_s), u"22:16"_s);
        QVERIFY(document.subtitle.contains(u"Kathmandu time"_s));
    }

    void sectionsAsHtml_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("paragraphs")
            << u"One\nline.\n\nTwo."_s << u"<p>One\nline.</p>\n<p>Two.</p>\n"_s;
        QTest::newRow("list") << u"- a\n* b"_s << u"<ul><li>a</li><li>b</li></ul>\n"_s;
        QTest::newRow("numbers") << u"1. a\n2) b"_s << u"<ol><li>a</li><li>b</li></ol>\n"_s;
        QTest::newRow("mixed") << u"Text\n- a\n## H\nmore"_s
                               << u"<p>Text</p>\n<ul><li>a</li></ul>\n<h3>H</h3>\n<p>more</p>\n"_s;
        QTest::newRow("inline") << u"a **b** `c **d**`"_s
                                << u"<p>a <strong>b</strong> <code>c **d**</code></p>\n"_s;
        QTest::newRow("unclosed") << u"a **b and `c"_s << u"<p>a **b and `c</p>\n"_s;
        QTest::newRow("markup") << u"<b>&amp;</b>"_s << u"<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>\n"_s;
    }

    void sectionsAsHtml()
    {
        QFETCH(QString, markdown);
        QTEST(sectionHtml(markdown), "html");
    }
};

QTEST_GUILESS_MAIN(TestPostmortem)
#include "tst_postmortem.moc"
