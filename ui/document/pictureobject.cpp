// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/pictureobject.h"

#include "base/tip.h"

#include <QAbstractTextDocumentLayout>
#include <QPaintDevice>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>

namespace ui {

namespace {

constexpr int pictureType = QTextFormat::UserObject + 1;
constexpr int svgProperty = QTextFormat::UserProperty + 1;
constexpr int widthProperty = QTextFormat::UserProperty + 2;
constexpr double screenDpi = 96;

class PictureHandler final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    using QObject::QObject;

    QSizeF intrinsicSize(QTextDocument *document, int, const QTextFormat &format) override
    {
        const QPaintDevice *device = document->documentLayout()->paintDevice();
        const double scale = device ? device->logicalDpiX() / screenDpi : 1;
        const double wanted = format.intProperty(widthProperty) * scale;
        const double room = document->pageSize().width();
        const double width = room > 0 ? std::min(wanted, room) : wanted;
        return {width, width * wording::pictureHeight / wording::pictureWidth};
    }

    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                    const QTextFormat &format) override
    {
        QSvgRenderer(format.property(svgProperty).toByteArray()).render(painter, rect);
    }
};

} // namespace

void acceptPictures(QTextDocument &document)
{
    document.documentLayout()->registerHandler(pictureType, new PictureHandler(&document));
}

void insertPicture(QTextCursor &cursor, const wording::PostmortemPicture &picture,
                   const wording::PictureInk &ink, int width)
{
    QTextCharFormat format;
    format.setObjectType(pictureType);
    format.setProperty(svgProperty, wording::toSvg(picture, ink).toUtf8());
    format.setProperty(widthProperty, width);
    format.setToolTip(base::plainTip(picture.summary));
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

} // namespace ui

#include "base/tip.h"
#include "pictureobject.moc"
