// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/invocation.h"
#include "app/command/words.h"

#include <algorithm>
#include <cstdio>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace app {

using namespace Qt::StringLiterals;

namespace {

void print(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

QByteArray written(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Indented).trimmed();
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented).trimmed();
}

/// "- checked the disks" and "-5 min", but neither "--reason" nor "-h".
bool isDashedText(const QString &argument)
{
    return argument.size() > 1 && argument.startsWith(u'-') && argument[1] != u'-' &&
           !argument[1].isLetter();
}

/// The same arguments with all that is text at the end, where the parser looks for no options.
QStringList textsLast(const QStringList &arguments, const QStringList &withValue)
{
    QStringList options;
    QStringList texts;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"--") {
            texts += arguments.mid(i + 1);
            break;
        }
        const bool isText =
            !argument.startsWith(u'-') || argument == u"-" || isDashedText(argument);
        (isText ? texts : options) << argument;
        if (!isText && withValue.contains(argument.mid(2)) && i + 1 < arguments.size())
            options << arguments[++i];
    }
    return texts.isEmpty() ? options : options << u"--"_s << texts;
}

} // namespace

qsizetype leadingOptions(const QStringList &arguments)
{
    qsizetype count = 0;
    while (count < arguments.size()) {
        if (arguments[count] == u"--data")
            count += 2;
        else if (arguments[count] == u"--json" || arguments[count].startsWith(u"--data="))
            ++count;
        else
            break;
    }
    return std::min(count, arguments.size());
}

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/watchkeeper"_s;
}

Invocation::Invocation(QString verb, QStringList arguments, QStringList before)
    : m_verb(std::move(verb))
    , m_before(std::move(before))
    , m_arguments(std::move(arguments))
    , m_dataDir(defaultDataDir())
{}

QString Invocation::takeSubverb()
{
    const bool named = !m_arguments.isEmpty() && !m_arguments.first().startsWith(u'-');
    return named ? m_arguments.takeFirst() : QString();
}

std::optional<int> Invocation::parse(QCommandLineParser &parser, const QStringList &withValue)
{
    const QCommandLineOption data(u"data"_s, Words::tr("Data folder to work on."),
                                  Words::tr("folder"));
    const QCommandLineOption json(u"json"_s, Words::tr("Answer in JSON."));
    parser.addOptions({data, json});
    const QCommandLineOption help = parser.addHelpOption();
    const QStringList given = textsLast(m_before + m_arguments, withValue + data.names());
    if (!parser.parse(QStringList{u"watchkeeper "_s + m_verb} + given))
        return usage(parser.errorText());
    if (parser.isSet(help)) {
        print(stdout, parser.helpText().trimmed());
        return Done;
    }
    m_json = parser.isSet(json);
    if (parser.isSet(data))
        m_dataDir = QDir(parser.value(data)).absolutePath();
    return std::nullopt;
}

void Invocation::say(const QString &line) const
{
    if (!m_json)
        print(stdout, line);
}

void Invocation::answer(const QJsonValue &value) const
{
    if (m_json)
        print(stdout, QString::fromUtf8(written(value)));
}

int Invocation::fail(const base::Error &error) const
{
    QString sentence = error.text;
    if (error.kind == base::ErrorKind::NeedsReason)
        sentence += u' ' + Words::tr("Add --reason \"…\".");
    print(stderr, u"watchkeeper: "_s + sentence.simplified());
    return Failed;
}

int Invocation::usage(const QString &sentence) const
{
    print(stderr, u"watchkeeper: "_s + sentence.simplified() + u' ' +
                      Words::tr("“watchkeeper %1 --help” tells more.").arg(m_verb));
    return Usage;
}

} // namespace app
