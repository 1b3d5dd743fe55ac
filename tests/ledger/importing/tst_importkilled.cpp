// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program itself imports, and is killed in the middle: what is stored is whole, and importing
/// again stores the rest.
class TestImportKilled : public QObject
{
    Q_OBJECT

private slots:
    void leavesWholeIncidentsOnly();
};

namespace {

constexpr int posts = 300;

QString postsText()
{
    QStringList all;
    for (int i = 0; i < posts; ++i) {
        all += u"Posted: 2024-%1-%2 10:05\nLift %3 stuck\n\nThe lift was down for 20 minutes from "
               "09:15 this morning. We will report what went wrong.\n"_s
                   .arg(1 + i / 28, 2, 10, QChar(u'0'))
                   .arg(1 + i % 28, 2, 10, QChar(u'0'))
                   .arg(i);
    }
    return all.join(u"---\n"_s);
}

struct Import
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"old.txt"_s);
    QString data = folder.filePath(u"data"_s);

    void start(QProcess &process) const
    {
        process.start(QStringLiteral(WATCHKEEPER_BINARY),
                      {u"import"_s, u"text"_s, file, u"--zone"_s, u"Europe/London"_s, u"--commit"_s,
                       u"--data"_s, data});
        QVERIFY(process.waitForStarted());
    }

    [[nodiscard]] std::vector<ledger::Summary> stored() const
    {
        const base::SystemClock clock;
        base::IdSource ids(clock);
        const auto ledger = ledger::Ledger::open(data, clock, ids, ledger::OpenMode::ReadOnly);
        return ledger ? (*ledger)->list().value_or(std::vector<ledger::Summary>())
                      : std::vector<ledger::Summary>();
    }
};

} // namespace

void TestImportKilled::leavesWholeIncidentsOnly()
{
    const Import import;
    QFile file(import.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(postsText().toUtf8());
    file.close();

    for (const std::size_t enough : {1U, 60U, 150U}) {
        QProcess process;
        import.start(process);
        while (process.state() == QProcess::Running && import.stored().size() < enough)
            process.waitForFinished(1);
        process.kill();
        process.waitForFinished();
        for (const ledger::Summary &summary : import.stored()) {
            QCOMPARE(summary.state, incident::State::Closed);
            QVERIFY(summary.downtime.isKnown());
        }
    }
    QVERIFY(import.stored().size() < posts);
    QProcess process;
    import.start(process);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(int(import.stored().size()), posts);

    const base::SystemClock clock;
    base::IdSource ids(clock);
    const auto ledger = ledger::Ledger::open(import.data, clock, ids).value();
    const auto report = ledger->check().value();
    QVERIFY2(report.isSound(), qPrintable(report.advice));
}

QTEST_GUILESS_MAIN(TestImportKilled)
#include "tst_importkilled.moc"
