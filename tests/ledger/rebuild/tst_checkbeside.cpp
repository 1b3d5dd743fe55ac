// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/projection.h"
#include "support/heldlocks.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using ledger::OpenMode;
using support::LedgerFolder;

namespace {

constexpr qsizetype pageSize = 4096;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

bool isRefusal(const base::Error &error)
{
    return error.kind == ErrorKind::Format || error.kind == ErrorKind::Refused ||
           error.kind == ErrorKind::Storage;
}

} // namespace

/// A ledger that is used while the look at the whole file goes on beside it.
class TestCheckBeside : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aSoundOneIsUsedAtOnce();
    void theFirstChangeWaitsForTheVerdict();
    void aDamagedOneIsNeverWritten();
    void whatIsNotUpToDateIsBroughtThereFirst();
    void anEmptyFolderGetsOne();
    void whatMayNotBeWrittenIsSaid();
    void theLookDoesNotEndTheLocks();
    void anotherLedgerDoesNotEndTheLocks();

private:
    QByteArray m_sound;
};

void TestCheckBeside::initTestCase()
{
    LedgerFolder folder;
    {
        const auto ledger = folder.open();
        for (int i = 0; i < 4; ++i)
            support::writeRichIncident(*ledger, QString(QChar(u'a' + i)), {});
    }
    m_sound = read(folder.file());
    QVERIFY(m_sound.size() > 20 * pageSize);
}

void TestCheckBeside::aSoundOneIsUsedAtOnce()
{
    LedgerFolder folder;
    write(folder.file(), m_sound);
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    QCOMPARE(ledger->list()->size(), 4U);
    QVERIFY(ledger->load(u"a"_s));
    QVERIFY(ledger->verdict().result());
    QVERIFY(ledger->beginWriting());
    QVERIFY(ledger->drafts().save(u"post/a"_s, "{}"));
    QVERIFY(ledger->check()->isSound());
}

void TestCheckBeside::theFirstChangeWaitsForTheVerdict()
{
    LedgerFolder folder;
    write(folder.file(), m_sound);
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    const auto changed =
        ledger->change(u"a"_s, u"sam"_s, support::happens(incident::Noted{u"at once"_s}));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text));
    QVERIFY(ledger->verdict().isFinished());
    QCOMPARE(ledger->events(u"a"_s)->size(), 23U);
    // Another object sees it.
    QCOMPARE(folder.open()->events(u"a"_s)->size(), 23U);
}

/// Whatever is tried, and in whatever order.
void TestCheckBeside::aDamagedOneIsNeverWritten()
{
    int later = 0;
    for (qsizetype at = 0; at < m_sound.size(); at += pageSize) {
        QByteArray bytes = m_sound;
        bytes.replace(at, pageSize, QByteArray(pageSize, 'x'));
        LedgerFolder folder;
        write(folder.file(), bytes);
        {
            const auto opened = folder.tryOpen(OpenMode::CheckedBeside);
            if (!opened) {
                QVERIFY2(isRefusal(opened.error()), qPrintable(opened.error().text));
                QCOMPARE(read(folder.file()), bytes);
                continue;
            }
            ++later;
            ledger::Ledger &ledger = **opened;
            const auto saved = ledger.drafts().save(u"k"_s, "{}");
            QVERIFY2(!saved, qPrintable(u"page %1"_s.arg(at / pageSize)));
            QVERIFY2(saved.error().text.contains(u"backup"_s), qPrintable(saved.error().text));
            QVERIFY(!ledger.change(u"a"_s, u"sam"_s, support::happens(incident::Noted{u"no"_s})));
            QVERIFY(!ledger.rebuild());
            QVERIFY(!ledger.verdict().result());
            QVERIFY(!ledger.beginWriting());
        }
        QCOMPARE(read(folder.file()), bytes);
    }
    QVERIFY(later > 5);
}

void TestCheckBeside::whatIsNotUpToDateIsBroughtThereFirst()
{
    LedgerFolder folder;
    write(folder.file(), m_sound);
    support::RawSqlite(folder.file()).run(u"UPDATE projection SET version = 0"_s);
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    QCOMPARE(support::RawSqlite(folder.file()).value(u"SELECT version FROM projection"_s),
             ledger::projectionVersion);
    QVERIFY(ledger->verdict().isFinished());
    QVERIFY(ledger->check()->isSound());
}

void TestCheckBeside::anEmptyFolderGetsOne()
{
    LedgerFolder folder;
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
    QVERIFY(ledger->verdict().result());
    QCOMPARE(ledger->list()->size(), 1U);
}

void TestCheckBeside::whatMayNotBeWrittenIsSaid()
{
    LedgerFolder folder;
    write(folder.file(), m_sound);
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    const auto other = folder.open();
    // Another process that keeps it for longer than anybody waits.
    const support::RawSqlite raw(folder.file());
    raw.run(u"BEGIN IMMEDIATE"_s);
    const base::Done done = ledger->beginWriting();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Timeout);
    raw.run(u"ROLLBACK"_s);
    QVERIFY(ledger->beginWriting());
}

/// Both are connections to one file, in one process.
void TestCheckBeside::theLookDoesNotEndTheLocks()
{
    LedgerFolder folder;
    write(folder.file(), m_sound);
    const auto ledger = folder.open(OpenMode::CheckedBeside);
    QCOMPARE(ledger->list()->size(), 4U);
    QVERIFY(ledger->verdict().result());
    QVERIFY(support::isHeldOpen(folder.file()));
}

void TestCheckBeside::anotherLedgerDoesNotEndTheLocks()
{
    LedgerFolder folder;
    const auto ledger = folder.open();
    QCOMPARE(folder.open(OpenMode::ReadOnly)->list()->size(), 0U);
    QCOMPARE(folder.open()->list()->size(), 0U);
    QVERIFY(support::isHeldOpen(folder.file()));
}

QTEST_GUILESS_MAIN(TestCheckBeside)
#include "tst_checkbeside.moc"
