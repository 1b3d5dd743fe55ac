// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "timing/zone.h"
#include "wording/postmortempicture.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace wording {

using namespace Qt::StringLiterals;
using base::InstantMs;

namespace {

// Room around the plot, px.
constexpr int left = 56;
constexpr int right = 14;
constexpr int top = 58;
constexpr int bottom = 26;
constexpr int fontSize = 11;
constexpr double letterWidth = 6.0;
constexpr int labelRows = 4;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

/// A round number that is at least the given one: 1, 2 or 5 times a power of ten.
double roundUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

class Drawing
{
public:
    Drawing(const PostmortemPicture &picture, const PictureInk &ink)
        : m_picture(picture)
        , m_ink(ink)
    {
        double highest = 0;
        for (const auto &line : picture.lines) {
            for (const health::Point &point : line)
                highest = std::max(highest, point.value);
        }
        m_step = roundUp(highest / 4);
        m_top = m_step * std::max(1.0, std::ceil(highest / m_step - 1e-9));
    }

    QString svg()
    {
        box(0, 0, pictureWidth, pictureHeight, m_ink.ground);
        for (const health::Interval &window : m_picture.windows)
            band(window);
        grid();
        times();
        for (const auto &line : m_picture.lines)
            draw(line);
        failures();
        marks();
        return u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" width=\"%1\" "
               "height=\"%2\" font-family=\"%4\" font-size=\"%3\" "
               "role=\"img\" aria-label=\"%5\">\n"_s.arg(pictureWidth)
                   .arg(pictureHeight)
                   .arg(fontSize)
                   .arg(base::escapeMarkup(m_ink.family),
                        base::escapeMarkup(m_picture.caption + u". "_s + m_picture.summary)) +
               m_svg + u"</svg>\n"_s;
    }

private:
    [[nodiscard]] double x(InstantMs at) const
    {
        const auto [from, to] = m_picture.frame;
        const double share = double((at - from).count()) / double((to - from).count());
        return left + std::clamp(share, 0.0, 1.0) * (pictureWidth - left - right);
    }
    [[nodiscard]] double y(double value) const
    {
        return pictureHeight - bottom - value / m_top * (pictureHeight - top - bottom);
    }

    void box(double x, double y, double width, double height, const QString &fill)
    {
        m_svg += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>\n"_s.arg(
            number(x), number(y), number(width), number(height), fill);
    }
    void stroke(double x1, double y1, double x2, double y2, const QString &colour,
                const QString &more = {})
    {
        m_svg += u"<path d=\"M%1 %2L%3 %4\" stroke=\"%5\" fill=\"none\"%6/>\n"_s.arg(
            number(x1), number(y1), number(x2), number(y2), colour, more);
    }
    void text(double x, double y, const QString &anchor, const QString &words)
    {
        m_svg += u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\" fill=\"%4\">%5</text>\n"_s.arg(
            number(x), number(y), anchor, m_ink.text, base::escapeMarkup(words));
    }

    void band(const health::Interval &window)
    {
        const double from = x(window.from);
        const double width = std::max(1.0, x(window.to) - from);
        box(from, top, width, pictureHeight - top - bottom, m_ink.troubleGround);
    }

    void grid()
    {
        for (double value = 0; value <= m_top * (1 + 1e-9); value += m_step) {
            stroke(left, y(value), pictureWidth - right, y(value), m_ink.grid);
            text(left - 6, y(value) + 4, u"end"_s, QLocale().toString(value, 'g', 4));
        }
        if (!m_picture.unit.isEmpty())
            text(left - 6, top - 10, u"end"_s, m_picture.unit);
    }

    void times()
    {
        using std::chrono::minutes;
        const auto length =
            std::chrono::duration_cast<minutes>(m_picture.frame.to - m_picture.frame.from);
        constexpr int steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440};
        const auto fits =
            std::ranges::find_if(steps, [&](int step) { return length.count() / step <= 8; });
        const minutes step(fits == std::end(steps) ? 1440 : *fits);
        const base::Instant from = std::chrono::ceil<base::Span>(m_picture.frame.from);
        // Ticks stand at round times of the zone's own clock.
        const auto offset = base::Span(timing::toLocal(from, m_picture.zone).offsetFromUtc());
        const auto since = from.time_since_epoch() + offset;
        auto at = base::Instant(since + (step - since % step) % step - offset);
        const QString format = step >= minutes(1440) ? u"d MMM"_s : u"HH:mm"_s;
        for (; at < m_picture.frame.to; at += step) {
            stroke(x(at), pictureHeight - bottom, x(at), pictureHeight - bottom + 4, m_ink.text);
            const QString words = QLocale().toString(timing::toLocal(at, m_picture.zone), format);
            text(x(at), pictureHeight - 8, u"middle"_s, words);
        }
    }

    /// Lowest and highest of each pixel: what stands out stays.
    void draw(const std::vector<health::Point> &line)
    {
        QString path;
        const auto add = [&](double px, double value) {
            path += (path.isEmpty() ? u'M' : u'L') + number(px) + u' ' + number(y(value));
        };
        for (size_t i = 0; i < line.size();) {
            const int column = int(x(line[i].at));
            double low = line[i].value;
            double high = line[i].value;
            const double px = x(line[i].at);
            for (; i < line.size() && int(x(line[i].at)) == column; ++i) {
                low = std::min(low, line[i].value);
                high = std::max(high, line[i].value);
            }
            add(px, low);
            if (high > low)
                add(px, high);
        }
        if (line.size() == 1)
            add(x(line.front().at) + 1, line.front().value);
        m_svg += u"<path d=\"%1\" stroke=\"%2\" stroke-width=\"1.5\" stroke-linejoin=\"round\" "
                 "fill=\"none\"/>\n"_s.arg(path, m_ink.line);
    }

    void failures()
    {
        QString path;
        int last = -1;
        for (const InstantMs at : m_picture.failures) {
            if (int(x(at)) == last)
                continue;
            last = int(x(at));
            path += u"M%1 %2v-10"_s.arg(number(x(at))).arg(pictureHeight - bottom);
        }
        if (!path.isEmpty())
            m_svg += u"<path d=\"%1\" stroke=\"%2\" stroke-width=\"1.5\" fill=\"none\"/>\n"_s.arg(
                path, m_ink.trouble);
    }

    /// Labels that would cover each other go to another row; without a free one only the line is
    /// drawn, for what it marks stands in the facts.
    void marks()
    {
        double ends[labelRows] = {};
        for (const PostmortemPicture::Mark &mark : m_picture.marks) {
            const double width = double(mark.label.size()) * letterWidth;
            const double at = x(mark.at);
            const double from = std::min(at, pictureWidth - right - width);
            int row = 0;
            while (row < labelRows && ends[row] > from)
                ++row;
            const double base = 12.0 + 13.0 * std::min(row, labelRows - 1);
            stroke(at, base + 3, at, pictureHeight - bottom, m_ink.text,
                   u" stroke-dasharray=\"2 3\""_s);
            if (row == labelRows)
                continue;
            ends[row] = from + width + letterWidth;
            // A ground of its own keeps the lines of other marks out of the letters.
            box(from - 2, base - fontSize, width + 4, fontSize + 2, m_ink.ground);
            text(from, base, u"start"_s, mark.label);
        }
    }

    const PostmortemPicture &m_picture;
    const PictureInk &m_ink;
    double m_step = 1;
    double m_top = 1;
    QString m_svg;
};

} // namespace

QString toSvg(const PostmortemPicture &picture, const PictureInk &ink)
{
    return Drawing(picture, ink).svg();
}

} // namespace wording
