// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rival.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bench {

std::optional<UPlotFrames> runUPlot(const QString &folder, qsizetype samples)
{
    constexpr int patience = 180'000;
    const QTemporaryDir place;
    const bool isThere =
        QFile::copy(QDir(folder).filePath(u"uPlot.iife.min.js"_s),
                    place.filePath(u"uPlot.iife.min.js"_s)) &&
        QFile::copy(QStringLiteral(TEST_SOURCE_DIR "/uplot.html"), place.filePath(u"uplot.html"_s));
    if (!isThere)
        return std::nullopt;
    QProcess browser;
    browser.start(u"chromium"_s,
                  {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s,
                   u"--user-data-dir="_s + place.filePath(u"profile"_s), u"--dump-dom"_s,
                   u"file://%1#samples=%2"_s.arg(place.filePath(u"uplot.html"_s)).arg(samples)});
    if (!browser.waitForFinished(patience))
        browser.kill();
    static const QRegularExpression result(u">uplot ([0-9.]+) ([0-9.]+)<"_s);
    const auto found = result.match(QString::fromUtf8(browser.readAllStandardOutput()));
    if (!found.hasMatch())
        return std::nullopt;
    return UPlotFrames{found.captured(1).toDouble(), found.captured(2).toDouble()};
}

} // namespace bench
