// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/error.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

const QByteArray canary = "canary-4f2a-p\xc3\xa4ss";

/// How a session's keyring is.
enum class Keyring {
    Unlocked, ///< and created if there is none yet
    Locked,
    None, ///< nothing on the bus keeps secrets
    NoBus,
    NeverStarts, ///< the bus knows a service that never comes up
    StartsLate,  ///< it comes up after 3 s
};

/// A home and a session of their own: nobody's real keyring is touched.
class Session
{
public:
    /// The lines of keyring_child.
    QStringList run(Keyring keyring, int patience, const QString &steps,
                    const QString &display = {})
    {
        // The daemon of the session before may still be going: it must not answer for this one.
        QDir(m_folder.path()).mkdir(runtimeFolder(++m_runs));
        const QString child =
            u"%1 %2 %3"_s.arg(QStringLiteral(KEYRING_CHILD)).arg(patience).arg(steps);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setProcessEnvironment(environment(keyring, display));
        QStringList arguments{u"sh"_s, u"-c"_s, commandFor(keyring, child)};
        if (keyring != Keyring::NoBus)
            arguments =
                QStringList{u"--config-file=%1"_s.arg(configFor(keyring)), u"--"_s} + arguments;
        process.start(keyring == Keyring::NoBus ? u"env"_s : u"dbus-run-session"_s, arguments);
        process.write(canary);
        process.closeWriteChannel();
        if (!process.waitForFinished(90'000)) {
            process.kill();
            process.waitForFinished();
            return {u"did not end"_s};
        }
        return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    /// The same without the notices of waiting: on a busy machine an open keyring is slow, too.
    QStringList answers(Keyring keyring, const QString &steps)
    {
        QStringList lines = run(keyring, 10'000, steps);
        lines.removeAll(u"waiting"_s);
        lines.removeAll(u"waited"_s);
        return lines;
    }

    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QProcessEnvironment environment(Keyring keyring, const QString &display) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                                 "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.remove(QLatin1StringView(name));
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(runtimeFolder(m_runs)));
        if (!display.isEmpty())
            environment.insert(u"DISPLAY"_s, display);
        if (keyring == Keyring::NoBus)
            environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"norun"_s));
        return environment;
    }

    static QString commandFor(Keyring keyring, const QString &child)
    {
        const QString daemon = u"gnome-keyring-daemon --components=secrets"_s;
        // The daemon returns before it has its name on the bus.
        const QString ready = u"gdbus wait --session --timeout 30 org.freedesktop.secrets"_s;
        switch (keyring) {
        case Keyring::Unlocked:
            return u"exec 3<&0; printf %s master | %1 --unlock >/dev/null 2>&1; %2; %3 <&3"_s.arg(
                daemon, ready, child);
        case Keyring::Locked:
            return u"exec 3<&0; %1 --start >/dev/null 2>&1 </dev/null; %2; %3 <&3"_s.arg(
                daemon, ready, child);
        default:
            return child;
        }
    }

    /// A bus that starts nothing by itself but what the test says.
    QString configFor(Keyring keyring)
    {
        const QString services = m_folder.filePath(u"services"_s);
        QDir().mkpath(services);
        const QString service = services + u"/org.freedesktop.secrets.service"_s;
        QFile::remove(service);
        if (keyring == Keyring::NeverStarts)
            write(service, u"/bin/sleep 60"_s);
        if (keyring == Keyring::StartsLate) {
            const QString late = m_folder.filePath(u"late"_s);
            QFile script(late);
            if (script.open(QIODevice::WriteOnly)) {
                script.write("#!/bin/sh\nsleep 3\n"
                             "printf %s master | gnome-keyring-daemon --unlock --foreground "
                             "--components=secrets >/dev/null 2>&1\n");
                script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            }
            write(service, late);
        }
        const QString config = m_folder.filePath(u"bus.conf"_s);
        QFile file(config);
        if (file.open(QIODevice::WriteOnly)) {
            file.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                       "<servicedir>" +
                       services.toUtf8() +
                       "</servicedir><policy context=\"default\"><allow send_destination=\"*\" "
                       "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>"
                       "</busconfig>");
        }
        // A prompt comes from a service of its own.
        const QString prompter =
            u"/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service"_s;
        QFile::copy(prompter, services + u"/org.gnome.keyring.SystemPrompter.service"_s);
        return config;
    }

    static void write(const QString &path, const QString &command)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("[D-BUS Service]\nName=org.freedesktop.secrets\nExec=" + command.toUtf8() +
                       "\n");
    }

    static QString runtimeFolder(int run) { return u"run%1"_s.arg(run); }

    QTemporaryDir m_folder;
    int m_runs = 0;
};

QString errorOf(const QString &step, ErrorKind kind)
{
    return u"%1 error %2 "_s.arg(step).arg(int(kind));
}

/// A display of its own, for the keyring to ask on.
class Display
{
public:
    Display()
    {
        m_server.setReadChannel(QProcess::StandardOutput);
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s,
                                   u"-nolisten"_s, u"tcp"_s});
        if (m_server.waitForStarted() && m_server.waitForReadyRead(20'000))
            m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    [[nodiscard]] QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};

} // namespace

/// The real gnome-keyring, in each of the states in which a user may have it.
class TestKeyring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon", "Xvfb"})
            QVERIFY2(!QStandardPaths::findExecutable(QLatin1StringView(program)).isEmpty(),
                     program);
    }

    void unlockedKeepsAndForgets()
    {
        Session session;
        const QStringList lines = session.answers(Keyring::Unlocked, u"write read forget read"_s);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith(u"write ok"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(u"read ok"_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(u"forget ok"_s), qPrintable(lines[2]));
        QVERIFY2(lines[3].startsWith(errorOf(u"read"_s, ErrorKind::NotFound)),
                 qPrintable(lines[3]));
    }

    void lockedLooksLikeMissingAndLosesNothing()
    {
        Session session;
        QVERIFY(session.answers(Keyring::Unlocked, u"write"_s).value(0).startsWith(u"write ok"_s));
        const QStringList locked = session.answers(Keyring::Locked, u"read write forget"_s);
        QCOMPARE(locked.size(), 3);
        QVERIFY2(locked[0].startsWith(errorOf(u"read"_s, ErrorKind::NotFound)),
                 qPrintable(locked[0]));
        QVERIFY2(locked[0].contains(u"locked"_s), qPrintable(locked[0]));
        QVERIFY2(locked[1].startsWith(errorOf(u"write"_s, ErrorKind::Auth)), qPrintable(locked[1]));
        QVERIFY2(locked[2].startsWith(errorOf(u"forget"_s, ErrorKind::NotFound)),
                 qPrintable(locked[2]));
        const QStringList again = session.answers(Keyring::Unlocked, u"read"_s);
        QVERIFY2(again.value(0).startsWith(u"read ok"_s), qPrintable(again.join(u'\n')));
    }

    void noServiceAndNoBusAreToldApart()
    {
        Session session;
        const QStringList none = session.answers(Keyring::None, u"read write"_s);
        QCOMPARE(none.size(), 2);
        QVERIFY2(none[0].startsWith(errorOf(u"read"_s, ErrorKind::Storage)), qPrintable(none[0]));
        QVERIFY2(none[0].contains(u"No keyring runs"_s), qPrintable(none[0]));
        const QStringList noBus = session.answers(Keyring::NoBus, u"read write"_s);
        QCOMPARE(noBus.size(), 2);
        QVERIFY2(noBus[1].startsWith(errorOf(u"write"_s, ErrorKind::Storage)),
                 qPrintable(noBus[1]));
        QVERIFY2(noBus[1].contains(u"D-Bus"_s), qPrintable(noBus[1]));
    }

    void aServiceThatNeverStartsIsNamedAfterTheBusGivesUp()
    {
        Session session;
        const QStringList lines = session.run(Keyring::NeverStarts, 40'000, u"read"_s);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"waiting"_s);
        QCOMPARE(lines[1], u"waited"_s);
        QVERIFY2(lines[2].startsWith(errorOf(u"read"_s, ErrorKind::Timeout)), qPrintable(lines[2]));
        QVERIFY2(lines[2].contains(u"did not start in time"_s), qPrintable(lines[2]));
    }

    void aServiceThatStartsLateIsWaitedFor()
    {
        Session session;
        const QStringList lines = session.run(Keyring::StartsLate, 20'000, u"write read"_s);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], u"waiting"_s);
        QCOMPARE(lines[1], u"waited"_s);
        QVERIFY2(lines[2].startsWith(u"write ok"_s), qPrintable(lines[2]));
        QVERIFY2(lines[3].startsWith(u"read ok"_s), qPrintable(lines[3]));
    }

    void ourPatienceEndsBeforeTheKeyrings()
    {
        Session session;
        const QStringList lines = session.run(Keyring::StartsLate, 1'500, u"write lateread"_s);
        QVERIFY2(lines.value(1).startsWith(errorOf(u"write"_s, ErrorKind::Timeout)),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"cameback"_s));
        QVERIFY2(lines.last().startsWith(u"lateread ok"_s), qPrintable(lines.last()));
    }

    void aPromptIsWaitedForAndNothingHangs()
    {
        Session session;
        const Display display;
        QVERIFY(!display.name().isEmpty());
        QVERIFY(session.answers(Keyring::Unlocked, u"write"_s).value(0).startsWith(u"write ok"_s));
        QElapsedTimer elapsed;
        elapsed.start();
        const QStringList lines = session.run(Keyring::Locked, 3'000, u"read"_s, display.name());
        QVERIFY2(lines.contains(u"waiting"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.last().startsWith(errorOf(u"read"_s, ErrorKind::Timeout)),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(lines.last().contains(u"window"_s));
    }

    void noWordOfItHoldsTheSecret()
    {
        Session session;
        for (const Keyring keyring : {Keyring::Unlocked, Keyring::Locked, Keyring::None}) {
            const QStringList lines = session.answers(keyring, u"write read"_s);
            QVERIFY(!lines.isEmpty());
            QVERIFY(!lines.join(u'\n').toUtf8().contains(canary));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
