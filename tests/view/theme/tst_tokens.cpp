// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylesheet.h"
#include "ui/theme/tokens.h"
#include "view/contrast.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ColorRole;
using ui::Scheme;

Q_DECLARE_METATYPE(ui::ColorRole)
Q_DECLARE_METATYPE(ui::Scheme)

class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void everyRoleHasOneRow();
    void textIsReadable_data();
    void textIsReadable();
    void styleSheetKnowsEveryToken_data();
    void styleSheetKnowsEveryToken();
    void sizesGrowWithTheText();
    void unknownTokensStay();
};

void TestTokens::everyRoleHasOneRow()
{
    QSet<int> roles;
    QSet<QString> names;
    for (const ui::ColorToken &token : ui::colorTokens()) {
        roles.insert(int(token.role));
        names.insert(QString::fromLatin1(token.name));
    }
    const auto rows = qsizetype(ui::colorTokens().size());
    QCOMPARE(rows, int(ColorRole::UpGround) + 1);
    QCOMPARE(roles.size(), rows);
    QCOMPARE(names.size(), rows);
}

void TestTokens::textIsReadable_data()
{
    QTest::addColumn<ColorRole>("ink");
    QTest::addColumn<ColorRole>("ground");
    QTest::addColumn<Scheme>("scheme");
    struct Pair
    {
        const char *name;
        ColorRole ink;
        ColorRole ground;
    };
    const Pair pairs[] = {
        {"text on window", ColorRole::Text, ColorRole::Window},
        {"text on panel", ColorRole::Text, ColorRole::Panel},
        {"text on selection", ColorRole::Text, ColorRole::Selection},
        {"text on the ground of an error", ColorRole::Text, ColorRole::DownGround},
        {"secondary on window", ColorRole::Secondary, ColorRole::Window},
        {"secondary on panel", ColorRole::Secondary, ColorRole::Panel},
        {"secondary on selection", ColorRole::Secondary, ColorRole::Selection},
        {"secondary on a neutral badge", ColorRole::Secondary, ColorRole::SoftHairline},
        {"faint on window", ColorRole::Faint, ColorRole::Window},
        {"faint on panel", ColorRole::Faint, ColorRole::Panel},
        {"accent on window", ColorRole::Accent, ColorRole::Window},
        {"accent on panel", ColorRole::Accent, ColorRole::Panel},
        {"words on accent", ColorRole::OnAccent, ColorRole::Accent},
        {"down on its ground", ColorRole::Down, ColorRole::DownGround},
        {"down on window", ColorRole::Down, ColorRole::Window},
        {"down on panel", ColorRole::Down, ColorRole::Panel},
        {"degraded on its ground", ColorRole::Degraded, ColorRole::DegradedGround},
        {"degraded on panel", ColorRole::Degraded, ColorRole::Panel},
        {"maintenance on its ground", ColorRole::Maintenance, ColorRole::MaintenanceGround},
        {"maintenance on panel", ColorRole::Maintenance, ColorRole::Panel},
        {"up on its ground", ColorRole::Up, ColorRole::UpGround},
        {"up on panel", ColorRole::Up, ColorRole::Panel},
    };
    for (const Pair &pair : pairs) {
        QTest::addRow("%s, light", pair.name) << pair.ink << pair.ground << Scheme::Light;
        QTest::addRow("%s, dark", pair.name) << pair.ink << pair.ground << Scheme::Dark;
    }
}

void TestTokens::textIsReadable()
{
    QFETCH(ColorRole, ink);
    QFETCH(ColorRole, ground);
    QFETCH(Scheme, scheme);
    const double ratio =
        support::contrast(ui::tokenColor(ink, scheme), ui::tokenColor(ground, scheme));
    QVERIFY2(ratio >= 4.5, qPrintable(u"only %1:1"_s.arg(ratio, 0, 'f', 2)));
}

void TestTokens::styleSheetKnowsEveryToken_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addRow("light") << Scheme::Light;
    QTest::addRow("dark") << Scheme::Dark;
}

void TestTokens::styleSheetKnowsEveryToken()
{
    QFETCH(Scheme, scheme);
    const QString sheet = ui::styleSheetOf(ui::Theme(scheme, 1));
    QVERIFY(sheet.contains(ui::tokenColor(ColorRole::Accent, scheme).name()));
    // What is left of an @ is a name that is in no table; the comment at the top speaks of them.
    const QString rules = sheet.mid(sheet.indexOf("*/"_L1));
    QVERIFY2(!rules.contains(u'@'), qPrintable(rules.mid(rules.indexOf(u'@'), 40)));
}

void TestTokens::sizesGrowWithTheText()
{
    const ui::Theme normal(Scheme::Light, 1);
    const ui::Theme large(Scheme::Light, 1.25);
    QCOMPARE(normal.px(ui::TextSize::Body), 13);
    QCOMPARE(large.px(ui::TextSize::Body), 16);
    QCOMPARE(large.px(ui::TextSize::Clock), 32);
    QCOMPARE(large.fieldHeight(), 34);
    QCOMPARE(ui::fillTokens(u"@px-body @len-28 @radius-card"_s, large), u"16px 34px 6px"_s);
    QCOMPARE(ui::Theme(Scheme::Light, 40).scale(), 2.0);
}

void TestTokens::unknownTokensStay()
{
    const ui::Theme theme(Scheme::Dark, 1);
    QCOMPARE(ui::fillTokens(u"color: @panel; @nobody"_s, theme), u"color: #1a2029; @nobody"_s);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
