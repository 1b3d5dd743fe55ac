// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realwordpress.h"

#include "support/faultserver.h"

#include <csignal>
#include <QDeadlineTimer>
#include <QDir>
#include <QTcpSocket>
#include <QThread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms

const char *const router = R"(<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = __DIR__ . $path;
if ($path !== '/' && is_file($file)) return false;
if ($path !== '/' && is_file($file . '/index.php')) {
  $_SERVER['SCRIPT_NAME'] = rtrim($path, '/') . '/index.php';
  chdir($file); require $file . '/index.php'; return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
chdir(__DIR__); require __DIR__ . '/index.php';
)";

bool isRoot()
{
    return geteuid() == 0;
}

void waitForPort(quint16 port, const char *what)
{
    const QDeadlineTimer end(patience);
    while (!end.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        if (socket.waitForConnected(500))
            return;
        QThread::msleep(50);
    }
    qFatal("%s does not come up", what);
}

} // namespace

RealWordPress::RealWordPress()
    : m_databasePort(support::closedPort())
    , m_port(support::closedPort())
{
    // The database runs as a user of its own.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    makeDatabase();
    copyFiles();
    startServer();
    install();
}

RealWordPress::~RealWordPress()
{
    // The workers outlive the process that started them.
    if (m_server.processId() > 0)
        kill(-pid_t(m_server.processId()), SIGTERM);
    m_server.waitForFinished(10'000);
    stopDatabase();
}

QUrl RealWordPress::url() const
{
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port));
}

void RealWordPress::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAll().constData());
}

void RealWordPress::makeDatabase()
{
    const QString home = path(u"db"_s);
    QDir().mkpath(home);
    // A container's own name often cannot be looked up; nothing here needs it.
    QStringList install{u"--no-defaults"_s, u"--force"_s, u"--datadir=%1/d"_s.arg(home),
                        u"--auth-root-authentication-method=normal"_s, u"--skip-test-db"_s};
    if (isRoot()) {
        run(u"chown"_s, {u"mysql"_s, home});
        install << u"--user=mysql"_s;
    }
    run(u"mariadb-install-db"_s, install);
    startDatabase();
    run(u"mariadb"_s,
        {u"-S"_s, home + u"/s"_s, u"-uroot"_s, u"-e"_s,
         u"CREATE DATABASE wp; CREATE USER wp@'127.0.0.1' IDENTIFIED BY 'wp'; CREATE USER "
         "wp@localhost IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO wp@'127.0.0.1'; GRANT ALL ON wp.* "
         "TO wp@localhost"_s});
}

void RealWordPress::startDatabase()
{
    const QString home = path(u"db"_s);
    QStringList arguments{u"--no-defaults"_s,
                          u"--datadir=%1/d"_s.arg(home),
                          u"--port=%1"_s.arg(m_databasePort),
                          u"--bind-address=127.0.0.1"_s,
                          u"--socket=%1/s"_s.arg(home),
                          u"--pid-file=%1/pid"_s.arg(home),
                          u"--innodb-buffer-pool-size=64M"_s};
    if (isRoot())
        arguments << u"--user=mysql"_s;
    m_database.setProcessChannelMode(QProcess::MergedChannels);
    m_database.start(u"mariadbd"_s, arguments);
    waitForPort(m_databasePort, "mariadbd");
}

void RealWordPress::stopDatabase()
{
    m_database.terminate();
    if (!m_database.waitForFinished(30'000))
        m_database.kill();
    m_database.waitForFinished();
}

void RealWordPress::copyFiles()
{
    run(u"cp"_s, {u"-rL"_s, u"/usr/share/wordpress"_s, path(u"wp"_s)});
    remove(u"wp-config.php"_s);
    write(u"wp-config.php"_s,
          "<?php define('WP_ENVIRONMENT_TYPE','local');\n"
          "define('DB_NAME','wp'); define('DB_USER','wp'); define('DB_PASSWORD','wp');\n"
          "define('DB_HOST','127.0.0.1:" +
              QByteArray::number(m_databasePort) +
              "'); define('DB_CHARSET','utf8mb4'); define('DB_COLLATE','');\n"
              "define('WP_HTTP_BLOCK_EXTERNAL',true); define('AUTOMATIC_UPDATER_DISABLED',true);\n"
              "define('DISABLE_WP_CRON',true); $table_prefix='wp_';\n"
              "if(!defined('ABSPATH')) define('ABSPATH',__DIR__.'/');\n"
              "require_once ABSPATH.'wp-settings.php';\n");
    write(u"router.php"_s, router);
}

void RealWordPress::startServer()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PHP_CLI_SERVER_WORKERS"_s, u"3"_s);
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setWorkingDirectory(path(u"wp"_s));
    m_server.setChildProcessModifier([] { setsid(); });
    m_server.start(u"php"_s,
                   {u"-d"_s, u"opcache.enable=1"_s, u"-d"_s, u"opcache.revalidate_freq=0"_s,
                    u"-S"_s, u"127.0.0.1:%1"_s.arg(m_port), u"-t"_s, u"."_s, u"router.php"_s});
    waitForPort(m_port, "php");
}

void RealWordPress::install()
{
    php(u"$_SERVER['HTTP_HOST']='127.0.0.1:%1'; define('WP_INSTALLING',true); require "
        u"'wp-load.php';"
        "require 'wp-admin/includes/upgrade.php';"
        "wp_install('Ops','admin','a@example.org',false,'','adminpw');"
        "update_option('siteurl','http://127.0.0.1:%1'); "
        "update_option('home','http://127.0.0.1:%1');"
        "update_option('timezone_string','Europe/London');"_s.arg(m_port));
    setAddresses(u"/%postname%/"_s);
}

void RealWordPress::setAddresses(const QString &structure)
{
    php(u"require 'wp-load.php'; global $wp_rewrite; $wp_rewrite->set_permalink_structure('%1');"
        "flush_rewrite_rules();"_s.arg(structure));
}

QByteArray RealWordPress::addUser(const QString &name, const QString &role)
{
    return php(u"require 'wp-load.php'; "
               u"$id=wp_insert_user(['user_login'=>'%1','user_pass'=>'account-"
               "pw','role'=>'%2','user_email'=>'%1@example.org']);"
               "echo WP_Application_Passwords::create_new_application_password($id,"
               "['name'=>'test'])[0];"_s.arg(name, role))
        .trimmed();
}

QByteArray RealWordPress::php(const QString &code)
{
    QProcess process;
    process.setWorkingDirectory(path(u"wp"_s));
    process.start(u"php"_s, {u"-r"_s, code});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("php: %s%s", process.readAllStandardOutput().constData(),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void RealWordPress::write(const QString &name, const QByteArray &content)
{
    QFile file(path(u"wp/"_s + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(name));
}

void RealWordPress::remove(const QString &name)
{
    QFile::remove(path(u"wp/"_s + name));
}
