// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/read.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "reading/json.h"

#include <cstdio>
#include <QFile>
#include <QJsonDocument>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestPost = 1'000'000;

base::Result<QString> textFrom(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("The post cannot be read from %1. Check its name.").arg(path));
    }
    const QByteArray bytes = file.read(longestPost + 1);
    if (bytes.size() > longestPost) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("The post is longer than %1 bytes.").arg(longestPost));
    }
    return QString::fromUtf8(bytes);
}

} // namespace

int runRead(Invocation &call)
{
    Options options(call, Words::tr("The facts that a reader takes from a post: the first line is "
                                    "its title, then an empty line, then the text."));
    options.positional(Words::tr("file"), Words::tr("the post, or - for standard input"))
        .value(u"posted"_s, Words::tr("when it was written: 2026-02-17T14:32"))
        .value(u"update-posted"_s, Words::tr("when an update was; repeated, oldest first"))
        .value(u"zone"_s, Words::tr("time zone of the page"), u"UTC"_s);
    if (const auto over = options.read())
        return *over;
    const auto text = textFrom(options.argument(0));
    if (!text)
        return call.fail(text.error());
    const auto facts = reading::readPost(*text, options.get(u"posted"_s),
                                         options.all(u"update-posted"_s), options.get(u"zone"_s));
    if (!facts)
        return call.fail(facts.error());
    const QJsonObject json = reading::toJson(*facts);
    call.say(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented)).trimmed());
    call.answer(json);
    return Done;
}

} // namespace app
