// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/ownnetwork.h"

#include <optional>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using source::OwnNetwork;

class TestOwnNetwork : public QObject
{
    Q_OBJECT

private slots:
    void oneThatAnswersIsEnough()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        OwnNetwork network;
        network.setReferences({QUrl(u"tcp://nowhere.invalid:9"_s),
                               QUrl(u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()))});
        QCOMPARE(ask(network), true);
    }

    void oneThatRefusesIsEnough()
    {
        OwnNetwork network;
        network.setReferences({QUrl(u"tcp://127.0.0.1:1"_s)});
        QCOMPARE(ask(network), true);
    }

    void noneThatAnswers()
    {
        OwnNetwork network;
        network.setReferences({QUrl(u"tcp://nowhere.invalid:9"_s)});
        QCOMPARE(ask(network), false);
    }

    void questionsAreAnsweredTogether()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        OwnNetwork network;
        network.setReferences({QUrl(u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()))});
        int answered = 0;
        for (int i = 0; i < 5; ++i)
            network.check(this, [&](bool works) { answered += works ? 1 : 0; });
        {
            QObject gone;
            network.check(&gone, [&](bool) { answered += 100; });
        }
        QTRY_COMPARE(answered, 5);
        QTRY_VERIFY(server.hasPendingConnections());
        server.nextPendingConnection();
        QVERIFY(!server.hasPendingConnections());
    }

private:
    bool ask(OwnNetwork &network)
    {
        std::optional<bool> works;
        network.check(this, [&](bool answer) { works = answer; });
        if (!QTest::qWaitFor([&] { return works.has_value(); }, 5000))
            qFatal("no answer");
        return *works;
    }
};

QTEST_GUILESS_MAIN(TestOwnNetwork)
#include "tst_ownnetwork.moc"
