// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deploy/runner.h"
#include "support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using deploy::Command;

class TestDeploy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void runsInTheFolderWithoutAShell();
    void keepsTheOutputWithoutSecrets();
    void keepsTheEndOfALongOutput();
    void handsOnNoSecretsOfOurs();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void endsWhatTakesTooLong();
    void endsWhatIsStopped();
    void argumentsHoldNoSecret_data();
    void argumentsHoldNoSecret();
    void theRecordSurvives();

private:
    [[nodiscard]] base::Done run(const QString &script, std::chrono::seconds limit = 60s,
                                 const std::stop_token &stop = {})
    {
        return m_runner->run({{u"/bin/sh"_s, u"-c"_s, script}, limit}, m_dir->path(), stop);
    }
    [[nodiscard]] QString file(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    [[nodiscard]] bool isGone(const QString &pidFile) const
    {
        // What nobody has collected yet is gone as well.
        QFile status(u"/proc/"_s + QString::fromLatin1(read(pidFile).trimmed()) + u"/status"_s);
        return !status.open(QIODevice::ReadOnly) || status.readAll().contains("State:\tZ");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    support::ManualClock m_clock{base::Instant(1h)};
    std::unique_ptr<deploy::Runner> m_runner;
};

void TestDeploy::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_runner = std::make_unique<deploy::Runner>(file(u"record.json"_s), m_clock);
}

void TestDeploy::runsInTheFolderWithoutAShell()
{
    const QString odd = u"a b; touch broken $(touch broken) > broken"_s;
    QVERIFY(m_runner->run({{u"touch"_s, odd}, 60s}, m_dir->path(), {}));
    QVERIFY(QFile::exists(file(odd)));
    QVERIFY(!QFile::exists(file(u"broken"_s)));
}

void TestDeploy::keepsTheOutputWithoutSecrets()
{
    QVERIFY(run(u"printf 'to https://me:hunter2@example.org\\n\\033[31mpassword=hunter2\\033[0m "
                u"fine\\r\\n'; echo later >&2"_s));
    const auto record = m_runner->last();
    QVERIFY(record);
    QVERIFY(record->succeeded);
    QVERIFY(!record->sentence.isEmpty());
    QCOMPARE(record->started, base::Instant(1h));
    QCOMPARE(record->output, u"to https://example.org\npassword=… fine\nlater"_s);
    QCOMPARE(QFile::permissions(file(u"record.json"_s)) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void TestDeploy::keepsTheEndOfALongOutput()
{
    QVERIFY(run(u"i=0; while [ $i -lt 20000 ]; do echo line $i of the output; i=$((i+1)); done"_s));
    const QString output = m_runner->last()->output;
    QVERIFY(output.endsWith(u"line 19999 of the output"_s));
    QVERIFY(output.size() <= deploy::keptOutput);
    QVERIFY(output.size() > deploy::keptOutput - 100);
}

void TestDeploy::handsOnNoSecretsOfOurs()
{
    qputenv("WATCHKEEPER_PASSWORD_BLOG", "hunter2");
    qputenv("DEPLOY_TEST_PLACE", "here");
    QVERIFY(run(u"env; cat"_s));
    qunsetenv("WATCHKEEPER_PASSWORD_BLOG");
    QVERIFY(m_runner->last()->output.contains(u"DEPLOY_TEST_PLACE=here"_s));
    QVERIFY(!m_runner->last()->output.contains(u"hunter2"_s));
}

void TestDeploy::saysWhatFailed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("code") << QStringList{u"/bin/sh"_s, u"-c"_s, u"echo no such host; exit 12"_s}
                          << ErrorKind::Network << u"code 12"_s;
    QTest::newRow("last line") << QStringList{u"/bin/sh"_s, u"-c"_s,
                                              u"echo first; echo no such host; exit 12"_s}
                               << ErrorKind::Network << u"“no such host”"_s;
    QTest::newRow("signal") << QStringList{u"/bin/sh"_s, u"-c"_s, u"kill -9 $$"_s}
                            << ErrorKind::Network << u"broke down"_s;
    QTest::newRow("no program") << QStringList{u"/nonexistent/rsync"_s} << ErrorKind::Input
                                << u"/nonexistent/rsync"_s;
}

void TestDeploy::saysWhatFailed()
{
    QFETCH(const QStringList, words);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    const base::Done done = m_runner->run({words, 60s}, m_dir->path(), {});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, kind);
    QVERIFY2(done.error().text.contains(says), qPrintable(done.error().text));
    QVERIFY(!m_runner->last()->succeeded);
    QCOMPARE(m_runner->last()->sentence, done.error().text);
}

void TestDeploy::endsWhatTakesTooLong()
{
    const base::Done done =
        run(u"echo begun; sleep 300 & echo $! > child; echo $$ > parent; wait"_s, 10s);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Timeout);
    QVERIFY(done.error().text.contains(u"10 s"_s));
    QVERIFY(isGone(u"parent"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isGone(u"child"_s), 30000);
    QCOMPARE(m_runner->last()->output, u"begun"_s);
}

void TestDeploy::endsWhatIsStopped()
{
    // One that will not listen.
    const QString script = u"trap '' TERM; echo $$ > parent; while :; do sleep 1; done"_s;
    std::stop_source stop;
    std::thread person([this, &stop] {
        while (read(u"parent"_s).isEmpty())
            QThread::msleep(10);
        stop.request_stop();
    });
    const base::Done done = run(script, 300s, stop.get_token());
    person.join();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().retry.when, base::Retry::When::Never);
    QVERIFY(isGone(u"parent"_s));
}

void TestDeploy::argumentsHoldNoSecret_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, const QStringList &words, bool refused) {
        QTest::newRow(name) << words << refused;
    };
    row("nothing", {}, true);
    row("blank", {u" "_s}, true);
    row("rsync", {u"rsync"_s, u"-a"_s, u"--delete"_s, u"./"_s, u"www@host.example:/srv/"_s}, false);
    row("ssh address", {u"git"_s, u"push"_s, u"ssh://git@host.example/site"_s}, false);
    row("password file", {u"rsync"_s, u"--password-file=/etc/rsync.pw"_s, u"./"_s}, false);
    row("password file apart", {u"rsync"_s, u"--password-file"_s, u"/etc/rsync.pw"_s}, false);
    row("in the address", {u"curl"_s, u"-T"_s, u"x"_s, u"ftp://me:hunter2@host.example/"_s}, true);
    row("behind a name", {u"up"_s, u"--token=abc"_s}, true);
    row("in the next word", {u"up"_s, u"--api-key"_s, u"abc"_s}, true);
    row("header", {u"curl"_s, u"-H"_s, u"Authorization: Bearer abc"_s}, true);
    row("query", {u"curl"_s, u"https://host.example/?token=abc"_s}, true);
}

void TestDeploy::argumentsHoldNoSecret()
{
    QFETCH(const QStringList, words);
    QFETCH(const bool, refused);
    const auto checked = deploy::checkedCommand({words, 60s});
    QCOMPARE(!checked, refused);
    if (!checked) {
        QCOMPARE(checked.error().kind, ErrorKind::Input);
        QVERIFY(!checked.error().text.contains(u"hunter2"_s));
    }
}

void TestDeploy::theRecordSurvives()
{
    QVERIFY(!m_runner->last());
    QVERIFY(run(u"echo yes"_s));
    const deploy::Runner another(file(u"record.json"_s), m_clock);
    QCOMPARE(another.last(), m_runner->last());
    QFile record(file(u"record.json"_s));
    QVERIFY(record.open(QIODevice::WriteOnly));
    record.write("{broken");
    record.close();
    QVERIFY(!another.last());
}

QTEST_GUILESS_MAIN(TestDeploy)
#include "tst_deploy.moc"
