// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/remedykeys.h"
#include "source/monitorspec.h"

#include <QCoreApplication>
#include <QJsonValue>

namespace source {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

void put(QJsonObject &json, QLatin1StringView key, const QJsonValue &value, const QJsonValue &usual)
{
    if (value != usual)
        json[key] = value;
}

QJsonValue msOf(milliseconds length)
{
    return double(length.count());
}

QJsonValue jsonOf(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

/// Takes fields out of an object and remembers the first one that is not of its type.
class Reader
{
    Q_DECLARE_TR_FUNCTIONS(source)

public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {}

    void take(QLatin1StringView key, QString &field)
    {
        if (const QJsonValue value = next(key, QJsonValue::String); value.isString())
            field = value.toString();
    }

    void take(QLatin1StringView key, bool &field)
    {
        if (const QJsonValue value = next(key, QJsonValue::Bool); value.isBool())
            field = value.toBool();
    }

    void take(QLatin1StringView key, int &field)
    {
        if (const QJsonValue value = next(key, QJsonValue::Double); value.isDouble())
            field = value.toInt(-1); // out of every range, as fractions are
    }

    void take(QLatin1StringView key, milliseconds &field)
    {
        constexpr double most = 1e12; // far over every limit, far under overflow
        if (const QJsonValue value = next(key, QJsonValue::Double); value.isDouble())
            field = milliseconds(qint64(qBound(-1.0, value.toDouble(), most)));
    }

    void take(QLatin1StringView key, std::optional<double> &field)
    {
        if (const QJsonValue value = next(key, QJsonValue::Double); value.isDouble())
            field = value.toDouble();
    }

    void take(QLatin1StringView key, std::optional<incident::Remedy> &field)
    {
        const QJsonValue value = next(key, QJsonValue::Object);
        if (!value.isObject())
            return;
        const QJsonObject remedy = value.toObject();
        const QStringList known = incident::remedyKeys();
        for (const QString &name : remedy.keys()) {
            if (!known.contains(name)) // a slip in a key would go unnoticed
                fail(key, tr("its remedy has no key “%1”. Those it has are: %2.")
                              .arg(name, known.join(u", "_s)));
        }
        field = incident::remedyFromJson(remedy);
        if (!field)
            fail(key, tr("its remedy has to be %1.").arg(incident::remedyShape()));
    }

    template <class E>
    void takeName(QLatin1StringView key, E &field)
    {
        QString name;
        take(key, name);
        if (name.isEmpty())
            return;
        if (const auto value = base::fromName<E>(name))
            field = *value;
        else
            fail(key);
    }

    /// What is wrong with the first one, in a sentence; empty: nothing.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QJsonValue next(QLatin1StringView key, QJsonValue::Type type)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isUndefined() && value.type() != type)
            fail(key);
        return value;
    }

    void fail(QLatin1StringView key, const QString &why = {})
    {
        if (!m_problem.isEmpty())
            return;
        m_problem = why.isEmpty() ? tr("its field “%1” cannot be understood. Correct it, or take "
                                       "it out.")
                                        .arg(key)
                                  : why;
    }

    const QJsonObject &m_json;
    QString m_problem;
};

} // namespace

QJsonObject toJson(const MonitorSpec &spec)
{
    const MonitorSpec usual;
    QJsonObject json{
        {u"id"_s, spec.id}, {u"name"_s, spec.name}, {u"kind"_s, base::toName(spec.kind)}};
    put(json, "address"_L1, spec.address, usual.address);
    put(json, "component"_L1, spec.component, usual.component);
    put(json, "interval_ms"_L1, msOf(spec.interval), msOf(usual.interval));
    put(json, "timeout_ms"_L1, msOf(spec.timeout), msOf(usual.timeout));
    put(json, "expression"_L1, spec.expression, usual.expression);
    put(json, "above"_L1, jsonOf(spec.above), jsonOf(usual.above));
    put(json, "below"_L1, jsonOf(spec.below), jsonOf(usual.below));
    put(json, "status_from"_L1, spec.expected.from, usual.expected.from);
    put(json, "status_to"_L1, spec.expected.to, usual.expected.to);
    put(json, "body_contains"_L1, spec.bodyContains, usual.bodyContains);
    put(json, "fail_after"_L1, spec.failAfter, usual.failAfter);
    put(json, "fail_out_of"_L1, spec.failOutOf, usual.failOutOf);
    put(json, "recover_after"_L1, spec.recoverAfter, usual.recoverAfter);
    put(json, "depends_on"_L1, spec.dependsOn, usual.dependsOn);
    put(json, "slow_ms"_L1, jsonOf(spec.slowMs), jsonOf(usual.slowMs));
    put(json, "follow_redirects"_L1, spec.followRedirects, usual.followRedirects);
    put(json, "family"_L1, base::toName(spec.family), base::toName(usual.family));
    put(json, "ca_file"_L1, spec.caFile, usual.caFile);
    put(json, "allow_link_local"_L1, spec.allowLinkLocal, usual.allowLinkLocal);
    put(json, "paused"_L1, spec.paused, usual.paused);
    if (spec.remedy)
        json["remedy"_L1] = incident::toJson(*spec.remedy);
    return json;
}

base::Result<MonitorSpec> specFromJson(const QJsonObject &json)
{
    MonitorSpec spec;
    Reader reader(json);
    reader.take("id"_L1, spec.id);
    reader.take("name"_L1, spec.name);
    reader.takeName("kind"_L1, spec.kind);
    reader.take("address"_L1, spec.address);
    reader.take("component"_L1, spec.component);
    reader.take("interval_ms"_L1, spec.interval);
    reader.take("timeout_ms"_L1, spec.timeout);
    reader.take("expression"_L1, spec.expression);
    reader.take("above"_L1, spec.above);
    reader.take("below"_L1, spec.below);
    reader.take("status_from"_L1, spec.expected.from);
    reader.take("status_to"_L1, spec.expected.to);
    reader.take("body_contains"_L1, spec.bodyContains);
    reader.take("fail_after"_L1, spec.failAfter);
    reader.take("fail_out_of"_L1, spec.failOutOf);
    reader.take("recover_after"_L1, spec.recoverAfter);
    reader.take("depends_on"_L1, spec.dependsOn);
    reader.take("slow_ms"_L1, spec.slowMs);
    reader.take("follow_redirects"_L1, spec.followRedirects);
    reader.takeName("family"_L1, spec.family);
    reader.take("ca_file"_L1, spec.caFile);
    reader.take("allow_link_local"_L1, spec.allowLinkLocal);
    reader.take("paused"_L1, spec.paused);
    reader.take("remedy"_L1, spec.remedy);
    //: %1 the name of a monitor, %2 what is wrong with it
    const QString named = QCoreApplication::translate("source", "The monitor “%1”: %2")
                              .arg(spec.name.isEmpty() ? spec.address : spec.name);
    if (!reader.problem().isEmpty())
        return base::fail(base::ErrorKind::Format, named.arg(reader.problem()));
    if (const base::Done usable = validate(spec); !usable) {
        base::Error error = usable.error();
        error.text = named.arg(error.text);
        return tl::make_unexpected(error);
    }
    return spec;
}

} // namespace source
