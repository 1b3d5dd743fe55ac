// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault/targets/exactlyonce.h"
#include "staticsite/edition.h"
#include "staticsite/staticsite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using fakes::Mishap;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceFolder(const QString &folder, const QString &by)
{
    QDir(folder).removeRecursively();
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-rT"_s, by, folder}), 0);
}

/// Serves a folder, as far as it is not told to misbehave.
class FolderServer final : public fakes::FakeSite
{
public:
    explicit FolderServer(QString folder)
        : m_folder(std::move(folder))
    {}

protected:
    Reply carryOut(const Call &call) override
    {
        const QString path = m_folder + call.url.path();
        if (!QFile::exists(path))
            return {404, "<h1>Not found</h1>", "text/html"};
        return {200, contentOf(path), "text/html"};
    }
    Reply unauthorized() const override { return {401, "<h1>Who are you?</h1>", "text/html"}; }

private:
    QString m_folder;
};

/// Waits no longer for an answer than a test can.
class ImpatientClient final : public http::Client
{
public:
    explicit ImpatientClient(http::Client &client)
        : m_client(client)
    {}

    QFuture<base::Result<http::Response>> send(const http::Request &request) override
    {
        http::Request hurried = request;
        hurried.deadline = 200ms;
        return m_client.send(hurried);
    }

private:
    http::Client &m_client;
};

/// The site of files, brought to where it is served by a command that fails before or after.
class SiteSubject final : public faulttest::Subject
{
public:
    explicit SiteSubject(support::ManualClock &clock)
        : m_clock(clock)
        , m_server(in(u"served"_s))
    {
        QDir().mkpath(in(u"served"_s));
    }

    std::shared_ptr<publish::StatusPage> page(http::Client &client) override
    {
        m_clients.push_back(std::make_unique<ImpatientClient>(client));
        staticsite::Deployment deployment;
        deployment.runner = std::make_shared<deploy::Runner>(in(u"record.json"_s), m_clock);
        deployment.command = [this] {
            return deploy::Command{nextCommand(), 20s};
        };
        deployment.readers = m_clients.back().get();
        const auto source = [this]() -> base::Result<publish::Page> {
            publish::Page page;
            page.id = u"example"_s;
            page.name = u"Example status"_s;
            page.url = m_server.url();
            page.zone = u"Europe/London"_s;
            page.language = u"en"_s;
            return page;
        };
        return std::make_shared<staticsite::StaticSite>(faulttest::target, in(u"folder"_s), source,
                                                        m_clock, deployment);
    }

    bool isPublic(const publish::Thread &thread, const QString &revision) override
    {
        return copies(thread, thread.updateWith(revision)->number) > 0;
    }

    int copies(const publish::Thread &thread, int number) override
    {
        const QByteArray page = contentOf(in(u"served"_s) + u'/' + staticsite::threadPath(thread));
        const QString text = thread.updates[size_t(number - 1)].body;
        return int(QString::fromUtf8(page).count(u"<p>%1</p>"_s.arg(text)));
    }

    int threads() override
    {
        return int(QDir(in(u"served/incidents"_s)).entryList({u"*.html"_s}, QDir::Files).size());
    }

    fakes::FakeSite *site() override { return &m_server; }

    void takeBackup() override
    {
        if (!QFile::exists(in(u"folder"_s)))
            return;
        replaceFolder(in(u"backup"_s), in(u"folder"_s));
        replaceFolder(in(u"backup-served"_s), in(u"served"_s));
    }

    void restoreBackup() override
    {
        if (!QFile::exists(in(u"backup"_s)))
            return;
        replaceFolder(in(u"folder"_s), in(u"backup"_s));
        replaceFolder(in(u"served"_s), in(u"backup-served"_s));
    }

private:
    [[nodiscard]] QString in(const QString &name) const { return m_place.filePath(name); }

    /// Whatever befalls a request may befall the command: it fails without or with its work done.
    [[nodiscard]] QStringList nextCommand()
    {
        const QString copy = u"cp -rT . '%1'"_s.arg(in(u"served"_s));
        switch (m_server.mishap()) {
        case Mishap::None:
            return {u"cp"_s, u"-rT"_s, u"."_s, in(u"served"_s)};
        case Mishap::SilentAfter:
        case Mishap::ResetAfter:
        case Mishap::Fault500After:
        case Mishap::HalfAnswer:
            return {u"sh"_s, u"-c"_s, copy + u"; exit 1"_s};
        default:
            return {u"false"_s};
        }
    }

    support::ManualClock &m_clock;
    QTemporaryDir m_place;
    FolderServer m_server;
    std::vector<std::unique_ptr<ImpatientClient>> m_clients;
};

} // namespace

class TestSiteOnce : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappens()
    {
        const auto tally = faulttest::runAll("static site", [](support::ManualClock &clock) {
            return std::make_unique<SiteSubject>(clock);
        });
        QVERIFY(tally.deaths > 0 && tally.mishaps > tally.runs / 2);
        QCOMPARE(tally.unfinished, 0);
        QCOMPARE(tally.duplicates, 0);
        QCOMPARE(tally.lost, 0);
        QCOMPARE(tally.falseSeen, 0);
    }
};

QTEST_GUILESS_MAIN(TestSiteOnce)
#include "tst_siteonce.moc"
