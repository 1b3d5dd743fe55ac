// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/postmortemdocument.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Document)
};

// In mm.
constexpr double sideMargin = 20;
constexpr double topMargin = 18;
constexpr double bottomMargin = 24;
constexpr double footerFromBottom = 14;
constexpr int resolution = 1200;
constexpr double mmPerInch = 25.4;

double deviceUnits(double mm)
{
    return mm / mmPerInch * resolution;
}

class Pages
{
public:
    Pages(QTextDocument &document, QPdfWriter &writer, QString title)
        : m_document(document)
        , m_writer(writer)
        , m_title(std::move(title))
    {}

    void draw()
    {
        QPainter painter(&m_writer);
        const int count = m_document.pageCount();
        for (int page = 0; page < count; ++page) {
            if (page > 0)
                m_writer.newPage();
            body(painter, page);
            footer(painter, page + 1, count);
        }
    }

private:
    void body(QPainter &painter, int page)
    {
        const QSizeF size = m_document.pageSize();
        const QRectF part(QPointF(0, page * size.height()), size);
        painter.save();
        painter.translate(deviceUnits(sideMargin), deviceUnits(topMargin) - part.top());
        // A border may stand on the edge.
        painter.setClipRect(part.adjusted(-deviceUnits(1), 0, deviceUnits(1), 0));
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, paperLook().text);
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
    }

    void footer(QPainter &painter, int page, int count)
    {
        const DocumentLook look = paperLook();
        QFont font = look.font;
        font.setPointSizeF(8);
        painter.setFont(QFont(font, &m_writer));
        painter.setPen(look.soft);
        const double y = m_writer.height() - deviceUnits(footerFromBottom);
        const QRectF line(deviceUnits(sideMargin), y, m_document.pageSize().width(),
                          deviceUnits(6));
        const QString number = Words::tr("Page %1 of %2").arg(page).arg(count);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, number);
        const QFontMetricsF metrics(painter.font(), &m_writer);
        const double room = line.width() - metrics.horizontalAdvance(number) - deviceUnits(8);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(m_title, Qt::ElideRight, room));
    }

    QTextDocument &m_document;
    QPdfWriter &m_writer;
    QString m_title;
};

} // namespace

QByteArray postmortemPdf(const wording::Postmortem &postmortem)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()});
    writer.setTitle(postmortem.title);
    writer.setCreator(QCoreApplication::applicationName());
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize({writer.width() - 2 * deviceUnits(sideMargin),
                          writer.height() - deviceUnits(topMargin) - deviceUnits(bottomMargin)});
    fillDocument(document, postmortem, paperLook());
    keepHeadings(document);
    Pages(document, writer, postmortem.title).draw();
    return buffer.data();
}

} // namespace ui
