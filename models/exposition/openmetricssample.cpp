// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/cursor.h"
#include "exposition/number.h"
#include "exposition/readsample.h"
#include "exposition/words.h"

#include <algorithm>
#include <cmath>

namespace exposition {

namespace {

using Check = tl::expected<void, QString>;

constexpr qsizetype longestExemplar = 128; // code points of its label names and values

tl::unexpected<QString> refuse(const QString &reason)
{
    return tl::make_unexpected(reason);
}

qsizetype codePoints(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

Check takeLabel(Cursor &cursor, Document &document, std::vector<Label> &labels)
{
    const QByteArrayView name = cursor.takeName(false);
    if (name.isEmpty())
        return refuse(Words::tr("There is no label name where one has to be: “%1”.")
                          .arg(shown(cursor.rest())));
    if (!cursor.take('='))
        return refuse(
            Words::tr("The label name %1 is not followed by an equals sign.").arg(shown(name)));
    if (!cursor.take('"'))
        return refuse(
            Words::tr("The value of the label %1 has to be in double quotes.").arg(shown(name)));
    const auto value = cursor.takeQuoted();
    if (!value)
        return refuse(
            Words::tr("The value of the label %1 has no quote at its end.").arg(shown(name)));
    if (name == "__name__")
        return refuse(Words::tr("The label name __name__ is reserved."));
    labels.push_back({name, resolved(*value, document)});
    return {};
}

/// From the opening brace, which is there, past the closing one.
Check takeLabels(Cursor &cursor, Document &document, std::vector<Label> &labels)
{
    cursor.take('{');
    if (cursor.take('}'))
        return {};
    do {
        if (const Check label = takeLabel(cursor, document, labels); !label)
            return label;
    } while (cursor.take(','));
    if (!cursor.take('}'))
        return refuse(Words::tr("After a label there has to be a comma or a closing brace."));
    if (const auto name = repeatedName(labels))
        return refuse(Words::tr("The label %1 stands there twice.").arg(shown(*name)));
    return {};
}

tl::expected<double, QString> takeValue(Cursor &cursor)
{
    if (!cursor.take(' '))
        return refuse(Words::tr("There has to be one space before the value."));
    const QByteArrayView text = cursor.takeWord();
    if (text.isEmpty())
        return refuse(Words::tr("There has to be a value behind one single space."));
    if (const auto value = number(text))
        return *value;
    return refuse(Words::tr("“%1” is not a number that OpenMetrics allows.").arg(shown(text)));
}

/// What stands behind a value and its space.
tl::expected<Stamp, QString> takeStamp(Cursor &cursor, QByteArrayView &text)
{
    text = cursor.takeWord();
    if (text.isEmpty())
        return refuse(Words::tr("There is a space too many behind the value."));
    const auto seconds = realNumber(text);
    if (!seconds)
        return refuse(Words::tr("“%1” is not a timestamp in seconds.").arg(shown(text)));
    constexpr double most = 9e18; // as many milliseconds as 64 bits hold
    return Stamp{*seconds, qint64(std::round(qBound(-most, *seconds * 1000, most)))};
}

Check takeExemplar(Cursor &cursor, Document &document, Exemplar &exemplar)
{
    if (!cursor.take(' ') || !cursor.isAt('{'))
        return refuse(Words::tr("An exemplar begins with “# {”, braces of its own included."));
    std::vector<Label> labels;
    if (const Check read = takeLabels(cursor, document, labels); !read)
        return read;
    qsizetype length = 0;
    for (const Label &label : labels)
        length += codePoints(label.name) + codePoints(label.value);
    if (length > longestExemplar)
        return refuse(Words::tr("The labels of the exemplar have %1 characters. 128 are allowed.")
                          .arg(length));
    exemplar.labels = addLabels(labels, document);
    const auto value = takeValue(cursor);
    if (!value)
        return refuse(value.error());
    exemplar.value = *value;
    if (cursor.take(' ')) {
        QByteArrayView text;
        const auto stamp = takeStamp(cursor, text);
        if (!stamp)
            return refuse(stamp.error());
        exemplar.at = *stamp;
    }
    return {};
}

} // namespace

std::optional<QByteArrayView> ReadSample::label(QByteArrayView name) const
{
    for (const Label &label : labels) {
        if (label.name == name && !label.value.isEmpty())
            return label.value;
    }
    return std::nullopt;
}

LabelRange addLabels(const std::vector<Label> &labels, Document &document)
{
    LabelRange range{quint32(document.labels.size()), 0};
    for (const Label &label : labels) {
        if (!label.value.isEmpty())
            document.labels.push_back(label);
    }
    range.count = quint32(document.labels.size()) - range.first;
    return range;
}

tl::expected<void, QString> readOpenMetricsSample(QByteArrayView line, Document &document,
                                                  ReadSample &sample)
{
    Cursor cursor(line);
    sample.labels.clear();
    sample.stampText = {};
    sample.at.reset();
    sample.exemplar.reset();
    sample.name = cursor.takeName(true);
    if (sample.name.isEmpty())
        return refuse(Words::tr("“%1” does not begin with the name of a metric.").arg(shown(line)));
    if (cursor.isAt('{')) {
        if (const Check read = takeLabels(cursor, document, sample.labels); !read)
            return read;
    }
    const auto value = takeValue(cursor);
    if (!value)
        return refuse(value.error());
    sample.value = *value;
    if (cursor.take(' ') && !cursor.isAt('#')) {
        const auto stamp = takeStamp(cursor, sample.stampText);
        if (!stamp)
            return refuse(stamp.error());
        sample.at = *stamp;
        cursor.take(' ');
    }
    if (cursor.take('#')) {
        if (const Check read = takeExemplar(cursor, document, sample.exemplar.emplace()); !read)
            return read;
    }
    if (!cursor.isAtEnd() || line.endsWith(' '))
        return refuse(Words::tr("There is something behind the sample that does not belong there: "
                                "“%1”.")
                          .arg(shown(cursor.rest())));
    return {};
}

} // namespace exposition
