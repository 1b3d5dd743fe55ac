// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartsave.h"

#include "health/csv.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QImage>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui)
};

base::Done write(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (written)
        return {};
    return base::fail(base::ErrorKind::Storage,
                      Words::tr("%1 cannot be written. Choose another place.").arg(path),
                      file.errorString());
}

} // namespace

QString fileNameFor(const QString &monitor, base::InstantMs at, const QString &suffix)
{
    static const QRegularExpression unusual(u"[^\\w.-]+"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString(monitor).replace(unusual, u"_"_s).left(80);
    const QString time =
        QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), QTimeZone::utc())
            .toString(u"yyyy-MM-dd HHmm"_s);
    return u"%1 %2.%3"_s.arg(name, time, suffix);
}

base::Done saveImage(const QImage &image, const QString &path)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return write(png, path);
}

base::Done saveSamples(const health::Series *series, base::InstantMs from, base::InstantMs to,
                       const QString &path)
{
    return write(series ? health::toCsv(*series, from, to) : QByteArray("time,value,result\r\n"),
                 path);
}

} // namespace ui
