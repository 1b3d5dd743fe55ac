// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/responsereader.h"

#include <QRandomGenerator>
#include <QTest>

using http::ResponseReader;
using State = ResponseReader::State;

namespace {

constexpr qint64 bodyCap = 100000;

/// What is left of a response that came in pieces of `piece` bytes before the connection closed.
struct Outcome
{
    State state;
    int status;
    QByteArray body;

    bool operator==(const Outcome &) const = default;
};

Outcome readInPieces(const QByteArray &bytes, qsizetype piece, bool closes = true)
{
    ResponseReader reader(bodyCap);
    for (qsizetype i = 0; i < bytes.size(); i += piece)
        reader.feed(QByteArrayView(bytes).sliced(i, qMin(piece, bytes.size() - i)));
    if (closes)
        reader.end();
    return {reader.state(), reader.status(), reader.body()};
}

} // namespace

class TestResponseReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void headersKeepTheirValues();
    void stopsAtTheCap_data();
    void stopsAtTheCap();
    void isCompleteBeforeTheClose();
    void garbageNeverReadsAsAnAnswer();
};

void TestResponseReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *bytes, int status, const char *body) {
        QTest::newRow(name) << QByteArray(bytes) << status << QByteArray(body);
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello");
    row("until close", "HTTP/1.0 200 OK\r\n\r\nhello", 200, "hello");
    row("no reason", "HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", 404, "");
    row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", 200, "hi");
    row("no headers", "HTTP/1.1 200 OK\n\nhi", 200, "hi");
    row("more than promised", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi there", 200, "hi");
    row("no content", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n", 204, "");
    row("not modified", "HTTP/1.1 304 No\r\nTransfer-Encoding: chunked\r\n\r\n", 304, "");
    row("after a continue",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, "x");
    row("chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n6;name=value\r\n world\r\n0\r\n\r\n",
        200, "hello world");
    row("chunks with a trailer",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n"
        "Digest: x\r\n\r\n",
        200, "0123456789");
    row("chunks outrank a length",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2\r\nhi\r\n0\r\n\r\n",
        200, "hi");
    row("the same length twice",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi", 200, "hi");
}

void TestResponseReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Outcome expected{State::Complete, status, body};
    for (const qsizetype piece :
         {bytes.size(), qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7)})
        QCOMPARE(readInPieces(bytes, piece), expected);
}

void TestResponseReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, const QByteArray &bytes, State state) {
        QTest::newRow(name) << bytes << state;
    };
    row("nothing", "", State::Lost);
    row("half a status line", "HTTP/1.1 20", State::Lost);
    row("half a head", "HTTP/1.1 200 OK\r\nContent-Le", State::Lost);
    row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", State::Lost);
    row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        State::Lost);
    row("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
        State::Lost);
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", State::NotHttp);
    row("mail", "220 mail.example.org ESMTP\r\n", State::NotHttp);
    row("TLS", QByteArray("\x15\x03\x01\x00\x02\x02", 6), State::NotHttp);
    row("HTTP/2", "HTTP/2 200 OK\r\n\r\n", State::NotHttp);
    row("a page without a head", "<html></html>", State::NotHttp);
    row("no status", "HTTP/1.1 OK\r\n\r\n", State::NotHttp);
    row("four digits", "HTTP/1.1 2000 OK\r\n\r\n", State::NotHttp);
    row("status 99", "HTTP/1.1 099 OK\r\n\r\n", State::NotHttp);
    row("status 600", "HTTP/1.1 600 OK\r\n\r\n", State::NotHttp);
    row("a header without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", State::NotHttp);
    row("a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", State::NotHttp);
    row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", State::NotHttp);
    row("an absurd length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        State::NotHttp);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nhi",
        State::NotHttp);
    row("a chunk size that is none", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        State::NotHttp);
    row("a chunk longer than it says",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nhi\r\n0\r\n\r\n",
        State::NotHttp);
    row("an endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(70000, 'x'), State::NotHttp);
    row("an endless chunk line",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(5000, '0'),
        State::NotHttp);
    row("an endless trailer",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" +
            QByteArray("X: 12345678901234567890\r\n").repeated(4000),
        State::NotHttp);
    row("continues without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(20),
        State::NotHttp);
}

void TestResponseReader::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(State, state);
    QCOMPARE(readInPieces(bytes, qMax<qsizetype>(bytes.size(), 1)).state, state);
    QCOMPARE(readInPieces(bytes, 1).state, state);
}

void TestResponseReader::headersKeepTheirValues()
{
    ResponseReader reader(bodyCap);
    reader.feed("HTTP/1.1 301 Moved\r\nLocation:  https://example.org:8443/a?b:c \r\n\r\n");
    QCOMPARE(reader.state(), State::Body);
    QCOMPARE(http::headerValue(reader.headers(), "LOCATION"),
             QByteArray("https://example.org:8443/a?b:c"));
}

void TestResponseReader::stopsAtTheCap_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
    QTest::newRow("until close") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("chunked") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n");
}

void TestResponseReader::stopsAtTheCap()
{
    QFETCH(QByteArray, head);
    ResponseReader reader(bodyCap);
    reader.feed(head);
    for (int i = 0; i < 1000 && reader.state() == State::Body; ++i)
        reader.feed(QByteArray(1500, 'x'));
    QCOMPARE(reader.state(), State::Complete);
    QVERIFY(reader.isCut());
    QCOMPARE(reader.body().size(), bodyCap);
    reader.end();
    QCOMPARE(reader.state(), State::Complete);
}

void TestResponseReader::isCompleteBeforeTheClose()
{
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    QCOMPARE(readInPieces(bytes, 3, false).state, State::Complete);
    const QByteArray open = "HTTP/1.1 200 OK\r\n\r\nhi";
    QCOMPARE(readInPieces(open, 3, false).state, State::Body);
}

void TestResponseReader::garbageNeverReadsAsAnAnswer()
{
    QRandomGenerator random(4711);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes(int(random.bounded(300)), Qt::Uninitialized);
        for (char &c : bytes)
            c = char(random.bounded(256));
        const Outcome outcome = readInPieces(bytes, 1 + qsizetype(random.bounded(50)));
        QVERIFY(outcome.state == State::NotHttp || outcome.state == State::Lost);
        // Behind a good head everything ends in one of the three ways, within its bounds.
        const Outcome chunked =
            readInPieces("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + bytes, 11);
        QVERIFY(chunked.state != State::Head && chunked.state != State::Body);
        QVERIFY(chunked.body.size() <= bytes.size());
    }
}

QTEST_GUILESS_MAIN(TestResponseReader)
#include "tst_responsereader.moc"
