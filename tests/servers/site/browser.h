// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>

struct Visit
{
    QString dom;     ///< after the page's script has run
    QString console; ///< what the browser complained of
};

/// A real Chromium without a window, which reaches nothing but this machine.
class Browser
{
public:
    explicit Browser(QString profile)
        : m_profile(std::move(profile))
    {}

    [[nodiscard]] static bool isThere() { return !program().isEmpty(); }

    Visit visit(const QString &address, const QStringList &options, const QString &zone) const
    {
        QStringList arguments{QStringLiteral("--headless"),
                              QStringLiteral("--no-sandbox"),
                              QStringLiteral("--disable-gpu"),
                              QStringLiteral("--no-first-run"),
                              QStringLiteral("--disable-background-networking"),
                              QStringLiteral("--disable-component-update"),
                              QStringLiteral("--disable-sync"),
                              QStringLiteral("--hide-scrollbars"),
                              QStringLiteral("--enable-logging=stderr"),
                              QStringLiteral("--virtual-time-budget=20000"),
                              QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND, "
                                             "EXCLUDE 127.0.0.1"),
                              QStringLiteral("--user-data-dir=") + m_profile};
        arguments += options;
        if (!options.join(u' ').contains(QStringLiteral("--screenshot")))
            arguments += QStringLiteral("--dump-dom");
        QProcess chromium;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TZ"), zone);
        chromium.setProcessEnvironment(environment);
        QEventLoop loop;
        QObject::connect(&chromium, &QProcess::finished, &loop, &QEventLoop::quit);
        chromium.start(program(), arguments << address);
        loop.exec();
        Visit visit;
        visit.dom = QString::fromUtf8(chromium.readAllStandardOutput());
        const QString said = QString::fromUtf8(chromium.readAllStandardError());
        for (const QString &line : said.split(u'\n')) {
            if (line.contains(QStringLiteral("CONSOLE")))
                visit.console += line + u'\n';
        }
        return visit;
    }

private:
    static QString program() { return QStandardPaths::findExecutable(QStringLiteral("chromium")); }

    QString m_profile;
};
