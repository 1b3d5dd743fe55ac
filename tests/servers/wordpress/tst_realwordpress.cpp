// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "publish/readable.h"
#include "realwordpress.h"
#include "support/faultserver.h"
#include "support/hostiletexts.h"
#include "support/manualclock.h"
#include "support/waiting.h"
#include "wordpress/address.h"
#include "wordpress/connectiontest.h"
#include "wordpress/content.h"
#include "wordpress/markup.h"
#include "wordpress/wordpresspage.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using incident::PublicStatus;
using publish::Receipt;
using publish::Thread;
using publish::Update;
using secret::Secret;
using support::waitFor;

namespace {

QString revisionId(int number)
{
    return u"0193a000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

Update updateOf(int id, int number, PublicStatus status, const QString &title, const QString &body)
{
    Update update;
    update.key = update.revision = revisionId(id);
    update.number = number;
    update.status = status;
    update.title = title;
    update.body = body;
    update.publishedAt = support::utc("2026-11-22T16:14:00Z") + std::chrono::minutes(10 * number);
    return update;
}

http::Request requestTo(const QString &url)
{
    http::Request request;
    request.url = QUrl(url);
    return request;
}

Thread threadWith(int key, std::vector<Update> updates)
{
    Thread thread;
    thread.key = revisionId(key);
    thread.permalink = u"2026-11-22-images"_s;
    thread.zone = u"Europe/London"_s;
    thread.updates = std::move(updates);
    thread.title = thread.updates.back().title;
    thread.status = thread.updates.back().status;
    return thread;
}

/// The part of a page that is our post: the element with our mark, to its end.
QString postIn(const QString &page)
{
    const qsizetype mark = page.indexOf("class=\"watchkeeper\""_L1);
    const qsizetype begin = page.lastIndexOf(u'<', mark);
    qsizetype at = begin;
    for (int depth = 0; mark >= 0;) {
        static const QRegularExpression div(u"<(/?)div\\b"_s);
        const auto match = div.match(page, at);
        if (!match.hasMatch())
            break;
        depth += match.captured(1).isEmpty() ? 1 : -1;
        at = match.capturedEnd();
        if (depth == 0)
            return page.sliced(begin, at - begin + 1);
    }
    return {};
}

/// What a browser would take for markup and is none of ours.
QString faultIn(const QString &html)
{
    if (html.isEmpty())
        return u"no post of ours"_s;
    static const QRegularExpression tag(u"<(/?[A-Za-z!?][^\\s>/]*)([^>]*)>"_s);
    static const QRegularExpression attribute(u"([A-Za-z][\\w:-]*)(?:\\s*=\\s*\"([^\"]*)\")?"_s);
    static const QStringList tags{u"div"_s, u"p"_s, u"br"_s, u"strong"_s, u"abbr"_s, u"a"_s};
    static const QStringList attributes{u"id"_s, u"class"_s, u"title"_s, u"href"_s, u"rel"_s};
    auto found = tag.globalMatch(html);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString name = match.captured(1).remove(u'/').toLower();
        if (!tags.contains(name))
            return u"tag "_s + match.captured();
        auto parts = attribute.globalMatch(match.captured(2));
        while (parts.hasNext()) {
            const auto part = parts.next();
            const QString key = part.captured(1).toLower();
            if (!attributes.contains(key) && !key.startsWith("data-"_L1))
                return u"attribute "_s + match.captured();
            if (key == "href"_L1 && !part.captured(2).startsWith("http://"_L1) &&
                !part.captured(2).startsWith("https://"_L1))
                return u"address "_s + match.captured();
        }
    }
    return {};
}

} // namespace

/// The whole life of a thread on a real site.
class TestRealWordPress : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theWholeLifeOfAThread();
    void asAnEditorToo();
    void textThatLooksLikeMarkup();
    void aColleaguesEditIsNotOverwritten();
    void theBinIsNoticed();
    void twiceAtOnceIsOnce();
    void whatAnEarlierAttemptLeftIsTidied();
    void restoredFromABackup();
    void categoriesAreFiledUnder();
    void connectionTest_data();
    void connectionTest();
    void duringAnUpgrade();
    void withoutItsDatabase();
    void wrongPasswordAndMissingRight();
    void withoutReadableAddresses();
    void whereApplicationPasswordsAreOff();

private:
    [[nodiscard]] publish::TargetSpec target(const QString &user) const;
    [[nodiscard]] std::unique_ptr<wordpress::WordPressPage> page(const QString &user,
                                                                 const QByteArray &password);
    [[nodiscard]] base::Result<wordpress::Connection> connect(publish::TargetSpec target,
                                                              const QByteArray &password);
    [[nodiscard]] qint64 countPosts(const QString &like);
    void publishAndSee(wordpress::WordPressPage &page, const Thread &thread);

    std::unique_ptr<RealWordPress> m_site;
    http::NetworkClient m_client;
    support::ManualClock m_clock{support::utc("2026-11-22T17:00:00Z")};
    QByteArray m_author;
    QByteArray m_editor;
    QByteArray m_contributor;
};

publish::TargetSpec TestRealWordPress::target(const QString &user) const
{
    publish::TargetSpec target;
    target.name = u"ops"_s;
    target.kind = u"wordpress"_s;
    target.label = u"Ops blog"_s;
    target.address = m_site->url();
    target.api = m_site->url().resolved(QUrl(u"wp-json/"_s));
    target.user = user;
    target.plainLoopback = true;
    return target;
}

std::unique_ptr<wordpress::WordPressPage> TestRealWordPress::page(const QString &user,
                                                                  const QByteArray &password)
{
    return std::make_unique<wordpress::WordPressPage>(
        target(user), m_client,
        [password] {
            QPromise<base::Result<Secret>> promise;
            promise.start();
            promise.addResult(Secret(password));
            promise.finish();
            return promise.future();
        },
        m_clock);
}

base::Done retract(publish::StatusPage &page, publish::Thread thread)
{
    thread.retraction = u"x1"_s;
    const auto receipt = waitFor(page.publish(thread, thread.retraction));
    return receipt ? base::Done() : base::Done(base::passOn(receipt));
}

base::Result<wordpress::Connection> TestRealWordPress::connect(publish::TargetSpec target,
                                                               const QByteArray &password)
{
    return waitFor(
        (new wordpress::ConnectionTest(m_client, std::move(target), Secret(password)))->start());
}

/// Whatever their state, but for the bin.
qint64 TestRealWordPress::countPosts(const QString &like)
{
    return m_site
        ->php(u"require 'wp-load.php'; global $wpdb; echo $wpdb->get_var(\"SELECT COUNT(*) FROM "
              "$wpdb->posts WHERE post_type='post' AND post_status<>'trash' AND post_name LIKE "
              "'%1%'\");"_s.arg(like))
        .trimmed()
        .toLongLong();
}

void TestRealWordPress::publishAndSee(wordpress::WordPressPage &page, const Thread &thread)
{
    const QString revision = thread.updates.back().revision;
    const auto receipt = waitFor(page.publish(thread, revision));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().text));
    const auto seen = waitFor(page.readBack(*receipt, thread, revision));
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().text));
}

void TestRealWordPress::initTestCase()
{
    m_site = std::make_unique<RealWordPress>();
    m_author = m_site->addUser(u"ana"_s, u"author"_s);
    m_editor = m_site->addUser(u"ed"_s, u"editor"_s);
    m_contributor = m_site->addUser(u"con"_s, u"contributor"_s);
    QVERIFY(m_author.size() > 20 && m_editor.size() > 20 && m_contributor.size() > 20);
}

void TestRealWordPress::theWholeLifeOfAThread()
{
    const auto ops = page(u"ana"_s, m_author);
    Thread thread = threadWith(
        1, {updateOf(101, 1, PublicStatus::Investigating, u"Images are not loading"_s,
                     u"Hi, images have not been loading since around 16:08.\n\nIt's \"bad\" :) "
                     "8) 3x4 -- see https://example.org/?a=1&b=[2] ... & more."_s)});
    const QString first = thread.updates[0].revision;
    QVERIFY(!waitFor(ops->find(thread, first)).value());
    QElapsedTimer elapsed;
    elapsed.start();
    publishAndSee(*ops, thread);
    qInfo("from publish to seen: %lld ms", elapsed.elapsed());
    const auto found = waitFor(ops->find(thread, first)).value();
    QVERIFY(found);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
    // The same again is the same post.
    QCOMPARE(waitFor(ops->publish(thread, first)).value(), *found);

    thread.updates.push_back(updateOf(102, 2, PublicStatus::Identified, u"Images are back soon"_s,
                                      u"The cache server has failed; we rebuild it."_s));
    thread.title = thread.updates.back().title;
    QVERIFY(!waitFor(ops->find(thread, revisionId(102))).value());
    publishAndSee(*ops, thread);
    thread.updates.push_back(updateOf(103, 3, PublicStatus::Monitoring, u"Images are back"_s,
                                      u"Images load again. We keep watching."_s));
    thread.title = thread.updates.back().title;
    publishAndSee(*ops, thread);

    // A correction of the second update.
    thread.updates[1].revision = revisionId(104);
    thread.updates[1].body = u"The image cache has failed; it is being rebuilt."_s;
    thread.updates[1].edits.push_back({revisionId(104), m_clock.now()});
    const auto corrected = waitFor(ops->publish(thread, revisionId(104)));
    QVERIFY(corrected);
    QVERIFY(waitFor(ops->readBack(*corrected, thread, revisionId(104))));
    QVERIFY(!waitFor(ops->find(thread, revisionId(102))).value());

    thread.updates.push_back(updateOf(105, 4, PublicStatus::Resolved, u"Images were not loading"_s,
                                      u"All is well again. Sorry!"_s));
    thread.title = thread.updates.back().title;
    publishAndSee(*ops, thread);
    for (const Update &update : thread.updates)
        QVERIFY(waitFor(ops->readBack(*corrected, thread, update.revision)));
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);

    QVERIFY(retract(*ops, thread));
    QVERIFY(!waitFor(ops->find(thread, revisionId(105))).value());
    QVERIFY(!waitFor(ops->readBack(*corrected, thread, revisionId(105))));
    QVERIFY(retract(*ops, thread));
}

void TestRealWordPress::asAnEditorToo()
{
    const auto ops = page(u"ed"_s, m_editor);
    Thread thread = threadWith(
        2, {updateOf(201, 1, PublicStatus::Investigating, u"A & B <i>fail</i> [gallery]"_s,
                     u"<b>Tom & Jerry</b> [gallery ids=\"1\"]"_s)});
    publishAndSee(*ops, thread);
    thread.updates.push_back(
        updateOf(202, 2, PublicStatus::Resolved, u"It's \"over\""_s, u"Over."_s));
    thread.title = thread.updates.back().title;
    publishAndSee(*ops, thread);
}

void TestRealWordPress::textThatLooksLikeMarkup()
{
    for (const bool isEditor : {false, true}) {
        const auto ops = isEditor ? page(u"ed"_s, m_editor) : page(u"ana"_s, m_author);
        int number = 0;
        std::vector<Update> updates;
        for (const QString &text : support::hostileTexts()) {
            ++number;
            updates.push_back(updateOf(isEditor ? 3500 + number : 3000 + number, number,
                                       PublicStatus::Investigating, text, text + u" end"_s));
        }
        Thread thread = threadWith(isEditor ? 301 : 300, updates);
        publishAndSee(*ops, thread);
        const auto receipt =
            waitFor(ops->find(thread, thread.updates.back().revision)).value().value();
        const QByteArray html = waitFor(m_client.send(requestTo(receipt.url))).value().body;
        QCOMPARE(faultIn(postIn(QString::fromUtf8(html))), QString());
        const QString readers = publish::readable(QString::fromUtf8(html));
        for (const Update &update : thread.updates)
            QVERIFY2(readers.contains(publish::readable(wordpress::updateHtml(thread, update))),
                     qPrintable(update.body));
        // Nothing that WordPress made of it looks like somebody else's change.
        thread.updates.push_back(updateOf(isEditor ? 3999 : 3998, number + 1,
                                          PublicStatus::Resolved, u"Over"_s, u"Over."_s));
        publishAndSee(*ops, thread);
    }
}

void TestRealWordPress::aColleaguesEditIsNotOverwritten()
{
    const auto ops = page(u"ana"_s, m_author);
    Thread thread = threadWith(
        4, {updateOf(401, 1, PublicStatus::Investigating, u"Search"_s, u"Search is slow."_s)});
    publishAndSee(*ops, thread);
    const auto receipt = waitFor(ops->find(thread, revisionId(401))).value().value();
    m_site->php(u"require 'wp-load.php'; $p=get_post(%1); wp_update_post(['ID'=>%1,'post_content'=>"
                "str_replace('slow','very slow',$p->post_content)]);"_s.arg(receipt.remoteId));
    thread.updates.push_back(
        updateOf(402, 2, PublicStatus::Resolved, u"Search"_s, u"Search is quick."_s));
    const auto refused = waitFor(ops->publish(thread, revisionId(402)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY2(refused.error().text.contains(u"changed"_s), qPrintable(refused.error().text));
    // After a new start looking is enough to know it again.
    const auto another = page(u"ana"_s, m_author);
    QVERIFY(!waitFor(another->find(thread, revisionId(402))).value());
    QVERIFY(ops->foreignEdit(thread.key));
    QCOMPARE(another->foreignEdit(thread.key), ops->foreignEdit(thread.key));
    ops->overwriteNext(thread.key);
    publishAndSee(*ops, thread);
    // A title counts as well.
    m_site->php(u"require 'wp-load.php'; wp_update_post(['ID'=>%1,'post_title'=>'Mine']);"_s.arg(
        receipt.remoteId));
    thread.updates.push_back(
        updateOf(403, 3, PublicStatus::Resolved, u"Search"_s, u"Search is very quick."_s));
    QVERIFY(!waitFor(ops->publish(thread, revisionId(403))));
}

void TestRealWordPress::theBinIsNoticed()
{
    const auto ops = page(u"ana"_s, m_author);
    Thread thread = threadWith(
        5, {updateOf(501, 1, PublicStatus::Investigating, u"Bin"_s, u"Into the bin."_s)});
    publishAndSee(*ops, thread);
    QVERIFY(retract(*ops, thread));
    const auto refused = waitFor(ops->publish(thread, revisionId(501)));
    QVERIFY(!refused);
    QVERIFY2(refused.error().text.contains(u"bin"_s), qPrintable(refused.error().text));
    ops->overwriteNext(thread.key);
    publishAndSee(*ops, thread);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
    const auto receipt = waitFor(ops->find(thread, revisionId(501))).value().value();
    m_site->php(u"require 'wp-load.php'; wp_update_post(['ID'=>%1,'post_status'=>'draft']);"_s.arg(
        receipt.remoteId));
    QVERIFY(!waitFor(ops->find(thread, revisionId(501))).value());
    QVERIFY(!waitFor(ops->publish(thread, revisionId(501))));
}

void TestRealWordPress::twiceAtOnceIsOnce()
{
    const auto one = page(u"ana"_s, m_author);
    const auto other = page(u"ana"_s, m_author);
    const Thread thread = threadWith(
        6, {updateOf(601, 1, PublicStatus::Investigating, u"Race"_s, u"Two consoles at once."_s)});
    const auto first = one->publish(thread, revisionId(601));
    const auto second = other->publish(thread, revisionId(601));
    static_cast<void>(waitFor(first));
    static_cast<void>(waitFor(second));
    QVERIFY(waitFor(one->publish(thread, revisionId(601))));
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
    QVERIFY(waitFor(one->find(thread, revisionId(601))).value());
}

void TestRealWordPress::whatAnEarlierAttemptLeftIsTidied()
{
    const auto ops = page(u"ana"_s, m_author);
    Thread thread = threadWith(7, {updateOf(701, 1, PublicStatus::Investigating, u"Late"_s,
                                            u"A request that was given up arrives late."_s)});
    publishAndSee(*ops, thread);
    const auto receipt = waitFor(ops->find(thread, revisionId(701))).value().value();
    m_site->php(u"require 'wp-load.php'; $p=get_post(%1,ARRAY_A); unset($p['ID'],$p['guid']);"
                "wp_insert_post(wp_slash($p));"_s.arg(receipt.remoteId));
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 2);
    QCOMPARE(waitFor(ops->find(thread, revisionId(701))).value().value(), receipt);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
}

void TestRealWordPress::restoredFromABackup()
{
    const auto ops = page(u"ana"_s, m_author);
    Thread thread = threadWith(8, {updateOf(801, 1, PublicStatus::Investigating, u"Backup"_s,
                                            u"Written before the backup."_s)});
    publishAndSee(*ops, thread);
    const auto receipt = waitFor(ops->find(thread, revisionId(801))).value().value();
    const QByteArray older =
        m_site->php(u"require 'wp-load.php'; echo base64_encode(get_post(%1)->post_content);"_s.arg(
            receipt.remoteId));
    thread.updates.push_back(
        updateOf(802, 2, PublicStatus::Identified, u"Backup"_s, u"Written after it."_s));
    publishAndSee(*ops, thread);
    m_site->php(u"require 'wp-load.php'; wp_update_post(wp_slash(['ID'=>%1,'post_content'=>"
                "base64_decode('%2')]));"_s.arg(receipt.remoteId, QString::fromLatin1(older)));
    thread.updates.push_back(
        updateOf(803, 3, PublicStatus::Resolved, u"Backup"_s, u"All of it is there again."_s));
    publishAndSee(*ops, thread);
    for (const Update &update : thread.updates)
        QVERIFY(waitFor(ops->readBack(receipt, thread, update.revision)));
    m_site->php(u"require 'wp-load.php'; wp_delete_post(%1,true);"_s.arg(receipt.remoteId));
    publishAndSee(*ops, thread);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
}

void TestRealWordPress::categoriesAreFiledUnder()
{
    m_site->php(u"require 'wp-load.php'; wp_insert_term('Status','category');"
                "wp_insert_term('Shop','category');"_s);
    auto spec = target(u"ana"_s);
    spec.category = u"status"_s;
    spec.components = {{u"shop"_s, u"shop"_s}, {u"mail"_s, u"mail"_s}};
    const auto connection = connect(spec, m_author);
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().text));
    QCOMPARE(connection->unknownCategories, QStringList{u"mail"_s});
    wordpress::WordPressPage ops(
        spec, m_client,
        [this] {
            QPromise<base::Result<Secret>> promise;
            promise.start();
            promise.addResult(Secret(m_author));
            promise.finish();
            return promise.future();
        },
        m_clock);
    Thread thread = threadWith(
        9, {updateOf(901, 1, PublicStatus::Investigating, u"Filed"_s, u"Under two headings."_s)});
    thread.components = {{u"shop"_s, publish::ComponentState::MajorOutage},
                         {u"mail"_s, publish::ComponentState::MajorOutage}};
    publishAndSee(ops, thread);
    const auto receipt = waitFor(ops.find(thread, revisionId(901))).value().value();
    QCOMPARE(m_site
                 ->php(u"require 'wp-load.php'; $s=wp_get_post_terms(%1,'category',['fields'=>"
                       "'slugs']); sort($s); echo implode(',',$s);"_s.arg(receipt.remoteId))
                 .trimmed(),
             QByteArray("shop,status"));
}

void TestRealWordPress::connectionTest_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("kind"); ///< -1: well
    QTest::addColumn<QString>("word");
    const auto none = -1;
    QTest::newRow("author") << u"/"_s << u"ana"_s << m_author << none << QString();
    QTest::newRow("ungrouped") << u"/"_s << u"ana"_s << QByteArray(m_author).replace(' ', "")
                               << none << QString();
    QTest::newRow("wrong password") << u"/"_s << u"ana"_s << QByteArray("nonsense")
                                    << int(ErrorKind::Auth) << u"application password"_s;
    QTest::newRow("account password") << u"/"_s << u"ana"_s << QByteArray("account-pw")
                                      << int(ErrorKind::Auth) << u"application password"_s;
    QTest::newRow("unknown user") << u"/"_s << u"nobody"_s << m_author << int(ErrorKind::Auth)
                                  << u"user name"_s;
    QTest::newRow("contributor") << u"/"_s << u"con"_s << m_contributor << int(ErrorKind::Auth)
                                 << u"Author"_s;
    QTest::newRow("a page of it") << u"/wp-admin/index.php"_s << u"ana"_s << m_author << none
                                  << QString();
    QTest::newRow("no user") << u"/"_s << QString() << m_author << int(ErrorKind::Input)
                             << u"user name"_s;
}

void TestRealWordPress::connectionTest()
{
    QFETCH(const QString, path);
    QFETCH(const QString, user);
    QFETCH(const QByteArray, password);
    QFETCH(const int, kind);
    QFETCH(const QString, word);
    auto spec = target(user);
    spec.api.clear();
    spec.address.setPath(path);
    spec.address = wordpress::siteAddress(spec.address.toString()).value();
    const auto connection = connect(spec, password);
    if (kind < 0) {
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().text));
        QCOMPARE(connection->api, target(user).api);
        QCOMPARE(connection->site, u"Ops"_s);
        return;
    }
    QVERIFY(!connection);
    QCOMPARE(int(connection.error().kind), kind);
    QVERIFY2(connection.error().text.contains(word), qPrintable(connection.error().text));
    QVERIFY(!connection.error().text.contains(QString::fromLatin1(password)));
}

void TestRealWordPress::duringAnUpgrade()
{
    const auto ops = page(u"ana"_s, m_author);
    const Thread thread =
        threadWith(10, {updateOf(1001, 1, PublicStatus::Investigating, u"Upgrade"_s,
                                 u"While the site is being upgraded."_s)});
    m_site->write(u".maintenance"_s, "<?php $upgrading = time();");
    const auto refused = waitFor(ops->publish(thread, revisionId(1001)));
    const auto connection = connect(target(u"ana"_s), m_author);
    m_site->remove(u".maintenance"_s);
    QVERIFY(!refused && !connection);
    QCOMPARE(refused.error().kind, ErrorKind::Network);
    QCOMPARE(refused.error().retry.delay, std::chrono::seconds(600));
    QVERIFY2(refused.error().text.contains(u"upgraded"_s), qPrintable(refused.error().text));
    QVERIFY2(connection.error().text.contains(u"upgraded"_s), qPrintable(connection.error().text));
    publishAndSee(*ops, thread);
}

void TestRealWordPress::withoutItsDatabase()
{
    const auto ops = page(u"ana"_s, m_author);
    const Thread thread = threadWith(11, {updateOf(1101, 1, PublicStatus::Investigating,
                                                   u"Killed"_s, u"While the database is away."_s)});
    m_site->stopDatabase();
    const auto failed = waitFor(ops->publish(thread, revisionId(1101)));
    const auto connection = connect(target(u"ana"_s), m_author);
    m_site->startDatabase();
    QVERIFY(!failed && !connection);
    QCOMPARE(failed.error().kind, ErrorKind::Network);
    QVERIFY2(failed.error().text.contains(u"database"_s), qPrintable(failed.error().text));
    QVERIFY2(connection.error().text.contains(u"database"_s), qPrintable(connection.error().text));
    QVERIFY(!waitFor(ops->find(thread, revisionId(1101))).value());
    publishAndSee(*ops, thread);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 1);
}

void TestRealWordPress::wrongPasswordAndMissingRight()
{
    const Thread thread = threadWith(
        12, {updateOf(1201, 1, PublicStatus::Investigating, u"Rights"_s, u"Nobody may."_s)});
    const auto wrong = page(u"ana"_s, "nonsense");
    const auto refused = waitFor(wrong->publish(thread, revisionId(1201)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Auth);
    const auto contributor = page(u"con"_s, m_contributor);
    const auto missing = waitFor(contributor->publish(thread, revisionId(1201)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Auth);
    QVERIFY(refused.error().text != missing.error().text);
    QCOMPARE(countPosts(u"inc-"_s + thread.key), 0);
}

void TestRealWordPress::withoutReadableAddresses()
{
    m_site->setAddresses({});
    auto spec = target(u"ana"_s);
    const auto connection = connect(spec, m_author);
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().text));
    QVERIFY(connection->api.toString().contains(u"rest_route"_s));
    spec.api = connection->api;
    wordpress::WordPressPage ops(
        spec, m_client,
        [this] {
            QPromise<base::Result<Secret>> promise;
            promise.start();
            promise.addResult(Secret(m_author));
            promise.finish();
            return promise.future();
        },
        m_clock);
    Thread thread = threadWith(13, {updateOf(1301, 1, PublicStatus::Investigating, u"Plain"_s,
                                             u"Addresses with a number."_s)});
    publishAndSee(ops, thread);
    thread.updates.push_back(updateOf(1302, 2, PublicStatus::Resolved, u"Plain"_s, u"Over."_s));
    publishAndSee(ops, thread);
    QVERIFY(retract(ops, thread));
    m_site->setAddresses(u"/%postname%/"_s);
}

void TestRealWordPress::whereApplicationPasswordsAreOff()
{
    m_site->php(
        u"@mkdir('wp-content/mu-plugins'); file_put_contents('wp-content/mu-plugins/off.php',"
        "'<?php add_filter(\"wp_is_application_passwords_available\",\"__return_false\");');"_s);
    const auto connection = connect(target(u"ana"_s), m_author);
    m_site->remove(u"wp-content/mu-plugins/off.php"_s);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, ErrorKind::Refused);
    QVERIFY2(connection.error().text.contains(u"no application passwords"_s),
             qPrintable(connection.error().text));
}

QTEST_GUILESS_MAIN(TestRealWordPress)
#include "tst_realwordpress.moc"
