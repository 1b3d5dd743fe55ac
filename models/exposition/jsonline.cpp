// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/jsonline.h"

#include <charconv>
#include <cmath>

namespace exposition {

namespace {

void appendText(QByteArrayView text, QByteArray &json)
{
    constexpr char hex[] = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            json += "\\u00";
            json += hex[byte >> 4];
            json += hex[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

void appendNumber(double value, QByteArray &json)
{
    if (std::isnan(value)) {
        json += "\"NaN\"";
    } else if (std::isinf(value)) {
        json += value > 0 ? "\"+Inf\"" : "\"-Inf\"";
    } else {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        json.append(digits, end - digits);
    }
}

void appendStamp(const Stamp &at, Format format, QByteArray &json)
{
    json += ",\"timestamp\":";
    if (format == Format::Text)
        json += QByteArray::number(at.ms);
    else
        appendNumber(at.given, json);
    json += ",\"timestamp_ms\":" + QByteArray::number(at.ms);
}

void appendLabels(std::span<const Label> labels, QByteArray &json)
{
    json += "\"labels\":{";
    for (const Label &label : labels) {
        if (!json.endsWith('{'))
            json += ',';
        appendText(label.name, json);
        json += ':';
        appendText(label.value, json);
    }
    json += '}';
}

void appendExemplar(const Document &document, const Exemplar &exemplar, QByteArray &json)
{
    json += ",\"exemplar\":{";
    appendLabels(document.labelsOf(exemplar.labels), json);
    json += ",\"value\":";
    appendNumber(exemplar.value, json);
    if (exemplar.at)
        appendStamp(*exemplar.at, document.format, json);
    json += '}';
}

QByteArray typeName(Type type, Format format)
{
    if (type == Type::Unknown && format == Format::Text)
        return "untyped";
    return base::toName(type).toLatin1();
}

} // namespace

QByteArray jsonLine(const Document &document, const Sample &sample)
{
    const Family &family = document.familyOf(sample);
    QByteArray json = "{\"name\":";
    appendText(sample.name, json);
    json += ',';
    appendLabels(document.labelsOf(sample.labels), json);
    json += ",\"value\":";
    appendNumber(sample.value, json);
    if (sample.at)
        appendStamp(*sample.at, document.format, json);
    json += ",\"family\":";
    appendText(family.name, json);
    json += ",\"type\":\"" + typeName(family.type, document.format) + '"';
    if (!family.help.isEmpty()) {
        json += ",\"help\":";
        appendText(family.help, json);
    }
    if (!family.unit.isEmpty()) {
        json += ",\"unit\":";
        appendText(family.unit, json);
    }
    if (sample.exemplar)
        appendExemplar(document, document.exemplars[*sample.exemplar], json);
    json += '}';
    return json;
}

} // namespace exposition
