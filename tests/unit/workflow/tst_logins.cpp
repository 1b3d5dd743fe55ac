// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/memorykeyring.h"
#include "support/office.h"
#include "support/waiting.h"
#include "workflow/loginclient.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::waitFor;
using workflow::Login;
using workflow::LoginKind;
using workflow::Logins;

namespace {

const QUrl place(u"https://metrics.example.org:9090"_s);
const Login basic{place, LoginKind::Basic, u"ana"_s};
const secret::Secret password(QByteArray("correct horse"));

struct Stage
{
    support::Office office;
    support::MemoryKeyring keyring;
    secret::Vault vault{keyring};
    Logins logins{*office.settings, vault};
    int status = 200;
    support::FakeHttp http{[this](const http::Request &request) {
        http::Response response = support::json("{}", status);
        response.finalUrl = request.url;
        return base::Result<http::Response>(response);
    }};
    workflow::LoginClient client{http, logins};

    [[nodiscard]] base::Result<http::Response> get(const QString &url)
    {
        http::Request request;
        request.url = QUrl(url);
        request.redirects = 3;
        return waitFor(client.send(request));
    }
    [[nodiscard]] QByteArray sent() const
    {
        return http::headerValue(http.requests.last().headers, "Authorization");
    }
};

} // namespace

class TestLogins : public QObject
{
    Q_OBJECT

private slots:
    void goesToItsPlaceOnly()
    {
        Stage stage;
        QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        QVERIFY(stage.get(u"https://metrics.example.org:9090/api/v1/query?query=up"_s));
        QCOMPARE(stage.sent(), "Basic YW5hOmNvcnJlY3QgaG9yc2U=");
        QVERIFY(stage.http.requests.last().confidential);
        QCOMPARE(stage.http.requests.last().redirects, 0);
        for (const QString &other :
             {u"https://metrics.example.org/"_s, u"http://metrics.example.org:9090/"_s,
              u"https://example.org:9090/"_s,
              u"https://metrics.example.org.evil.example:9090/"_s}) {
            QVERIFY(stage.get(other));
            QVERIFY2(stage.sent().isNull(), qPrintable(other));
            QCOMPARE(stage.http.requests.last().redirects, 3);
        }
    }

    void sendsATokenAsItIs()
    {
        Stage stage;
        const Login token{place, LoginKind::Bearer, {}};
        QVERIFY(waitFor(stage.logins.add(token, password, secret::Keep::Session)));
        QVERIFY(stage.get(place.toString()));
        QCOMPARE(stage.sent(), "Bearer correct horse");
        QVERIFY(stage.keyring.entries.empty());
    }

    void leavesAHeaderAlone()
    {
        Stage stage;
        QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        http::Request request;
        request.url = place;
        request.headers = {{"Authorization", "Bearer other"}};
        QVERIFY(waitFor(stage.client.send(request)));
        QCOMPARE(stage.http.requests.last(), request);
    }

    void theSecretIsInTheKeyringOnly()
    {
        Stage stage;
        QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        QCOMPARE(stage.keyring.entries.at(Logins::secretKey(basic)), password);
        QCOMPARE(stage.logins.list(), std::vector<Login>{basic});
        const QDir folder(stage.office.folder.path());
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("correct horse") && !bytes.contains("YW5hOmNvcnJlY3"),
                     qPrintable(name));
        }
    }

    void aNewLoginTakesThePlaceOfTheOld()
    {
        Stage stage;
        QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        const Login other{place, LoginKind::Basic, u"ben"_s};
        QVERIFY(waitFor(stage.logins.add(other, password, secret::Keep::ForGood)));
        QCOMPARE(stage.logins.list(), std::vector<Login>{other});
        QVERIFY(stage.logins.remove(place));
        QVERIFY(stage.logins.list().empty());
        QVERIFY(!stage.keyring.entries.contains(Logins::secretKey(other)));
        QCOMPARE(stage.logins.remove(place).error().kind, base::ErrorKind::NotFound);
    }

    void saysWhatAClosedDoorMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("hasLogin");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << 401 << false << u"asks who you are"_s;
        QTest::newRow("wrong") << 401 << true << u"does not accept the login"_s;
        QTest::newRow("not allowed") << 403 << true << u"does not allow it"_s;
        QTest::newRow("closed") << 403 << false << u"does not let us in"_s;
    }

    void saysWhatAClosedDoorMeans()
    {
        QFETCH(int, status);
        QFETCH(bool, hasLogin);
        QFETCH(QString, words);
        Stage stage;
        if (hasLogin)
            QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        stage.status = status;
        const auto answer = stage.get(place.toString());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, base::ErrorKind::Auth);
        QVERIFY2(answer.error().text.contains(words), qPrintable(answer.error().text));
        QVERIFY(!answer.error().text.contains(u"horse"_s));
    }

    void aClosedKeyringIsSaid()
    {
        Stage stage;
        QVERIFY(waitFor(stage.logins.add(basic, password, secret::Keep::ForGood)));
        secret::Vault fresh(stage.keyring);
        Logins logins(*stage.office.settings, fresh);
        workflow::LoginClient client(stage.http, logins);
        stage.keyring.trouble = base::Error{base::ErrorKind::Auth, u"It is locked."_s, {}, {}};
        http::Request request;
        request.url = place;
        const auto answer = waitFor(client.send(request));
        QCOMPARE(answer.error().text, u"It is locked."_s);
        QVERIFY(stage.http.requests.isEmpty());
    }

    void refusesWhatWouldBeReadOnTheWay()
    {
        QVERIFY(!Logins::placeOf(u"http://metrics.example.org:9090"_s));
        QVERIFY(!Logins::placeOf(u"tcp://metrics.example.org:9090"_s));
        QCOMPARE(Logins::placeOf(u"http://127.0.0.1:9090/x"_s), QUrl(u"http://127.0.0.1:9090"_s));
        QCOMPARE(Logins::placeOf(u"https://Example.org:443/x?y"_s), QUrl(u"https://example.org"_s));
    }

    void nothingBreaksOutOfTheHeader()
    {
        Stage stage;
        const secret::Secret broken(QByteArray("a\r\nX-Evil: 1"));
        QVERIFY(!waitFor(stage.logins.add(basic, broken, secret::Keep::Session)));
        const Login colon{place, LoginKind::Basic, u"a:b"_s};
        QVERIFY(!waitFor(stage.logins.add(colon, password, secret::Keep::Session)));
        QVERIFY(stage.logins.list().empty());
    }
};

QTEST_GUILESS_MAIN(TestLogins)
#include "tst_logins.moc"
