// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace support {

/// How a call of the program went.
struct Call
{
    int code = -1;
    QJsonValue answer;
    QString text;  ///< what stood on standard output
    QString error; ///< what stood on standard error

    [[nodiscard]] QString at(const char *key) const
    {
        return answer[QLatin1StringView(key)].toString();
    }
};

/// The program as it is called from a script. What it speaks to may live in this thread.
class Program
{
public:
    explicit Program(QString binary)
        : m_binary(std::move(binary))
    {
        // There is no keyring here: a call brings its password, as in a script.
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    /// With exactly these arguments.
    [[nodiscard]] Call call(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start(m_binary, arguments);
        process.write(input);
        process.closeWriteChannel();
        loop.exec();
        const QByteArray output = process.readAllStandardOutput();
        const QJsonDocument json = QJsonDocument::fromJson(output);
        return {process.exitCode(),
                json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()),
                QString::fromUtf8(output), QString::fromUtf8(process.readAllStandardError())};
    }

    /// On the data folder, answered in JSON.
    [[nodiscard]] Call run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return call(arguments + QStringList{QStringLiteral("--data"), folder.path(),
                                            QStringLiteral("--json")},
                    input);
    }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

private:
    QString m_binary;
};

} // namespace support
