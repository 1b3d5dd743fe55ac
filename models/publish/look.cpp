// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/look.h"

#include <cmath>
#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

namespace publish {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;
using base::Result;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

constexpr double readable = 4.5;

/// All that links stand on, as resources/site/site.css has it.
const std::vector<Colour> &groundsOf(Ground ground)
{
    static const std::vector<Colour> light{{0xf6, 0xf7, 0xf9}, {0xff, 0xff, 0xff}};
    static const std::vector<Colour> dark{{0x12, 0x16, 0x1c}, {0x1a, 0x20, 0x29}};
    return ground == Ground::Light ? light : dark;
}

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour &colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

} // namespace

Result<Colour> colourFromText(const QString &text)
{
    static const QRegularExpression shape(u"^#?([0-9a-f]{3}|[0-9a-f]{6})\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch()) {
        return fail(ErrorKind::Input,
                    Words::tr("“%1” is not a colour. Write it like #2f5fd0.").arg(text.trimmed()));
    }
    QString digits = match.captured(1);
    if (digits.size() == 3) {
        digits = QString(digits[0]) + digits[0] + digits[1] + digits[1] + digits[2] + digits[2];
    }
    const auto channel = [&](int at) {
        return digits.sliced(at, 2).toInt(nullptr, 16);
    };
    return Colour{channel(0), channel(2), channel(4)};
}

QString toText(const Colour &colour)
{
    const int all = (colour.red << 16) | (colour.green << 8) | colour.blue;
    return u"#%1"_s.arg(all, 6, 16, QChar(u'0'));
}

double contrast(const Colour &one, const Colour &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Result<QString> checkedAccent(const QString &text, Ground ground)
{
    if (text.trimmed().isEmpty())
        return QString();
    const auto colour = colourFromText(text);
    if (!colour)
        return base::passOn(colour);
    double worst = 21;
    for (const Colour &behind : groundsOf(ground))
        worst = std::min(worst, contrast(*colour, behind));
    if (worst >= readable)
        return toText(*colour);
    const QString shown = QString::number(std::floor(worst * 10) / 10, 'f', 1);
    const QString sentence =
        ground == Ground::Light
            ? Words::tr("%1 is too pale to read on a light page: its contrast is %2 to 1, and it "
                        "takes 4.5 to 1. Choose a darker one.")
            : Words::tr("%1 is too dark to read on a dark page: its contrast is %2 to 1, and it "
                        "takes 4.5 to 1. Choose a paler one.");
    return fail(ErrorKind::Input, sentence.arg(toText(*colour), shown));
}

Result<QString> checkedBand(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QString();
    return colourFromText(text).map([](const Colour &colour) { return toText(colour); });
}

QString textOn(const QString &band)
{
    const Colour black{0, 0, 0};
    const Colour white{255, 255, 255};
    const Colour behind = colourFromText(band).value_or(white);
    return toText(contrast(black, behind) > contrast(white, behind) ? black : white);
}

} // namespace publish
