// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hostiletexts.h"
#include "support/htmlscan.h"
#include "support/office.h"
#include "ui/document/postmortemdocument.h"
#include "wording/sectionhtml.h"
#include "workflow/review.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace incident;
using support::Office;

namespace {

/// The text in every place of a postmortem where somebody can put one.
wording::Postmortem postmortemWith(const QString &text)
{
    Office office;
    const QString id = office.shopIsDown(u"The shop did not open"_s).id;
    const auto must = [&](const Command &command) {
        office.desk->run(id, command).value();
    };
    must(AddNote{text, {}});
    PostRevision post;
    post.id = office.desk->newId();
    post.title = u"Down"_s;
    post.body = text;
    post.targets = {u"site"_s};
    must(RevisePost{post});
    must(RecordSeen{post.id, u"site"_s, {}, {}, {}});
    for (const QString &section : {u"summary"_s, u"impact"_s, u"change"_s})
        must(WriteSection{section, text});
    auto postmortem = workflow::postmortemOf(*office.desk, id).value();
    postmortem.title = postmortem.subtitle = text;
    for (wording::PostmortemFact &fact : postmortem.facts)
        fact.value = text;
    return postmortem;
}

QString faultIn(const support::HtmlScan &scan)
{
    static const QSet<QString> tags{u"html"_s, u"head"_s,       u"meta"_s,   u"title"_s, u"style"_s,
                                    u"body"_s, u"main"_s,       u"h1"_s,     u"h2"_s,    u"h3"_s,
                                    u"p"_s,    u"div"_s,        u"table"_s,  u"thead"_s, u"tbody"_s,
                                    u"tr"_s,   u"th"_s,         u"td"_s,     u"ul"_s,    u"ol"_s,
                                    u"li"_s,   u"blockquote"_s, u"strong"_s, u"code"_s};
    static const QSet<QString> attributes{
        u"lang"_s,  u"charset"_s, u"http-equiv"_s, u"content"_s, u"name"_s,
        u"class"_s, u"role"_s,    u"tabindex"_s,   u"scope"_s,   u"aria-label"_s};
    if (!scan.fault.isEmpty())
        return scan.fault;
    for (const support::HtmlTag &tag : scan.tags) {
        if (!tags.contains(tag.name))
            return u"tag "_s + tag.name;
        for (const QString &attribute : tag.attributes.keys()) {
            if (!attributes.contains(attribute))
                return u"attribute "_s + attribute;
        }
    }
    return {};
}

/// Links that do more than lead somewhere, and images. Readers of Markdown make links of bare
/// addresses by themselves.
QString faultIn(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            const QString link = format.anchorHref();
            static const QRegularExpression harmless(u"^(https?://|ftp://|mailto:)"_s);
            if (!link.isEmpty() && !link.contains(harmless))
                return u"link "_s + link;
            if (format.isImageFormat())
                return u"image "_s + format.toImageFormat().name();
        }
    }
    return {};
}

} // namespace

/// A postmortem holds what people and machines have said: as text, in whichever form it leaves.
class TestPostmortemHostile : public QObject
{
    Q_OBJECT

private slots:
    void textsStayTexts_data()
    {
        QTest::addColumn<QString>("text");
        // Each begins a paragraph of its own.
        constexpr int together = 24;
        const QStringList texts = support::hostileTexts();
        for (int from = 0; from < texts.size(); from += together)
            QTest::addRow("from %d", from + 1) << texts.mid(from, together).join(u"\n\n"_s);
    }

    void textsStayTexts()
    {
        QFETCH(const QString, text);
        const wording::Postmortem postmortem = postmortemWith(text);
        QCOMPARE(faultIn(support::scanHtml(wording::toHtml(postmortem))), QString());

        const QString markdown = wording::toMarkdown(postmortem, {});
        QTextDocument read;
        read.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
        QCOMPARE(faultIn(read), QString());
        static const QRegularExpression code(u"`[^`\\n]*`"_s);
        static const QRegularExpression tag(u"(?<!\\\\)<[A-Za-z/!?]"_s);
        QVERIFY2(!QString(markdown).remove(code).contains(tag), qPrintable(markdown));

        QTextDocument paper;
        ui::fillDocument(paper, postmortem, ui::paperLook());
        QCOMPARE(faultIn(paper), QString());
    }

    void sectionsKeepTheirOwnMarkup_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &written, const QString &expected) {
            QTest::newRow(name) << written << expected;
        };
        row("markup", u"# One\n\n- **two** of `a<b>`\n2. three"_s,
            u"# One\n\n- **two** of `a<b>`\n2. three"_s);
        row("links", u"See [the notes](https://a.example/b) of it"_s,
            u"See [the notes](https://a.example/b) of it"_s);
        row("no links", u"[x](javascript:y)"_s, u"\\[x\\](javascript:y)"_s);
        row("tags", u"a <b>c</b>"_s, u"a &lt;b>c&lt;/b>"_s);
        row("marks alone", u"2 ** 3 and `"_s, u"2 \\*\\* 3 and \\`"_s);
        row("other line ends", u"a\r<p>"_s, u"a\n&lt;p>"_s);
    }

    void sectionsKeepTheirOwnMarkup()
    {
        QFETCH(const QString, written);
        QTEST(wording::sectionMarkdown(written), "expected");
    }
};

QTEST_MAIN(TestPostmortemHostile)
#include "tst_postmortemhostile.moc"
