// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/icon.h"

#include <QFile>
#include <QPainter>
#include <QRectF>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString fileOf(Icon icon)
{
    switch (icon) {
    case Icon::Now:
        return u":/icons/now.svg"_s;
    case Icon::Wall:
        return u":/icons/wall.svg"_s;
    case Icon::Owed:
        return u":/icons/owed.svg"_s;
    case Icon::Outbox:
        return u":/icons/outbox.svg"_s;
    case Icon::Maintenance:
        return u":/icons/maintenance.svg"_s;
    case Icon::History:
        return u":/icons/history.svg"_s;
    case Icon::Settings:
        return u":/icons/settings.svg"_s;
    }
    return {};
}

} // namespace

void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &color)
{
    QFile file(fileOf(icon));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer(svg).render(&painter, box);
}

QPixmap iconPixmap(Icon icon, const QColor &color, int size, double devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, QRectF(0, 0, size, size), icon, color);
    return pixmap;
}

} // namespace ui
