// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/fakehttp.h"

#include <map>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace support {

using namespace Qt::StringLiterals;

/// Speaks as much of the HTTP API of Prometheus as browsing needs. `answers` overrides what it says
/// at a path such as "query_range".
class FakePrometheus
{
public:
    QStringList metrics{u"node_load1"_s, u"requests_total"_s, u"wait_seconds_bucket"_s};
    /// By label: what it may be.
    std::map<QString, QStringList> labels{{u"job"_s, {u"shop"_s, u"search"_s}},
                                          {u"code"_s, {u"200"_s, u"500"_s}}};
    int seriesCount = 1; ///< that every expression has
    std::map<QString, http::Response> answers;
    QStringList selectors;   ///< match[] of label values, as they came
    QStringList expressions; ///< of query_range, as they came

    FakeHttp http{[this](const http::Request &request) {
        return base::Result<http::Response>(answer(request));
    }};

private:
    [[nodiscard]] static http::Response success(const QJsonValue &data)
    {
        const QJsonObject envelope{{u"status"_s, u"success"_s}, {u"data"_s, data}};
        return json(QJsonDocument(envelope).toJson());
    }

    [[nodiscard]] http::Response answer(const http::Request &request)
    {
        const QString path = request.url.path().section(u"/api/v1/"_s, 1);
        const QUrlQuery query(request.url);
        if (const auto set = answers.find(path); set != answers.end())
            return set->second;
        if (path == u"label/__name__/values"_s)
            return success(QJsonArray::fromStringList(metrics));
        if (path == u"metadata"_s)
            return success(
                QJsonDocument::fromJson("{\"node_load1\":[{\"type\":\"gauge\",\"help\":\"1m load "
                                        "average.\",\"unit\":\"\"}],\"wait_seconds\":[{\"type\":"
                                        "\"histogram\",\"help\":\"\",\"unit\":\"\"}]}")
                    .object());
        if (path == u"labels"_s)
            return success(names());
        if (path.startsWith(u"label/"_s)) {
            for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
                if (key == u"match[]"_s)
                    selectors << value;
            }
            return success(QJsonArray::fromStringList(labels[path.section(u'/', 1, 1)]));
        }
        const QUrlQuery form(QString::fromLatin1(request.body));
        if (path == u"query"_s)
            return success(counted());
        expressions << form.queryItemValue(u"query"_s, QUrl::FullyDecoded);
        return success(drawn(form.queryItemValue(u"end"_s).toDouble()));
    }

    [[nodiscard]] QJsonArray names() const
    {
        QJsonArray all{u"__name__"_s};
        for (const auto &[label, values] : labels)
            all.append(label);
        return all;
    }

    [[nodiscard]] QJsonObject counted() const
    {
        QJsonArray result;
        if (seriesCount > 0)
            result.append(QJsonObject{{u"metric"_s, QJsonObject()},
                                      {u"value"_s, QJsonArray{1, QString::number(seriesCount)}}});
        return {{u"resultType"_s, u"vector"_s}, {u"result"_s, result}};
    }

    [[nodiscard]] QJsonObject drawn(double end) const
    {
        QJsonArray result;
        for (int i = 0; i < seriesCount; ++i)
            result.append(QJsonObject{{u"metric"_s, QJsonObject{{u"__name__"_s, u"node_load1"_s},
                                                                {u"instance"_s, u"db%1"_s.arg(i)}}},
                                      {u"values"_s, QJsonArray{QJsonArray{end - 30, u"0.5"_s},
                                                               QJsonArray{end - 15, u"NaN"_s},
                                                               QJsonArray{end, u"2.5"_s}}}});
        return {{u"resultType"_s, u"matrix"_s}, {u"result"_s, result}};
    }
};

} // namespace support
