// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window.h"
#include "incident/decide.h"
#include "incident/fold.h"
#include "workflow/siteupkeep.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <QApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::NewEvent;

namespace {

constexpr int eventsEach = 50;
constexpr int postsEach = 3;
/// As many as make 10,000 posts.
constexpr int firstIncidents = 3'334;
constexpr int allIncidents = 10'000;
constexpr int together = 100; ///< incidents in one transaction
constexpr int patience = 300'000;
constexpr int mostCounted = 1'000; ///< as the window counts

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double ms(const QElapsedTimer &since)
{
    return double(since.nsecsElapsed()) / 1'000'000;
}

/// Processor time of this thread, in milliseconds: what an idle machine would need beside its disk.
double busy()
{
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1'000 + double(spent.tv_nsec) / 1'000'000;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// One in ten years' worth of outages: told on the site in three posts, and closed long ago.
incident::ImportIncident outage(const QString &id, int number, base::Instant at)
{
    static const QStringList parts{u"Shop"_s, u"Images"_s, u"Search"_s, u"Payments"_s};
    static const QStringList troubles{u"answers slowly"_s, u"is down"_s, u"loses orders"_s,
                                      u"shows old data"_s};
    const QString part = parts[number % 4];
    incident::ImportIncident outage;
    outage.id = id;
    outage.ref = u"old-%1"_s.arg(number);
    outage.title = u"%1 %2"_s.arg(part, troubles[number / 4 % 4]);
    outage.zone = u"Europe/London"_s;
    outage.origin = {u"text"_s, id, {}, u"old posts"_s, {}, {}, {}, at};
    outage.shownAt = {app::siteTarget};
    const std::pair<incident::PublicStatus, QString> posts[postsEach] = {
        {incident::PublicStatus::Investigating,
         u"We see errors on %1 and look for the cause. Earlier orders are safe."_s},
        {incident::PublicStatus::Identified,
         u"A database server behind %1 has run out of room; we are moving it to a larger one."_s},
        {incident::PublicStatus::Resolved, u"%1 works again. We are sorry for the trouble."_s}};
    for (int i = 0; i < postsEach; ++i) {
        incident::ImportedPost post;
        post.revision.id = u"%1-%2"_s.arg(id).arg(i);
        post.revision.status = posts[i].first;
        post.revision.title = outage.title;
        post.revision.body = posts[i].second.arg(part);
        post.posted = at + 10min + i * 15min;
        outage.posts.push_back(post);
    }
    incident::ImportedWindow window;
    window.window.effect = incident::Effect::Partial;
    window.window.components = {part};
    window.window.start = timing::RoughInstant::exact(at);
    window.window.end = timing::RoughInstant::exact(at + 40min);
    window.told = at + 40min;
    outage.windows = {window};
    return outage;
}

/// As the program would have written it: the import, and notes until there are `eventsEach`.
base::Result<std::vector<NewEvent>> told(const incident::ImportIncident &outage, base::Instant now)
{
    const incident::Occasion occasion{now, u"sam"_s};
    auto events = incident::decide({}, outage, occasion);
    for (int i = 0; events && int(events->size()) < eventsEach; ++i) {
        const QString text =
            u"Machine %1 of %2 looked at, nothing odd in the log of node-%3."_s.arg(i)
                .arg(outage.title)
                .arg(qHash(outage.id) % 400 + 100);
        events->push_back({incident::Noted{text}, timing::RoughInstant::exact(now)});
    }
    return events;
}

void fill(ledger::Ledger &ledger, base::IdSource &ids, base::Instant now, int from, int to)
{
    constexpr auto decade = std::chrono::hours(24 * 3650);
    for (int first = from; first < to; first += together) {
        std::vector<std::pair<QString, ledger::Decide>> changes;
        for (int number = first; number < std::min(to, first + together); ++number) {
            const QString id = ids.next();
            const base::Instant at = now - 1h - decade / allIncidents * (allIncidents - number);
            changes.emplace_back(
                id, [=](const incident::Incident &) { return told(outage(id, number, at), now); });
        }
        const auto written = ledger.changeTogether(changes, u"sam"_s);
        if (!written)
            qFatal("%s", qUtf8Printable(written.error().text));
    }
}

/// Each row that a question brings, read behind the back of the program.
void askFile(const QString &path, const QString &sql,
             const std::function<void(const QSqlQuery &)> &take)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"aside"_s);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!database.open() || !query.exec(sql))
            qFatal("%s: %s", qUtf8Printable(sql), qUtf8Printable(query.lastError().text()));
        while (query.next())
            take(query);
    }
    QSqlDatabase::removeDatabase(u"aside"_s);
}

int rowsOf(const QString &path, const QString &table)
{
    int rows = 0;
    askFile(path, u"SELECT count(*) FROM "_s + table,
            [&](const QSqlQuery &row) { rows = row.value(0).toInt(); });
    return rows;
}

/// Every byte of every row that derives from the events, in one figure.
QByteArray derivedIn(const QString &path, int &rows)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    rows = 0;
    for (const QString &what :
         {u"* FROM incident ORDER BY id"_s, u"* FROM \"window\" ORDER BY incident, seq"_s,
          u"* FROM milestone ORDER BY incident, round, name"_s,
          u"* FROM post_revision ORDER BY incident, id"_s,
          u"* FROM post_seen ORDER BY incident, revision, target"_s,
          u"* FROM promise ORDER BY incident, id"_s, u"* FROM factor ORDER BY incident, n"_s,
          u"* FROM search_row ORDER BY n"_s, u"rowid, * FROM search ORDER BY rowid"_s}) {
        askFile(path, u"SELECT "_s + what, [&](const QSqlQuery &row) {
            ++rows;
            for (int column = 0; column < row.record().count(); ++column) {
                const QByteArray value = row.value(column).toString().toUtf8();
                hash.addData(row.isNull(column) ? QByteArray("-")
                                                : QByteArray::number(value.size()));
                hash.addData(':' + value);
            }
        });
    }
    return hash.result();
}

std::unique_ptr<app::Workplace> opened(const QString &folder)
{
    auto place = app::Workplace::open(folder, ledger::OpenMode::CheckedBeside);
    if (!place)
        qFatal("%s", qUtf8Printable(place.error().text));
    return std::move(*place);
}

/// From the press of the button until the post is read back from the site.
void measurePublishing(const QString &folder)
{
    const auto place = opened(folder);
    QElapsedTimer elapsed;
    elapsed.start();
    place->siteUpkeep().write();
    if (!QTest::qWaitFor([&] { return !place->siteUpkeep().isBusy(); }, patience))
        qFatal("the site was not written");
    out() << u"  the whole site written: %1 s\n"_s.arg(ms(elapsed) / 1000, 0, 'f', 1) << Qt::flush;
    workflow::NewIncident request;
    request.title = u"Images are not loading"_s;
    request.components = {u"Images"_s};
    request.started = timing::RoughInstant::exact(place->clock().now() - 5min);
    const auto incident = place->desk().open(request);
    if (!incident)
        qFatal("%s", qUtf8Printable(incident.error().text));
    int seen = 0;
    QObject::connect(&place->publishing(), &workflow::Publishing::seen, qApp, [&] { ++seen; });
    place->startPublishing();
    std::vector<double> times;
    for (int i = 0; i < 12; ++i) {
        place->compose().setIncident(incident->id);
        place->compose().setText(u"Images are not loading"_s, u"We look at it, part %1."_s.arg(i));
        elapsed.restart();
        const auto revision = place->compose().publish();
        if (!revision)
            qFatal("%s", qUtf8Printable(revision.error().text));
        place->publishing().flush();
        if (!QTest::qWaitFor([&] { return seen > i; }, patience))
            qFatal("a post was not seen");
        times.push_back(ms(elapsed));
    }
    out() << u"  from publish to seen on the site: first %1 ms, median %2 ms, worst %3 ms\n"_s
                 .arg(times.front(), 0, 'f', 0)
                 .arg(median(times), 0, 'f', 0)
                 .arg(*std::ranges::max_element(times), 0, 'f', 0)
          << Qt::flush;
}

void measureSearch(ledger::Ledger &ledger)
{
    for (const QString &words :
         {u"database larger"_s, u"payments orders"_s, u"node-217"_s, u"node-217 loses"_s,
          u"old-1234"_s, u"odd"_s, u"o"_s, u"machine looked nothing"_s}) {
        ledger::Filter filter;
        filter.text = words;
        QElapsedTimer counting;
        counting.start();
        const int matches = ledger.count(filter, mostCounted).value();
        const double counted = ms(counting);
        std::vector<double> times;
        std::vector<double> processor;
        size_t found = 0;
        for (int i = 0; i < 11; ++i) {
            const double before = busy();
            QElapsedTimer elapsed;
            elapsed.start();
            found = ledger.search(words).value().size();
            times.push_back(ms(elapsed));
            processor.push_back(busy() - before);
        }
        out() << u"  search \"%1\": %2 ms (%3 of the processor), %4 of %5%6, counted in %7 ms\n"_s
                     .arg(words)
                     .arg(median(times), 0, 'f', 1)
                     .arg(median(processor), 0, 'f', 1)
                     .arg(found)
                     .arg(matches > mostCounted ? u"more than "_s : QString())
                     .arg(std::min(matches, mostCounted))
                     .arg(counted, 0, 'f', 1)
              << Qt::flush;
    }
}

/// From nothing to a window that takes clicks.
void measureOpening(QApplication &application, const QString &folder)
{
    std::vector<double> times;
    std::vector<double> ledgers;
    std::vector<double> windows;
    std::vector<double> verdicts;
    std::vector<double> processor;
    for (int i = 0; i < 7; ++i) {
        const double before = busy();
        QElapsedTimer elapsed;
        elapsed.start();
        auto place = opened(folder);
        ledgers.push_back(ms(elapsed));
        app::Window window(std::move(place), application);
        window.window().resize(1366, 768);
        windows.push_back(ms(elapsed));
        window.show();
        if (!QTest::qWaitForWindowExposed(&window.window()))
            qFatal("no window");
        QCoreApplication::processEvents();
        times.push_back(ms(elapsed));
        processor.push_back(busy() - before);
        const auto verdict = window.place().ledger().verdict();
        if (!QTest::qWaitFor([&] { return verdict.isFinished(); }, patience))
            qFatal("no verdict");
        verdicts.push_back(ms(elapsed));
    }
    out() << u"  a usable window: first %1 ms, median %2 ms, %3 ms of the processor (the ledger "
             "after %4 ms, the window made after %5 ms, the whole file looked at after %6 ms)\n"_s
                 .arg(times.front(), 0, 'f', 0)
                 .arg(median(times), 0, 'f', 0)
                 .arg(median(processor), 0, 'f', 0)
                 .arg(median(ledgers), 0, 'f', 0)
                 .arg(median(windows), 0, 'f', 0)
                 .arg(median(verdicts), 0, 'f', 0)
          << Qt::flush;
}

void measureRebuild(ledger::Ledger &ledger)
{
    int rowsBefore = 0;
    int rowsAfter = 0;
    const QByteArray before = derivedIn(ledger.path(), rowsBefore);
    QElapsedTimer elapsed;
    elapsed.start();
    if (const base::Done done = ledger.rebuild(); !done)
        qFatal("%s", qUtf8Printable(done.error().text));
    const double seconds = ms(elapsed) / 1000;
    const bool same = derivedIn(ledger.path(), rowsAfter) == before && rowsAfter == rowsBefore;
    out() << u"  rebuilt in %1 s, %L2 derived rows are %3\n"_s.arg(seconds, 0, 'f', 1)
                 .arg(rowsBefore)
                 .arg(same ? u"the same to the byte"_s : u"OTHERS"_s)
          << Qt::flush;
}

} // namespace

/// Prints what the program takes after years of use; with a folder that is filled already, without
/// filling one.
int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    const QTemporaryDir own;
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : own.path();
    const base::SystemClock clock;
    base::IdSource ids(clock);
    const auto filled = [&](int from, int to) {
        auto ledger = ledger::Ledger::open(folder, clock, ids).value();
        fill(*ledger, ids, clock.now(), from, to);
        out() << u"%L1 incidents, %L2 events\n"_s.arg(to).arg(rowsOf(ledger->path(), u"event"_s))
              << Qt::flush;
    };
    if (!QFileInfo::exists(folder + u"/ledger.db"_s)) {
        filled(0, firstIncidents);
        measurePublishing(folder);
        filled(firstIncidents, allIncidents);
    }
    measureOpening(application, folder);
    auto ledger = ledger::Ledger::open(folder, clock, ids).value();
    measureSearch(*ledger);
    measureRebuild(*ledger);
    return 0;
}
