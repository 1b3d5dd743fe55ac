// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/childprocess.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ChildProcess;
using support::LedgerFolder;
using support::RawSqlite;

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

} // namespace

class TestLedgerDamage : public QObject
{
    Q_OBJECT

    QByteArray m_sound;

    /// Opens a file with these bytes: it is refused as it is, or everything in it can be used; and
    /// looking at it comes to an end in any case.
    void tryDamaged(const QByteArray &bytes)
    {
        LedgerFolder folder;
        write(folder.file(), bytes);
        if (const auto looked = folder.tryOpen(ledger::OpenMode::ReadOnly)) {
            (void)(*looked)->check();
            (void)(*looked)->list();
            (void)(*looked)->load(u"a"_s);
            (void)(*looked)->search(u"images"_s);
        }
        QCOMPARE(read(folder.file()), bytes);
        const auto opened = folder.tryOpen();
        if (!opened) {
            QVERIFY(!opened.error().text.isEmpty());
            QVERIFY2(opened.error().kind == base::ErrorKind::Format ||
                         opened.error().kind == base::ErrorKind::Refused ||
                         opened.error().kind == base::ErrorKind::Storage,
                     qPrintable(opened.error().text + opened.error().detail));
            QCOMPARE(read(folder.file()), bytes);
            ++m_refused;
            return;
        }
        ++m_opened;
        // What a quick look has not seen, a thorough one may; but it must not be lost on the way.
        const auto report = (*opened)->check();
        QVERIFY2(report, report ? "" : qPrintable(report.error().text + report.error().detail));
    }

    int m_refused = 0;
    int m_opened = 0;

private slots:
    void initTestCase()
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

    void everyPageInTurn_data()
    {
        QTest::addColumn<char>("filler");
        QTest::newRow("zeros") << '\0';
        QTest::newRow("ones") << '\xff';
        QTest::newRow("text") << 'x';
    }

    void everyPageInTurn()
    {
        QFETCH(char, filler);
        m_refused = m_opened = 0;
        for (qsizetype at = 0; at < m_sound.size(); at += pageSize) {
            QByteArray bytes = m_sound;
            bytes.replace(at, pageSize, QByteArray(pageSize, filler));
            tryDamaged(bytes);
        }
        QVERIFY(m_refused > 0);
        QVERIFY2(m_opened == 0, qPrintable(u"%1 pages went unnoticed"_s.arg(m_opened)));
    }

    void everyPartOfTheHeader()
    {
        m_refused = 0;
        for (qsizetype at = 0; at < 100; ++at) {
            QByteArray bytes = m_sound;
            bytes[at] = char(bytes[at] ^ 0x5a);
            tryDamaged(bytes);
        }
        QVERIFY(m_refused > 30);
    }

    void everyLength()
    {
        m_opened = 0;
        for (qsizetype size = 1; size < m_sound.size(); size += size < 600 ? 37 : 3001)
            tryDamaged(m_sound.left(size));
        QCOMPARE(m_opened, 0);
    }

    void aTornLogLosesOnlyItsEnd()
    {
        LedgerFolder folder;
        ChildProcess writer(QStringLiteral(LEDGER_CHILD),
                            {u"append"_s, folder.path(), {}, u"100000"_s});
        writer.waitForLines(40);
        writer.killAfter(std::chrono::microseconds(0));
        const QByteArray main = read(folder.file());
        const QByteArray log = read(folder.file() + u"-wal"_s);
        QVERIFY(log.size() > 100'000);
        int last = 0;
        for (int part = 1; part <= 12; ++part) {
            LedgerFolder torn;
            write(torn.file(), main);
            write(torn.file() + u"-wal"_s, log.left(log.size() * part / 12));
            const auto ledger = torn.open();
            QVERIFY(ledger->check()->isSound());
            const auto incidents = *ledger->list();
            const int reached = incidents.empty() ? 0 : incidents[0].title.toInt();
            QVERIFY(reached >= last);
            last = reached;
        }
        QVERIFY(last >= 40);
    }

    void garbageInTheLogIsNotRead()
    {
        LedgerFolder folder;
        write(folder.file(), m_sound);
        write(folder.file() + u"-wal"_s, QByteArray(50'000, 'x'));
        const auto ledger = folder.open();
        QVERIFY(ledger->check()->isSound());
        QCOMPARE(ledger->list()->size(), 4u);
    }
};

QTEST_GUILESS_MAIN(TestLedgerDamage)
#include "tst_ledgerdamage.moc"
