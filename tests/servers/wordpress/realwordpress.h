// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

/// A real WordPress on loopback: Debian's packages, a database and a PHP server of its own, in a
/// folder of its own. Each step fails the test program if it does not work.
class RealWordPress
{
public:
    RealWordPress();
    ~RealWordPress();
    RealWordPress(const RealWordPress &) = delete;
    RealWordPress &operator=(const RealWordPress &) = delete;

    [[nodiscard]] QUrl url() const;
    /// Makes a user with this role; answers with an application password of theirs.
    [[nodiscard]] QByteArray addUser(const QString &name, const QString &role);
    /// Runs PHP inside the site and answers with what it prints.
    QByteArray php(const QString &code);
    /// "/%postname%/", or nothing for addresses with numbers.
    void setAddresses(const QString &structure);
    /// A file of the site.
    void write(const QString &name, const QByteArray &content);
    void remove(const QString &name);

    void stopDatabase();
    void startDatabase();

private:
    void makeDatabase();
    void copyFiles();
    void startServer();
    void install();
    void run(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QProcess m_database;
    QProcess m_server;
    quint16 m_databasePort;
    quint16 m_port;
};
