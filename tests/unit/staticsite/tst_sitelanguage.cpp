// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/pages.h"
#include "support/statuspagesamples.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <set>

using namespace support;
using staticsite::Edition;

namespace {

constexpr auto ours = "en"_L1;

/// Texts and the descriptions of drawings, by the language that the page says they are in.
std::map<QString, QStringList> textsByLanguage(const QByteArray &page)
{
    QString xml = QString::fromUtf8(page);
    xml.replace(QRegularExpression(u"<(meta|link|input|img|br)\\b([^>]*)>"_s), u"<\\1\\2/>"_s);
    xml.remove(QRegularExpression(u" (hidden|defer|reversed)(?=[ >])"_s));
    std::map<QString, QStringList> texts;
    QStringList languages{QString()};
    QStringList elements;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            const auto lang = reader.attributes().value(u"lang"_s);
            languages.push_back(lang.isEmpty() ? languages.back() : lang.toString());
            elements.push_back(reader.name().toString());
            const auto label = reader.attributes().value(u"aria-label"_s);
            if (!label.isEmpty())
                texts[languages.back()] << label.toString();
        } else if (reader.isEndElement()) {
            languages.pop_back();
            elements.pop_back();
        } else if (reader.isCharacters() && !reader.isWhitespace() &&
                   elements.back() != "title"_L1) {
            texts[languages.back()] << reader.text().toString().simplified();
        }
    }
    if (reader.hasError())
        qFatal("%s", qPrintable(reader.errorString()));
    return texts;
}

/// What stands in the posts and settings: it is in the language of the page by definition.
QString theirTexts(const publish::Page &page)
{
    QStringList texts{page.name, page.footer};
    for (const publish::Component &component : page.components)
        texts << component.name << component.description;
    for (const publish::Thread &thread : page.threads) {
        texts << thread.title;
        for (const publish::Update &update : thread.updates)
            texts << update.title << update.body;
        for (const incident::Window &window : thread.actual)
            texts << window.felt;
    }
    return texts.join(u' ').simplified();
}

bool isDate(const QString &text)
{
    const QLocale french(u"fr"_s);
    for (int day = 1; day <= 7; ++day) {
        if (text == french.standaloneDayName(day, QLocale::ShortFormat))
            return true;
    }
    static const QRegularExpression day(u"^(\\d+ )?(\\p{Ll}+ )?\\d*(, \\d\\d:\\d\\d \\w+)?$"_s);
    return day.match(text).hasMatch();
}

publish::Page frenchPage()
{
    publish::Page page = samplePage();
    page.language = u"fr"_s;
    return page;
}

} // namespace

/// A page in a language that our own words do not exist in says which of its words are in which.
class TestSiteLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourWordsAreMarked_data();
    void ourWordsAreMarked();
    void datesAreInThatOfThePage();
    void anEnglishPageHasNoMarks();
};

void TestSiteLanguage::ourWordsAreMarked_data()
{
    QTest::addColumn<QByteArray>("html");
    const Edition edition(frenchPage(), sampleNow());
    QTest::newRow("index") << staticsite::indexPage(edition);
    QTest::newRow("history") << staticsite::historyPage(edition);
    QTest::newRow("month") << staticsite::monthPage(edition, u"2026-11"_s);
    QTest::newRow("maintenance") << staticsite::maintenancePage(edition);
    for (const publish::Thread *thread : edition.threads())
        QTest::newRow(qPrintable(thread->permalink)) << staticsite::threadPage(edition, *thread);
    for (const publish::ComponentNow &now : edition.components())
        QTest::newRow(qPrintable(now.component.name)) << staticsite::componentPage(edition, now);
}

void TestSiteLanguage::ourWordsAreMarked()
{
    QFETCH(const QByteArray, html);
    QVERIFY(html.contains("<html lang=\"fr\">"));
    const publish::Page page = frenchPage();
    const QString theirs = theirTexts(page);
    const auto texts = textsByLanguage(html);
    for (const QString &text : texts.at(u"fr"_s)) {
        const bool separates = text == u"·"_s;
        QVERIFY2(separates || theirs.contains(text) || isDate(text) ||
                     text.startsWith("24 novembre 2026: "_L1),
                 qPrintable(text));
    }
    QVERIFY(!texts.at(ours).isEmpty());
    for (const publish::Thread &thread : page.threads) {
        for (const publish::Update &update : thread.updates)
            QVERIFY(!texts.at(ours).contains(update.body.simplified()));
    }
    const QString english = texts.at(ours).join(u' ');
    QVERIFY2(!english.contains("novembre"_L1), qPrintable(english));
}

void TestSiteLanguage::datesAreInThatOfThePage()
{
    const Edition edition(frenchPage(), sampleNow());
    QVERIFY(staticsite::historyPage(edition).contains(">octobre 2026<"));
    QVERIFY(staticsite::maintenancePage(edition).contains("<abbr title=\"lundi\">"));
    publish::Page german = samplePage();
    german.language = u"de"_s;
    const Edition inGerman(german, sampleNow());
    const publish::Thread *running = inGerman.thread(sampleId(100));
    QVERIFY(staticsite::threadPage(inGerman, *running).contains(">22. November 2026, 16:25 GMT<"));
}

void TestSiteLanguage::anEnglishPageHasNoMarks()
{
    for (const QString &language : {u"en-GB"_s, u"en-US"_s, QString()}) {
        publish::Page page = samplePage();
        page.language = language;
        const QByteArray html = staticsite::indexPage(Edition(page, sampleNow()));
        QCOMPARE(html.count(" lang="), 1);
        QVERIFY(!html.contains("data-words"));
    }
}

QTEST_GUILESS_MAIN(TestSiteLanguage)
#include "tst_sitelanguage.moc"
