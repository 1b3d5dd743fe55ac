// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/resource.h"
#include "staticsite/template.h"

#include <QTest>

using namespace Qt::StringLiterals;
using staticsite::Markup;
using staticsite::Template;
using staticsite::Value;
using staticsite::ValueList;
using staticsite::ValueMap;

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fills_data();
    void fills();
    void refusesDamage_data();
    void refusesDamage();
    void whatIsBuiltInIsWellFormed();
};

void TestTemplate::fills_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("filled");

    QTest::newRow("text") << u"a < b"_s << u"a < b"_s;
    QTest::newRow("escaped") << u"<p>{{evil}}</p>"_s << u"<p>&lt;b&gt;&amp;&quot;&#39;</p>"_s;
    QTest::newRow("markup") << u"{{bold}}"_s << u"<b>x</b>"_s;
    QTest::newRow("unknown name") << u"[{{nothing}}]"_s << u"[]"_s;
    QTest::newRow("list") << u"{{#rows}}({{name}}){{/rows}}"_s << u"(one)(two)"_s;
    QTest::newRow("outer name") << u"{{#rows}}{{bold}}{{/rows}}"_s << u"<b>x</b><b>x</b>"_s;
    QTest::newRow("own name") << u"{{#yes}}{{yes}}y{{/yes}}"_s << u"y"_s;
    QTest::newRow("text as section") << u"{{#evil}}!{{/evil}}"_s << u"!"_s;
    QTest::newRow("inverted") << u"{{^rows}}none{{/rows}}{{^empty}}none{{/empty}}"_s << u"none"_s;
    QTest::newRow("no") << u"{{#no}}x{{/no}}{{#empty}}x{{/empty}}{{#blank}}x{{/blank}}"_s << u""_s;
    QTest::newRow("remark") << u"a{{! not {shown} }}b"_s << u"ab"_s;
    QTest::newRow("own lines") << u"a\n{{#rows}}\n  {{name}}\n{{/rows}}\nb\n"_s
                               << u"a\n  one\n  two\nb\n"_s;
    QTest::newRow("indented mark") << u"a\n  {{#yes}}\nx\n  {{/yes}}\nb"_s << u"a\nx\nb"_s;
    QTest::newRow("braces in a value") << u"{{braces}}"_s << u"{{evil}}"_s;
}

void TestTemplate::fills()
{
    QFETCH(const QString, source);
    QFETCH(const QString, filled);
    const ValueMap values{
        {u"evil"_s, u"<b>&\"'"_s},
        {u"bold"_s, Markup::trusted(u"<b>x</b>"_s)},
        {u"rows"_s, ValueList{ValueMap{{u"name"_s, u"one"_s}}, ValueMap{{u"name"_s, u"two"_s}}}},
        {u"empty"_s, ValueList()},
        {u"blank"_s, QString()},
        {u"yes"_s, true},
        {u"no"_s, false},
        {u"braces"_s, u"{{evil}}"_s},
    };
    const auto parsed = Template::parse(source);
    QVERIFY(parsed);
    QCOMPARE(parsed->fill(values).html(), filled);
}

void TestTemplate::refusesDamage_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("open place") << u"a {{name"_s;
    QTest::newRow("open section") << u"{{#a}}x"_s;
    QTest::newRow("crossed sections") << u"{{#a}}{{#b}}{{/a}}{{/b}}"_s;
    QTest::newRow("closed only") << u"x{{/a}}"_s;
}

void TestTemplate::refusesDamage()
{
    QFETCH(const QString, source);
    const auto parsed = Template::parse(source);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, base::ErrorKind::Internal);
}

void TestTemplate::whatIsBuiltInIsWellFormed()
{
    int templates = 0;
    for (const QString &name : staticsite::resourceNames()) {
        QVERIFY(!staticsite::resource(name).isEmpty());
        if (!name.endsWith(".html"_L1))
            continue;
        ++templates;
        const QString text = staticsite::templateText(name);
        QVERIFY2(!text.contains("{{>"_L1), qPrintable(name));
        QVERIFY2(Template::parse(text), qPrintable(name));
    }
    QCOMPARE(templates, 8);
}

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_sitetemplate.moc"
