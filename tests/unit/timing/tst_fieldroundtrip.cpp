// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/roughsample.h"
#include "support/zonesample.h"
#include "timing/fieldtext.h"
#include "timing/json.h"
#include "timing/zone.h"

#include <QJsonDocument>
#include <QTest>
#include <set>

using namespace std::chrono_literals;
using namespace timing;
using namespace Qt::StringLiterals;
using support::utc;

namespace {

const Instant first = utc("2015-01-01T00:00:00Z");
const Instant last = utc("2037-12-01T00:00:00Z");
constexpr int timesAZone = 300;
constexpr int lengths = 20'000;

template <class Rough>
QByteArray told(const Rough &rough, const QString &text)
{
    return text.toUtf8() + ' ' + QJsonDocument(toJson(rough)).toJson(QJsonDocument::Compact);
}

QDateTime asUtc(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

/// Where fields are hard to read: half of the times lie within a few hours of a clock change.
Instant somewhere(QRandomGenerator &random, const std::vector<support::ClockChange> &changes)
{
    if (changes.empty() || random.bounded(2))
        return support::randomInstant(random, first, last);
    const auto &change = changes[random.bounded(quint32(changes.size()))];
    return change.at + Span(support::upTo(random, 4 * 3600) - 2 * 3600);
}

void zoneRows()
{
    QTest::addColumn<QTimeZone>("zone");
    for (const QByteArray &name : support::sampleZones())
        QTest::newRow(name.constData()) << QTimeZone(name);
}

} // namespace

/// What a field shows is what it takes back: nobody's time moves because they opened a form.
class TestFieldRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void timesComeBack_data() { zoneRows(); }
    void timesComeBack()
    {
        QFETCH(QTimeZone, zone);
        const auto changes = support::changesOf(zone, asUtc(first), asUtc(last));
        QRandomGenerator random(815);
        std::set<Precision> seen;
        for (int i = 0; i < timesAZone; ++i) {
            const Instant around = somewhere(random, changes);
            const Span reach = random.bounded(4) ? 12h : 24h * 400;
            const RoughInstant at = support::randomInstant(random, around, reach);
            const Lean lean = random.bounded(2) ? Lean::Past : Lean::Future;
            const Instant now = around + Span(support::upTo(random, 48 * 3600) - 24 * 3600);
            const FieldContext context{zone, now, lean};
            const QString text = fieldText(at, context);
            const auto read = instantFromField(text, context);
            QVERIFY2(read, told(at, text));
            QVERIFY2(*read == at, told(at, text) + told(*read, fieldText(*read, context)));
            seen.insert(at.precision());
        }
        QCOMPARE(seen.size(), std::size(base::EnumNames<Precision>::table));
    }

    void lengthsComeBack()
    {
        QRandomGenerator random(816);
        std::set<Precision> seen;
        for (int i = 0; i < lengths; ++i) {
            const RoughDuration length = support::randomLength(random);
            const QString text = fieldText(length);
            const auto read = durationFromField(text);
            QVERIFY2(read, told(length, text));
            QVERIFY2(*read == length, told(length, text) + told(*read, fieldText(*read)));
            seen.insert(length.precision());
        }
        QCOMPARE(seen.size(), std::size(base::EnumNames<Precision>::table));
    }
};

QTEST_GUILESS_MAIN(TestFieldRoundTrip)
#include "tst_fieldroundtrip.moc"
