// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hostiletexts.h"
#include "support/htmlscan.h"
#include "support/statuspagesamples.h"
#include "wordpress/content.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace support;

namespace {

publish::Thread threadWith(const QString &text)
{
    publish::Thread thread = runningOutage();
    thread.title = text;
    for (publish::Update &update : thread.updates) {
        update.title = text;
        update.body = text;
    }
    for (auto &component : thread.components)
        component.name = text;
    for (incident::Window &window : thread.actual) {
        window.felt = text;
        window.components = {text};
    }
    return thread;
}

QString faultIn(QString html, const QSet<QString> &tags)
{
    // Characters that WordPress would take for its own are written by their numbers.
    static const QRegularExpression number(u"&#\\d{2,4};"_s);
    static const QSet<QString> attributes{u"id"_s, u"class"_s, u"title"_s, u"href"_s, u"rel"_s};
    // The block that WordPress is told not to touch.
    html.remove("<!-- wp:html -->"_L1).remove("<!-- /wp:html -->"_L1);
    const HtmlScan scan = scanHtml(html.replace(number, u"x"_s));
    if (!scan.fault.isEmpty())
        return scan.fault;
    for (const HtmlTag &tag : scan.tags) {
        if (!tags.contains(tag.name))
            return u"tag "_s + tag.name;
        for (const QString &name : tag.attributes.keys()) {
            if (!attributes.contains(name) && !name.startsWith("data-"_L1))
                return u"attribute "_s + name;
        }
        const QString address = tag.attributes.value(u"href"_s, u"http://"_s);
        if (!address.startsWith("http://"_L1) && !address.startsWith("https://"_L1))
            return u"address "_s + address;
    }
    return {};
}

} // namespace

/// Whatever stands in a post: WordPress gets text, and of markup what is ours.
class TestWordPressHostile : public QObject
{
    Q_OBJECT

private slots:
    void theContentHoldsOnlyOurMarkup_data()
    {
        QTest::addColumn<QString>("text");
        int number = 0;
        for (const QString &text : hostileTexts())
            QTest::addRow("%d", ++number) << text;
    }

    void theContentHoldsOnlyOurMarkup()
    {
        QFETCH(const QString, text);
        const wordpress::Content content = wordpress::contentOf(threadWith(text));
        QCOMPARE(faultIn(content.title, {}), QString());
        QCOMPARE(faultIn(content.html, {u"div"_s, u"p"_s, u"br"_s, u"strong"_s, u"abbr"_s, u"a"_s}),
                 QString());
        // Shortcodes are none.
        QVERIFY(!content.html.contains(u'[') && !content.title.contains(u'['));
    }
};

QTEST_GUILESS_MAIN(TestWordPressHostile)
#include "tst_wordpresshostile.moc"
