// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"
#include "support/office.h"
#include "ui/document/postmortemdocument.h"
#include "ui/theme/theme.h"
#include "workflow/review.h"

#include <QAbstractTextDocumentLayout>
#include <QCryptographicHash>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace incident;
using support::Office;
using timing::RoughInstant;
using workflow::PostmortemFormat;

namespace {

/// An outage of 26 minutes with everything a postmortem tells of, and what was measured meanwhile.
Incident toldOutage(Office &office)
{
    const base::Instant began = office.clock.now() - 2min;
    QString id = office.shopIsDown(u"The shop did not open"_s).id;
    workflow::Desk &desk = *office.desk;
    const auto must = [&](const Command &command) {
        desk.run(id, command).value();
    };
    must(LinkAlert{{u"a1"_s,
                    u"shop"_s,
                    u"shop did not answer"_s,
                    RoughInstant::exact(began),
                    began + 40s,
                    {},
                    3,
                    1}});
    must(SetSeverity{2});
    office.clock.advance(6min);
    PostRevision first;
    first.id = desk.newId();
    first.title = u"The shop does not open"_s;
    first.body = u"The shop has not opened since 16:06. We are looking into it.\n\n"
                 "We write here again by 16:45."_s;
    first.targets = {u"site"_s};
    first.estimate = timing::RoughDuration::atMost(20min);
    first.nextUpdate = RoughInstant::exact(office.clock.now() + 30min);
    must(RevisePost{first});
    must(RecordSeen{first.id, u"site"_s, {}, {}, desk.newId()});
    office.clock.advance(9min);
    must(AddNote{u"Rolled the deploy of 16:05 back."_s, {}});
    must(Stamp{Milestone::Fixed, RoughInstant::exact(office.clock.now()), Source::Manual, {}});
    office.clock.advance(7min);
    must(Stamp{
        Milestone::BackToNormal, RoughInstant::exact(office.clock.now()), Source::Manual, {}});
    Cause cause;
    cause.status = CauseStatus::Confirmed;
    cause.text = u"A deploy without its migration"_s;
    cause.attribution = Attribution::Own;
    cause.trigger = u"change.deploy"_s;
    cause.factors = {{u"load.capacity"_s, FactorRole::Latent}};
    must(StateCause{cause, {}});
    office.clock.advance(3min);
    PostRevision last;
    last.id = desk.newId();
    last.status = PublicStatus::Resolved;
    last.title = u"The shop is open again"_s;
    last.body = u"The shop has been open again since 16:30. We are sorry.\n\n"
                "We will add a check before each deploy."_s;
    last.targets = {u"site"_s};
    must(RevisePost{last});
    must(RecordSeen{last.id, u"site"_s, {}, {}, {}});
    must(WriteSection{u"summary"_s,
                      u"A deploy went out **without its migration**. The shop answered with an "
                      "error page for 26 minutes, until the deploy was rolled back."_s});
    must(WriteSection{u"impact"_s, u"Nobody could buy. About 140 baskets were left."_s});
    must(WriteSection{u"went_well"_s, u"- The alert came within a minute.\n- The rollback was one "
                                      "command: `deploy back`."_s});
    must(WriteSection{u"change"_s, u"1. The deploy refuses to run before its migration.\n"
                                   "2. A second pair of eyes on each migration."_s});
    health::SeriesInfo series{u"shop/total"_s, u"Shop"_s, u"ms"_s, 20s};
    std::vector<health::Sample> samples;
    for (base::Instant at = began - 2h; at < office.clock.now() + 1h; at += 20s) {
        const bool down = at >= began && at < began + 24min;
        const double value = 120 + double(samples.size() % 9) * 6 + (down ? 1800 : 0);
        samples.push_back(
            {at, down && samples.size() % 3 ? health::Quality::Failed : health::Quality::Ok,
             value});
    }
    auto archive = archive::Archive::open(office.folder.path(), office.clock).value();
    if (!archive.archive->append(series, samples))
        qFatal("the samples cannot be kept");
    return desk.load(id).value();
}

wording::Postmortem postmortemOf(Office &office, const Incident &incident)
{
    auto postmortem = workflow::postmortemOf(*office.desk, incident.id).value();
    postmortem.pictures =
        workflow::picturesOf(office.folder.path(), office.clock, incident, office.desk->zone());
    return postmortem;
}

/// What a page of A4 has inside its margins, in pixels.
constexpr QSizeF paper(642, 964);

/// So many windows of an incident that touched many parts.
wording::Postmortem manyWindows(int count)
{
    wording::Postmortem postmortem;
    postmortem.windows.heading = u"Windows"_s;
    postmortem.windows.table.columns = {u"Window"_s, u"When"_s, u"Length"_s,
                                        u"Effect"_s, u"Felt"_s, u"Components"_s};
    for (int i = 1; i <= count; ++i) {
        postmortem.windows.table.rows.push_back(
            {QString::number(i), u"from around 08:40 to 09:58"_s, u"about 1 hour 18 minutes"_s,
             i % 2 ? u"down"_s : u"partly down"_s,
             u"pages take up to a minute; many pages of sellers show an error instead"_s,
             u"checkout, search index, image cache, payment gateway of the second region, "
             "customer accounts, newsletter and mailing, item listings and reviews"_s});
    }
    return postmortem;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPostmortemPdf : public QObject
{
    Q_OBJECT

private slots:
    void exportsEveryFormatWithItsPicture();
    void headingsStayWithWhatFollows();
    void wordsInTablesStayWhole();
    void aLongWordLeavesRoomForTheOthers();
    void rowsStayOnOnePage();
    void emptyColumnsAndSectionsAreLeftOut();
    void screenAndPaperSayTheSame();
    void reviewNeedsASummary();
    void publishesWhatReadersMayKnow();
};

void TestPostmortemPdf::exportsEveryFormatWithItsPicture()
{
    Office office;
    const Incident incident = toldOutage(office);
    const QDir folder(office.folder.path());
    for (const PostmortemFormat format :
         {PostmortemFormat::Markdown, PostmortemFormat::Html, PostmortemFormat::Pdf}) {
        const QString path = folder.filePath(workflow::suggestedFileName(incident, format));
        QVERIFY(
            workflow::exportPostmortem(*office.desk, incident.id, format, path, ui::postmortemPdf));
        const QByteArray bytes = bytesOf(path);
        const Incident now = office.desk->load(incident.id).value();
        QCOMPARE(now.exports.back().format, workflow::nameOf(format));
        QCOMPARE(now.exports.back().hash,
                 QString::fromLatin1(
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        if (format == PostmortemFormat::Pdf) {
            QVERIFY(bytes.startsWith("%PDF-"));
            QVERIFY(bytes.contains("/Type /Page\n"));
        }
        if (format == PostmortemFormat::Html)
            QCOMPARE(bytes.count("<svg "), 1);
        if (format == PostmortemFormat::Markdown) {
            const QString picture = u"postmortem-2026-11-22-1-1.svg"_s;
            QVERIFY(bytes.contains("](" + picture.toUtf8() + ')'));
            QVERIFY(bytesOf(folder.filePath(picture)).startsWith("<svg "));
        }
    }
}

void TestPostmortemPdf::headingsStayWithWhatFollows()
{
    Office office;
    auto postmortem = postmortemOf(office, toldOutage(office));
    // A first section of every length moves the headings over each place of the page.
    for (int lines = 0; lines < 24; lines += 6) {
        postmortem.sections.front().text = u"A line of its own.\n\n"_s.repeated(lines + 1);
        QTextDocument document;
        document.setPageSize({700, 1000});
        ui::fillDocument(document, postmortem, ui::paperLook());
        ui::keepHeadings(document);
        const auto *layout = document.documentLayout();
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (!ui::keepsWithNext(block) || !block.next().isValid())
                continue;
            const int page = int(layout->blockBoundingRect(block).top() / 1000);
            const int next = int(layout->blockBoundingRect(block.next()).top() / 1000);
            QVERIFY2(page == next, qPrintable(block.text()));
        }
    }
}

void TestPostmortemPdf::wordsInTablesStayWhole()
{
    QTextDocument document;
    document.setPageSize(paper);
    ui::fillDocument(document, manyWindows(3), ui::paperLook());
    static_cast<void>(document.documentLayout()->documentSize());
    int broken = 0;
    int lines = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (int i = 0; i + 1 < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            ++lines;
            broken += text[line.textStart() + line.textLength() - 1] == u' ' ? 0 : 1;
        }
    }
    QVERIFY(lines > 10);
    QCOMPARE(broken, 0);
}

/// Writing without blanks, or an address, is broken; the words of the other columns are not.
void TestPostmortemPdf::aLongWordLeavesRoomForTheOthers()
{
    wording::Postmortem postmortem;
    wording::PostmortemPart part;
    part.heading = u"Timeline"_s;
    part.table.columns = {u"Happened"_s, u"Written down"_s, u"What"_s};
    for (int i = 0; i < 5; ++i)
        part.table.rows.push_back(
            {u"22:25"_s, u"03:25 on 24 November, added later"_s, QString(300, QChar(0x8a9e))});
    postmortem.timeline = part;
    QTextDocument document;
    document.setPageSize(paper);
    ui::fillDocument(document, postmortem, ui::paperLook());
    static_cast<void>(document.documentLayout()->documentSize());
    int broken = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.text().contains(QChar(0x8a9e)))
            continue;
        for (int i = 0; i + 1 < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            broken += block.text()[line.textStart() + line.textLength() - 1] == u' ' ? 0 : 1;
        }
    }
    QCOMPARE(broken, 0);
}

void TestPostmortemPdf::rowsStayOnOnePage()
{
    QTextDocument document;
    document.setPageSize(paper);
    ui::fillDocument(document, manyWindows(40), ui::paperLook());
    ui::keepHeadings(document);
    const auto *layout = document.documentLayout();
    QVERIFY(document.pageCount() > 2);
    int rows = 0;
    int last = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextTable *table = QTextCursor(block).currentTable();
        if (!table)
            continue;
        const int row = table->cellAt(block.position()).row();
        const auto pageOf = [&](int column, bool end) {
            const QTextTableCell cell = table->cellAt(row, column);
            const QTextBlock inside =
                (end ? cell.lastCursorPosition() : cell.firstCursorPosition()).block();
            const QRectF place = layout->blockBoundingRect(inside);
            return int((end ? place.bottom() - 1 : place.top()) / paper.height());
        };
        for (int column = 0; column < table->columns(); ++column) {
            QCOMPARE(pageOf(column, false), pageOf(0, false));
            QCOMPARE(pageOf(column, true), pageOf(0, false));
        }
        // No page between them is empty.
        QVERIFY(pageOf(0, false) <= last + 1);
        last = pageOf(0, false);
        ++rows;
    }
    QVERIFY(rows > 40);
}

void TestPostmortemPdf::emptyColumnsAndSectionsAreLeftOut()
{
    Office office;
    const auto postmortem = postmortemOf(office, toldOutage(office));
    QTextDocument paper;
    ui::fillDocument(paper, postmortem, ui::paperLook());
    QVERIFY(!paper.toPlainText().contains(u"Where we were lucky"_s));
    QVERIFY(paper.toPlainText().contains(u"What went well"_s));
    wording::Postmortem bare;
    bare.windows.heading = u"Windows"_s;
    bare.windows.table = {{u"One"_s, u"Nothing"_s, u"Two"_s}, {{u"a"_s, u" "_s, u"b"_s}}};
    QTextDocument document;
    ui::fillDocument(document, bare, ui::paperLook());
    QVERIFY(document.toPlainText().contains(u"Two"_s));
    QVERIFY(!document.toPlainText().contains(u"Nothing\n"_s));
}

void TestPostmortemPdf::screenAndPaperSayTheSame()
{
    Office office;
    const auto postmortem = postmortemOf(office, toldOutage(office));
    QCOMPARE(postmortem.pictures.size(), size_t(1));
    QVERIFY(postmortem.pictures.front().summary.contains(u"failed while it lasted"_s));
    QTextDocument paper;
    QTextDocument screen;
    ui::fillDocument(paper, postmortem, ui::paperLook());
    ui::fillDocument(screen, postmortem, ui::screenLook(ui::Theme()));
    // Only the hint for the section that nobody has written is on the screen alone.
    QString shown = screen.toPlainText();
    const auto &lucky = postmortem.sections[3];
    shown.remove(u'\n' + lucky.heading + u'\n' + lucky.hint);
    QCOMPARE(shown, paper.toPlainText());
}

void TestPostmortemPdf::reviewNeedsASummary()
{
    using wording::ReviewState;
    Office office;
    const QString id = office.shopIsDown().id;
    QVERIFY(!workflow::setReview(*office.desk, id, ReviewState::Reviewed));
    QVERIFY(!workflow::postOf(office.desk->load(id).value()));
    QVERIFY(office.desk->run(id, WriteSection{u"summary"_s, u"It broke."_s}));
    QVERIFY(workflow::setReview(*office.desk, id, ReviewState::Reviewed));
    auto postmortem = workflow::postmortemOf(*office.desk, id).value();
    QCOMPARE(postmortem.review, u"Reviewed by ana, 16:08"_s);
    QVERIFY(office.desk->run(id, WriteSection{u"impact"_s, u"Nobody could buy."_s}));
    postmortem = workflow::postmortemOf(*office.desk, id).value();
    QCOMPARE(postmortem.review, u"Reviewed by ana, 16:08; changed since"_s);
}

void TestPostmortemPdf::publishesWhatReadersMayKnow()
{
    Office office;
    const auto post = workflow::postOf(toldOutage(office));
    QVERIFY(post);
    QCOMPARE(post->title, u"Postmortem: Shop is down"_s);
    QVERIFY(post->body.startsWith(u"A deploy went out without its migration."_s));
    QVERIFY(post->body.contains(u"What we change:\n1. The deploy refuses"_s));
    QVERIFY(!post->body.contains(u"deploy back"_s));
}

QTEST_MAIN(TestPostmortemPdf)
#include "tst_postmortempdf.moc"
