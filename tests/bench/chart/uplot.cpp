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

namespace {

constexpr int patience = 180'000;

std::optional<UPlotFrames> framesOf(QProcess &process, const QString &program,
                                    const QStringList &arguments)
{
    process.start(program, arguments);
    if (!process.waitForFinished(patience))
        process.kill();
    static const QRegularExpression result(u">uplot ([0-9.]+) ([0-9.]+)<"_s);
    const auto found = result.match(QString::fromUtf8(process.readAllStandardOutput()));
    if (!found.hasMatch())
        return std::nullopt;
    return UPlotFrames{found.captured(1).toDouble(), found.captured(2).toDouble()};
}

} // namespace

std::optional<UPlotFrames> runUPlot(const QString &modules, qsizetype samples)
{
    const QTemporaryDir place;
    const auto copied = [&](const QString &folder, const QString &name) {
        return QFile::copy(QDir(folder).filePath(name), place.filePath(name));
    };
    const QString here = QStringLiteral(TEST_SOURCE_DIR);
    const bool isThere = copied(modules + u"/uplot/dist"_s, u"uPlot.iife.min.js"_s) &&
                         copied(here, u"uplot.html"_s) && copied(here, u"uplotframes.js"_s);
    if (!isThere)
        return std::nullopt;
    QProcess browser;
    return framesOf(browser, u"chromium"_s,
                    {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s,
                     u"--user-data-dir="_s + place.filePath(u"profile"_s), u"--dump-dom"_s,
                     u"file://%1#samples=%2"_s.arg(place.filePath(u"uplot.html"_s)).arg(samples)});
}

std::optional<UPlotFrames> runUPlotInNode(const QString &modules, qsizetype samples)
{
    QProcess node;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_PATH"_s, modules);
    node.setProcessEnvironment(environment);
    return framesOf(node, u"node"_s,
                    {QStringLiteral(TEST_SOURCE_DIR "/uplotnode.cjs"), QString::number(samples)});
}

} // namespace bench
