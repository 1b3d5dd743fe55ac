// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/metricsquery.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "exposition/jsonline.h"
#include "exposition/parse.h"

#include <cstdio>
#include <QFile>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestExposition = 512 * 1024 * 1024;

base::Result<QByteArray> bytesFrom(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return base::fail(base::ErrorKind::Input,
                          Words::tr("%1 cannot be read. Check its name.").arg(path));
    const QByteArray bytes = file.read(longestExposition + 1);
    if (bytes.size() > longestExposition)
        return base::fail(base::ErrorKind::Input, Words::tr("%1 is too long.").arg(path));
    return bytes;
}

void print(const exposition::Document &document)
{
    constexpr qsizetype chunk = 64 * 1024;
    QByteArray lines;
    for (const exposition::Sample &sample : document.samples) {
        lines += exposition::jsonLine(document, sample) + '\n';
        if (lines.size() >= chunk) {
            std::fwrite(lines.constData(), 1, size_t(lines.size()), stdout);
            lines.clear();
        }
    }
    std::fwrite(lines.constData(), 1, size_t(lines.size()), stdout);
    std::fflush(stdout);
}

int parseMetrics(Invocation &call)
{
    Options options(call, Words::tr("The samples of an exposition, each as a line of JSON. A "
                                    "document that breaks its format is refused as a whole."));
    options.positional(Words::tr("file"), Words::tr("the exposition, or - for standard input"))
        .value(u"format"_s, Words::tr("text or openmetrics; without it, openmetrics if the "
                                      "document ends in “# EOF”"));
    if (const auto over = options.read())
        return *over;
    const QString wanted = options.get(u"format"_s);
    const auto named = base::fromName<exposition::Format>(wanted);
    if (options.has(u"format"_s) && !named)
        return call.usage(
            Words::tr("The format is one of: %1.").arg(base::namesOf<exposition::Format>()));
    const auto bytes = bytesFrom(options.argument(0));
    if (!bytes)
        return call.fail(bytes.error());
    const auto document =
        exposition::parse(*bytes, named.value_or(exposition::guessFormat(*bytes)));
    if (!document) {
        const QString where = Words::tr("Line %1:").arg(document.error().line);
        return call.fail({base::ErrorKind::Format, where + u' ' + document.error().reason, {}, {}});
    }
    print(*document);
    return Done;
}

} // namespace

int runMetrics(Invocation &call)
{
    constexpr SubVerb subVerbs[] = {{"parse", parseMetrics}, {"query", queryMetrics}};
    return dispatch(call, subVerbs);
}

} // namespace app
