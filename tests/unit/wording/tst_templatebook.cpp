// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"
#include "wording/say.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sample;
using namespace wording;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestTemplateBook : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const
    {
        return m_folder.filePath(u"templates/"_s + name + u".txt"_s);
    }

    TemplateBook book() const { return TemplateBook(m_folder.filePath(u"templates"_s)); }

private slots:
    void cleanup() { QDir(m_folder.filePath(u"templates"_s)).removeRecursively(); }

    void withoutFilesItIsWhatTheProgramBrings()
    {
        const TemplateBook templates = book();
        QCOMPARE(templates.text(u"update"_s), builtInText(u"update"_s));
        QVERIFY(!templates.isChanged(u"update"_s));
        const Style style{Voice::We, &templates};
        QCOMPARE(say(running(), now(), {}, style), say(running(), now()));
    }

    void aFileOfTheUserIsTakenInstead()
    {
        TemplateBook templates = book();
        QVERIFY(templates.save(u"first_post"_s,
                               u"title: Oh dear: {title}\n\nNot good since {started.since}."_s));
        QVERIFY(templates.isChanged(u"first_post"_s));
        QVERIFY(!templates.isChanged(u"update"_s));
        const PostText said = say(running(), now(), {}, {Voice::We, &templates});
        QCOMPARE(said.title, u"Oh dear: Images are not loading"_s);
        QCOMPARE(said.body, u"Not good since since around 16:08 London time."_s);
        // Another window on the same folder sees it too.
        QCOMPARE(book().text(u"first_post"_s), templates.text(u"first_post"_s));
        QVERIFY(templates.reset(u"first_post"_s));
        QVERIFY(!templates.isChanged(u"first_post"_s));
        QVERIFY(!QFile::exists(path(u"first_post"_s)));
        QCOMPARE(say(running(), now(), {}, {Voice::We, &templates}), say(running(), now()));
    }

    void theTextOfTheProgramIsNoFile()
    {
        TemplateBook templates = book();
        QVERIFY(templates.save(u"update"_s, u"title: x\n\ny."_s));
        QVERIFY(templates.save(u"update"_s, builtInText(u"update"_s)));
        QVERIFY(!QFile::exists(path(u"update"_s)));
    }

    void whatAnotherProcessWritesCountsAtOnce()
    {
        const TemplateBook templates = book();
        const Style style{Voice::We, &templates};
        QVERIFY(say(running(), now(), {}, style).body.startsWith(u"Hi,"_s));
        write(path(u"first_post"_s), "title: T\n\nFrom outside.");
        QCOMPARE(say(running(), now(), {}, style).body, u"From outside."_s);
        write(path(u"first_post"_s), "title: T\n\nFrom outside, again.");
        QCOMPARE(say(running(), now(), {}, style).body, u"From outside, again."_s);
    }

    void aBrokenFileStandsInNobodysWay_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("bracket") << QByteArray("title: T\n\nHi [there.");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("comment") << QByteArray("# nothing else\n");
        QTest::newRow("never said") << QByteArray("title: {nothing}\n\n{nothing}.");
        QTest::newRow("binary") << QByteArray("\xff\xfe\0\x01[", 5);
        QTest::newRow("long") << QByteArray(10 * 1024 * 1024, 'x');
    }

    void aBrokenFileStandsInNobodysWay()
    {
        QFETCH(QByteArray, bytes);
        write(path(u"first_post"_s), bytes);
        const TemplateBook templates = book();
        QCOMPARE(say(running(), now(), {}, {Voice::We, &templates}), say(running(), now()));
        QVERIFY(!templates.problems(u"first_post"_s).empty());
        QVERIFY(templates.isChanged(u"first_post"_s));
    }

    void onlyWhatCannotBeUsedIsBroken()
    {
        const TemplateBook templates = book();
        write(path(u"update"_s), "title: T\n\nHi [there.");
        QVERIFY(templates.isBroken(u"update"_s));
        QCOMPARE(templates.problems(u"update"_s)[0].located().left(18), u"Line 3, column 4: "_s);
        write(path(u"update"_s), "title: T\n\nHi {there}.");
        QVERIFY(!templates.isBroken(u"update"_s));
        QCOMPARE(int(templates.problems(u"update"_s).size()), 1);
    }

    void whatCannotBeStoredIsSaid()
    {
        TemplateBook templates = book();
        QVERIFY(!templates.save(u"no_such_post"_s, u"x"_s));
        QVERIFY(!templates.save(u"../settings"_s, u"x"_s));
        QVERIFY(!templates.save(u"update"_s, QString(100'000, u'x')));
        write(m_folder.filePath(u"blocked"_s), "a file where a folder should be");
        TemplateBook blocked(m_folder.filePath(u"blocked"_s));
        const auto done = blocked.save(u"update"_s, u"title: x\n\ny."_s);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, base::ErrorKind::Storage);
    }

    void laterPhasesComeFromTheBookToo()
    {
        TemplateBook templates = book();
        QVERIFY(templates.save(u"later_phase"_s, u"And then more."_s));
        incident::Facts facts = maintenance();
        facts.planned.push_back(facts.planned.front());
        QVERIFY(say(facts, now(), {}, {Voice::We, &templates}).body.contains(u"And then more."_s));
        QVERIFY(templates.problems(u"later_phase"_s).empty());
    }
};

QTEST_GUILESS_MAIN(TestTemplateBook)
#include "tst_templatebook.moc"
