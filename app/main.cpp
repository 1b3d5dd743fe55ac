// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/verbs.h"
#include "app/platform/process.h"
#include "app/window/window.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

void introduce(QCoreApplication &application)
{
    application.setApplicationName(u"watchkeeper"_s);
    application.setApplicationVersion(QStringLiteral(WATCHKEEPER_VERSION));
    QGuiApplication::setDesktopFileName(u"org.watchkeeper.Watchkeeper"_s);
}

void translate(QCoreApplication &application)
{
    const QLocale locale;
    // English first: it holds the plural forms, also for what another language does not say yet.
    auto *english = new QTranslator(&application);
    if (english->load(u":/i18n/watchkeeper_en.qm"_s))
        application.installTranslator(english);
    auto *own = new QTranslator(&application);
    if (own->load(locale, u"watchkeeper"_s, u"_"_s, u":/i18n"_s))
        application.installTranslator(own);
    auto *qt = new QTranslator(&application);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, folder))
        application.installTranslator(qt);
}

int runVerb(const app::Verb &verb, int argc, char **argv)
{
    // A rehearsal alone must also work where there is no display.
    for (int i = 2; i < argc; ++i) {
        if (qstrcmp(argv[i], "--headless") == 0)
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    std::unique_ptr<QCoreApplication> application;
    if (verb.draws) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else if (verb.needsWindow) {
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    introduce(*application);
    translate(*application);
    QStringList before = application->arguments().mid(1);
    const QStringList after = before.mid(app::leadingOptions(before) + 1);
    before.resize(app::leadingOptions(before));
    app::Invocation call(QString::fromLatin1(verb.name), after, before);
    return verb.run(call);
}

/// What is answered without a window: its options, or that they make no sense.
std::optional<int> answered(app::Invocation &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(app::overview());
    parser.addVersionOption();
    if (const auto over = call.parse(parser))
        return over;
    if (parser.isSet(u"version"_s)) {
        call.say(u"watchkeeper "_s + QCoreApplication::applicationVersion());
        return app::Done;
    }
    if (!parser.positionalArguments().isEmpty())
        return call.usage(app::unknownVerb(parser.positionalArguments().first()));
    return std::nullopt;
}

/// Qt would abort. Whoever names a platform knows what they do.
bool hasDisplay(int argc, char **argv)
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return std::any_of(argv + 1, argv + argc,
                       [](const char *word) { return qstrcmp(word, "-platform") == 0; });
}

int answerWithoutDisplay(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    introduce(application);
    translate(application);
    app::Invocation call({}, application.arguments().mid(1));
    if (const auto over = answered(call))
        return *over;
    return call.fail({base::ErrorKind::Refused, app::noDisplay(), {}, {}});
}

int openWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    introduce(application);
    translate(application);
    app::Invocation call({}, application.arguments().mid(1));
    if (const auto over = answered(call))
        return *over;
    return app::runWindow(application, call.dataDir());
}

} // namespace

int main(int argc, char **argv)
{
    app::installLog();
    app::forbidCoreDumps();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    if (const app::Verb *verb = app::verbNamed(words.value(app::leadingOptions(words))))
        return runVerb(*verb, argc, argv);
    return hasDisplay(argc, argv) ? openWindow(argc, argv) : answerWithoutDisplay(argc, argv);
}
