// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/htmltext.h"

#include <QTest>

using namespace importing;
using namespace Qt::StringLiterals;

class TestHtmlText : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAReaderSees_data();
    void tellsWhatAReaderSees();
    void knowsTheLatinEntities();
    void isLinear();
};

void TestHtmlText::tellsWhatAReaderSees_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("plain", u"The oven is warm."_s, u"The oven is warm."_s);
    row("paragraphs", u"<p>One.</p>\n  <p>Two.</p>"_s, u"One.\n\nTwo."_s);
    row("line break", u"One<br>two<br/>three"_s, u"One\ntwo\nthree"_s);
    row("two line breaks", u"One<br><br>two"_s, u"One\n\ntwo"_s);
    row("blanks", u"  a \n\t b&nbsp;&nbsp;c "_s, u"a b c"_s);
    row("list", u"<ul><li>first</li><li>second</li></ul>after"_s, u"- first\n- second\n\nafter"_s);
    row("inline", u"<b>Re</b>solved <a href=\"x>y\">here</a>"_s, u"Resolved here"_s);
    row("named entities", u"5 &lt; 6 &amp; caf&eacute; &ndash; ok&hellip;"_s,
        u"5 < 6 & café – ok…"_s);
    row("numbers", u"&#65;&#x42;&#8364;&#146;"_s, u"AB€’"_s);
    row("impossible numbers", u"&#0;&#xD800;&#x110000;"_s, u"\uFFFD\uFFFD\uFFFD"_s);
    row("not an entity", u"bread & butter; &unknown; &"_s, u"bread & butter; &unknown; &"_s);
    row("not a tag", u"a < b and 3 <4"_s, u"a < b and 3 <4"_s);
    row("script", u"a<script>if (x < 1) { document.write('<p>no</p>') }</script>b"_s, u"ab"_s);
    row("script in capitals", u"a<SCRIPT type=x>no</SCRIPT >b"_s, u"ab"_s);
    row("style and comment", u"a<style>p{}</style><!-- no <p> -->b"_s, u"ab"_s);
    row("script without an end", u"a<script>no"_s, u"a"_s);
    row("comment without an end", u"a<!-- no"_s, u"a"_s);
    row("tag without an end", u"a<p class=\"no"_s, u"a"_s);
    row("table", u"<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>"_s,
        u"one two\nthree"_s);
    row("preformatted", u"<pre>one\n  two</pre>three"_s, u"one\ntwo\n\nthree"_s);
    row("data section", u"<![CDATA[kept]]>"_s, u"kept]]>"_s);
    row("controls", u"a"_s + QChar(1) + u"b"_s + QChar(0) + u"c"_s, u"abc"_s);
    row("nothing", QString(), QString());
}

void TestHtmlText::tellsWhatAReaderSees()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(plainText(html), text);
}

void TestHtmlText::knowsTheLatinEntities()
{
    QCOMPARE(entityText(u"nbsp"), QString(QChar::Nbsp));
    QCOMPARE(entityText(u"szlig"), u"ß"_s);
    QCOMPARE(entityText(u"yuml"), u"ÿ"_s);
    QCOMPARE(entityText(u"AMP"), QString());
}

/// What would take hours if each of these were looked for an end of its own.
void TestHtmlText::isLinear()
{
    constexpr qsizetype many = 500'000;
    for (const QString &part : {u"<a"_s, u"<!--"_s, u"<script>"_s, u"&#"_s, u"<a \""_s, u"<li>"_s})
        QVERIFY(plainText(part.repeated(many)).size() <= part.size() * many);
}

QTEST_GUILESS_MAIN(TestHtmlText)
#include "tst_htmltext.moc"
