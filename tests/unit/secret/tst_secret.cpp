// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/secret.h"
#include "secret/sessionbus.h"

#include <QTest>

using namespace Qt::StringLiterals;
using secret::BusSocket;
using secret::Secret;

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void isNeverPrinted()
    {
        QString printed;
        QDebug(&printed) << Secret("hunter2") << "and" << Secret();
        QVERIFY(!printed.contains(u"hunter2"_s));
        QVERIFY(printed.contains(u"(secret)"_s));
    }

    void doesNotTurnIntoText()
    {
        static_assert(!std::is_convertible_v<Secret, QString>);
        static_assert(!std::is_convertible_v<Secret, QByteArray>);
        static_assert(!std::is_convertible_v<QByteArray, Secret>);
        QCOMPARE(Secret("hunter2").reveal(), QByteArray("hunter2"));
        QVERIFY(Secret().isEmpty());
    }

    void theLastCopyOverwritesTheBytes()
    {
        QByteArray bytes("hunter2");
        bytes.reserve(64);
        {
            Secret first(std::move(bytes));
            const Secret second = first;
            first = Secret();
            QCOMPARE(second.reveal(), QByteArray("hunter2"));
        }
        // A literal's bytes belong to nobody else; a shared copy must stay whole.
        const QByteArray kept("hunter2");
        {
            const Secret copy(kept);
        }
        QCOMPARE(kept, QByteArray("hunter2"));
    }

    void readsBusAddresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("abstract");
        QTest::newRow("file") << QByteArray("unix:path=/run/user/1000/bus")
                              << u"/run/user/1000/bus"_s << false;
        QTest::newRow("with guid")
            << QByteArray("unix:path=/tmp/a%20b,guid=12") << u"/tmp/a b"_s << false;
        QTest::newRow("abstract") << QByteArray("unix:abstract=/tmp/dbus-x,guid=1")
                                  << u"/tmp/dbus-x"_s << true;
        QTest::newRow("second") << QByteArray("tcp:host=localhost,port=1;unix:path=/b") << u"/b"_s
                                << false;
        QTest::newRow("none") << QByteArray("autolaunch:") << QString() << false;
    }

    void readsBusAddresses()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const QString, path);
        QFETCH(const bool, abstract);
        QCOMPARE(secret::socketOf(address), (BusSocket{path, abstract}));
    }

    void noBusIsNoticed()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QVERIFY(!secret::isSessionBusReachable());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        QVERIFY(!secret::isSessionBusReachable());
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
