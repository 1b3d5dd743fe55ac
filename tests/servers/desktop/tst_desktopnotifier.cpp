// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desktopnotifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // a busy machine
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/// The service of a desktop, as its specification has it.
class FakeService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown;
    QStringList actions;
    uint replaced = 0;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                const QString &text, const QStringList &offered, const QVariantMap &, int)
    {
        shown << title + u": "_s + text;
        actions = offered;
        replaced = replaces;
        return 7;
    }

signals:
    void ActionInvoked(uint id, const QString &action);
};

} // namespace

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private slots:
    void withoutAServiceNothingBreaks()
    {
        ui::DesktopNotifier notifier;
        notifier.setStatus(u"update due in 2:00"_s, true);
        notifier.notify(u"An update is due soon"_s, u"Shop is down"_s, false);
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void isShownAndPressed()
    {
        QDBusConnection desktop = QDBusConnection::connectToBus(address, u"desktop"_s);
        FakeService fake;
        QVERIFY(desktop.registerObject(
            path, &fake, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desktop.registerService(service));
        ui::DesktopNotifier notifier;
        QSignalSpy pressed(&notifier, &ui::Notifier::pressed);
        notifier.notify(u"The update is overdue"_s, u"<b>Shop</b> is down"_s, true);
        QVERIFY(QTest::qWaitFor([&] { return fake.shown.size() == 1; }, patience));
        QCOMPARE(fake.shown.at(0), u"The update is overdue: &lt;b&gt;Shop&lt;/b&gt; is down"_s);
        QCOMPARE(fake.actions.at(0), u"default"_s);
        // The next one takes its place: so the answer has come.
        QVERIFY(QTest::qWaitFor(
            [&] {
                notifier.notify(u"Again"_s, {}, true);
                QTest::qWait(50);
                return fake.replaced == 7;
            },
            patience));
        emit fake.ActionInvoked(8, u"default"_s); // of another program
        emit fake.ActionInvoked(7, u"default"_s);
        QVERIFY(QTest::qWaitFor([&] { return !pressed.isEmpty(); }, patience));
        QCOMPARE(pressed.size(), 1);
    }

public:
    QString address; ///< of the bus
};

/// The bus is there before anything of Qt looks for one, which it does once.
int main(int argc, char **argv)
{
    QProcess bus;
    bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!bus.waitForReadyRead(patience))
        qFatal("dbus-daemon does not start");
    TestDesktopNotifier test;
    test.address = QString::fromUtf8(bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", test.address.toUtf8());
    int result = 0;
    {
        QApplication application(argc, argv);
        result = QTest::qExec(&test, argc, argv);
    }
    bus.kill();
    bus.waitForFinished(patience);
    return result;
}

#include "tst_desktopnotifier.moc"
