// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/historyteach.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/command/writesite.h"
#include "base/commalist.h"
#include "timing/zone.h"
#include "workflow/importwords.h"

#include <algorithm>
#include <numeric>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using workflow::ArchiveImport;
using workflow::ArchiveSource;
using workflow::ImportRow;
using workflow::ImportStanding;

namespace {

/// What both sub-verbs are asked for.
struct Wish
{
    ArchiveSource source;
    bool commit = false;
    bool isPublic = false;
    std::vector<int> leftOut; ///< numbers of the table, from 1
};

void addCommon(Options &options)
{
    options.value(u"zone"_s, Words::tr("time zone of the page, such as Europe/London; required"))
        .flag(u"commit"_s, Words::tr("store what is new; without it nothing is stored"))
        .flag(u"public"_s, Words::tr("show the imported posts on the status page, with --commit"))
        .value(u"leave-out"_s, Words::tr("numbers of posts not to store: 3,7"));
}

base::Result<Wish> wishFrom(const Options &options, ArchiveSource::Kind kind)
{
    Wish wish;
    wish.source.kind = kind;
    wish.source.place = options.argument(0);
    wish.commit = options.has(u"commit"_s);
    wish.isPublic = options.has(u"public"_s);
    const QString zoneName = options.get(u"zone"_s);
    const auto zone = timing::zoneByName(zoneName);
    if (zoneName.isEmpty() || !zone) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("Say in which time zone the posts were written: --zone "
                                    "Europe/London."));
    }
    wish.source.zone = *zone;
    for (const QString &number : base::commaList(options.get(u"leave-out"_s))) {
        bool isNumber = false;
        wish.leftOut.push_back(number.toInt(&isNumber));
        if (!isNumber) {
            return base::fail(base::ErrorKind::Input,
                              Words::tr("Name the posts to leave out by their numbers: --leave-out "
                                        "3,7."));
        }
    }
    return wish;
}

QString totals(const ArchiveImport &archive)
{
    return Words::tr("%n posts", nullptr, int(archive.rows().size())) +
           Words::tr(": %1 new, %2 known, %3 changed, %4 not understood.")
               .arg(QString::number(archive.count(ImportStanding::New)),
                    QString::number(archive.count(ImportStanding::Known)),
                    QString::number(archive.count(ImportStanding::Changed)),
                    QString::number(archive.count(ImportStanding::NotUnderstood)));
}

void sayTable(const Invocation &call, const ArchiveImport &archive, const QTimeZone &zone)
{
    int number = 0;
    for (const ImportRow &row : archive.rows()) {
        call.say(u"%1  %2  %3  %4  %5"_s.arg(++number, 4)
                     .arg(workflow::words(row.standing), -14)
                     .arg(workflow::postedWords(row, zone), -16)
                     .arg(workflow::kindWords(row), -20)
                     .arg(row.post.title));
        for (const QString &line :
             {workflow::windowsWords(row, zone), workflow::milestonesWords(row, zone),
              workflow::remarksWords(row)}) {
            if (!line.isEmpty())
                call.say(QString(6, u' ') + line);
        }
    }
    for (const QString &warning : archive.warnings())
        call.say(warning);
    call.say(totals(archive));
}

QJsonObject jsonOf(const ArchiveImport &archive, const Wish &wish)
{
    QJsonArray posts;
    for (const ImportRow &row : archive.rows())
        posts.append(workflow::toJson(row));
    QJsonObject counts;
    for (const auto &standing : base::EnumNames<ImportStanding>::table)
        counts.insert(QLatin1StringView(standing.name), archive.count(standing.value));
    return {{u"zone"_s, QString::fromUtf8(wish.source.zone.id())},
            {u"committed"_s, wish.commit},
            {u"posts"_s, posts},
            {u"totals"_s, counts},
            {u"warnings"_s, QJsonArray::fromStringList(archive.warnings())}};
}

/// Runs one job of the archive to its end.
base::Result<workflow::ImportOutcome> await(ArchiveImport &archive,
                                            const std::function<void()> &begin)
{
    base::Result<workflow::ImportOutcome> result;
    QEventLoop loop;
    QObject::connect(&archive, &ArchiveImport::rowsRead, &loop, &QEventLoop::quit);
    QObject::connect(&archive, &ArchiveImport::rowsStored, &loop,
                     [&](const workflow::ImportOutcome &outcome) {
                         result = outcome;
                         loop.quit();
                     });
    QObject::connect(&archive, &ArchiveImport::failed, &loop, [&](const base::Error &error) {
        result = tl::make_unexpected(error);
        loop.quit();
    });
    begin();
    if (archive.isBusy())
        loop.exec();
    return result;
}

std::vector<int> wantedRows(const ArchiveImport &archive, const Wish &wish)
{
    std::vector<int> rows(archive.rows().size());
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](int row) {
        return std::ranges::find(wish.leftOut, row + 1) != wish.leftOut.end();
    });
    return rows;
}

int store(Invocation &call, Workplace &place, const Wish &wish, QJsonObject answer)
{
    ArchiveImport &archive = place.archiveImport();
    const QStringList shownAt = wish.isPublic ? QStringList{siteTarget} : QStringList();
    const auto outcome = await(archive, [&] { archive.store(wantedRows(archive, wish), shownAt); });
    if (!outcome)
        return call.fail(outcome.error());
    QJsonArray failures;
    for (const workflow::ImportFailure &failure : outcome->failures) {
        call.say(Words::tr("Post %1 was not stored. %2")
                     .arg(QString::number(failure.row + 1), failure.error.text));
        failures.append(
            QJsonObject{{u"post"_s, failure.row + 1}, {u"error"_s, failure.error.text}});
    }
    call.say(Words::tr("%n incidents stored.", nullptr, outcome->stored));
    answer.insert(u"stored"_s, outcome->stored);
    answer.insert(u"failures"_s, failures);
    call.answer(answer);
    if (wish.isPublic) {
        if (const auto written = writeSite(place.site()); !written)
            return call.fail(written.error());
    }
    if (outcome->failures.empty())
        return Done;
    return call.fail({base::ErrorKind::Refused,
                      Words::tr("Some posts were not stored. Do what is said beside them, then "
                                "import again: what is stored already stays as it is."),
                      {},
                      {}});
}

int run(Invocation &call, const Wish &wish)
{
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    ArchiveImport &archive = (*place)->archiveImport();
    if (const auto read = await(archive, [&] { archive.read(wish.source); }); !read)
        return call.fail(read.error());
    sayTable(call, archive, wish.source.zone);
    const QJsonObject answer = jsonOf(archive, wish);
    if (wish.commit)
        return store(call, **place, wish, answer);
    if (archive.count(ImportStanding::New) > 0)
        call.say(Words::tr("Nothing is stored yet. Add --commit to store what is new."));
    call.answer(answer);
    return Done;
}

int importText(Invocation &call)
{
    Options options(call, Words::tr("Reads old posts from a text file, with lines of three hyphens "
                                    "between them, and shows what is understood."));
    options.positional(Words::tr("file"), Words::tr("the posts, or - for standard input"))
        .value(u"posted"_s, Words::tr("when it was written, for a file with one post"))
        .value(u"update-posted"_s, Words::tr("when an update was; repeated, oldest first"));
    addCommon(options);
    if (const auto over = options.read())
        return *over;
    auto wish = wishFrom(options, ArchiveSource::Kind::Text);
    if (!wish)
        return call.usage(wish.error().text);
    wish->source.posted = options.get(u"posted"_s);
    wish->source.updated = options.all(u"update-posted"_s);
    return run(call, *wish);
}

int importFetched(Invocation &call, Options &options, ArchiveSource::Kind kind)
{
    options.value(u"pages"_s, Words::tr("the most pages to follow"), u"100"_s);
    addCommon(options);
    if (const auto over = options.read())
        return *over;
    auto wish = wishFrom(options, kind);
    if (!wish)
        return call.usage(wish.error().text);
    bool isNumber = false;
    wish->source.mostPages = options.get(u"pages"_s).toInt(&isNumber);
    if (!isNumber || wish->source.mostPages < 1)
        return call.usage(Words::tr("The pages are a number, 1 or more."));
    return run(call, *wish);
}

int importWordPress(Invocation &call)
{
    Options options(call, Words::tr("Reads the public posts of a WordPress site and shows what is "
                                    "understood."));
    options.positional(Words::tr("site"), Words::tr("its address"));
    return importFetched(call, options, ArchiveSource::Kind::WordPress);
}

int importFeed(Invocation &call)
{
    Options options(call, Words::tr("Reads old posts from an RSS or Atom feed and shows what is "
                                    "understood."));
    options.positional(Words::tr("feed"), Words::tr("its address, or a file"));
    return importFetched(call, options, ArchiveSource::Kind::Feed);
}

constexpr SubVerb subVerbs[] = {{"text", importText},
                                {"feed", importFeed},
                                {"wordpress", importWordPress},
                                {"incident", importIncidentFile}};

} // namespace

int runImport(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
