// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "load.h"

#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

/// The same samples in a real Prometheus: blocks made by its own tool, asked over HTTP.
class Prometheus
{
public:
    explicit Prometheus(const QString &folder)
        : m_folder(folder)
    {}

    ~Prometheus()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    void store(const std::vector<std::vector<health::Sample>> &all)
    {
        QFile file(m_folder + QStringLiteral("/samples.txt"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("# TYPE answer_ms gauge\n");
        for (size_t monitor = 0; monitor < all.size(); ++monitor) {
            for (const health::Sample &sample : all[monitor])
                file.write("answer_ms{monitor=\"" + QByteArray::number(int(monitor)) + "\"} " +
                           QByteArray::number(qint64(sample.value)) + ' ' +
                           QByteArray::number(sample.at.time_since_epoch().count() / 1000) + '\n');
        }
        file.write("# EOF\n");
        file.close();
        QProcess tool;
        tool.start(QStringLiteral("promtool"),
                   {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                    QStringLiteral("openmetrics"), file.fileName(), data()});
        if (!tool.waitForFinished(-1) || tool.exitCode() != 0)
            qFatal("promtool: %s", tool.readAllStandardError().constData());
        file.remove();
    }

    [[nodiscard]] qint64 bytes() const
    {
        qint64 sum = 0;
        QDirIterator files(data(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            sum += files.fileInfo().size();
        }
        return sum;
    }

    void start()
    {
        const QString config = m_folder + QStringLiteral("/prometheus.yml");
        QFile file(config);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.close();
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_address = QStringLiteral("127.0.0.1:%1").arg(free.serverPort());
        free.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("prometheus"),
                        {QStringLiteral("--config.file=") + config,
                         QStringLiteral("--storage.tsdb.path=") + data(),
                         QStringLiteral("--storage.tsdb.retention.time=100y"),
                         QStringLiteral("--web.listen-address=") + m_address});
        if (!m_process.waitForStarted())
            qFatal("prometheus does not start");
        while (get(QStringLiteral("/-/ready"), {}).isEmpty()) {
        }
    }

    /// The values of one series in a range, decoded.
    std::vector<health::Sample> read(int monitor, base::InstantMs from, base::InstantMs to)
    {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("query"),
                           QStringLiteral("answer_ms{monitor=\"%1\"}").arg(monitor));
        query.addQueryItem(QStringLiteral("start"), seconds(from));
        query.addQueryItem(QStringLiteral("end"), seconds(to - load::step));
        query.addQueryItem(QStringLiteral("step"), QStringLiteral("20"));
        const QJsonArray values =
            QJsonDocument::fromJson(get(QStringLiteral("/api/v1/query_range"), query))
                .object()[QLatin1String("data")]
                .toObject()[QLatin1String("result")]
                .toArray()
                .at(0)
                .toObject()[QLatin1String("values")]
                .toArray();
        std::vector<health::Sample> samples;
        for (const QJsonValue &value : values)
            samples.push_back({base::InstantMs(std::chrono::milliseconds(
                                   qint64(value.toArray().at(0).toDouble() * 1000))),
                               health::Quality::Ok, value.toArray().at(1).toString().toDouble()});
        return samples;
    }

private:
    [[nodiscard]] QString data() const { return m_folder + QStringLiteral("/data"); }

    static QString seconds(base::InstantMs at)
    {
        return QString::number(at.time_since_epoch().count() / 1000);
    }

    QByteArray get(const QString &path, const QUrlQuery &query)
    {
        QUrl url(QStringLiteral("http://") + m_address + path);
        url.setQuery(query);
        QNetworkReply *reply = m_network.get(QNetworkRequest(url));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    }

    QString m_folder;
    QString m_address;
    QProcess m_process;
    QNetworkAccessManager m_network;
};
