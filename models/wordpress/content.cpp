// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/content.h"

#include "timing/zone.h"
#include "wording/termwords.h"
#include "wordpress/markup.h"

#include <algorithm>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>

namespace wordpress {

using namespace Qt::StringLiterals;
using publish::Thread;
using publish::Update;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(wordpress)
};

const auto blockBegin = "<!-- wp:html -->\n"_L1;
const auto blockEnd = "<!-- /wp:html -->"_L1;

/// For people, and for programs behind it: the element that WordPress leaves whole for authors.
QString moment(base::Instant at, const QString &zoneName)
{
    const QTimeZone zone = timing::zoneByName(zoneName).value_or(QTimeZone::utc());
    const QDateTime local = timing::toLocal(at, zone);
    const QString words = QLocale().toString(local, u"d MMMM yyyy, HH:mm "_s) +
                          (zone == QTimeZone::utc() ? u"UTC"_s : zone.abbreviation(local));
    return u"<abbr title=\"%1\">%2</abbr>"_s.arg(timing::isoUtc(at), escapedText(words));
}

QString heading(const Thread &thread, const Update &update)
{
    const QString status = thread.cancelled && &update == &thread.updates.back()
                               ? Words::tr("Called off")
                               : wording::words(update.status);
    QString begin;
    if (&update != &thread.updates.front())
        begin = escapedText(Words::tr("UPDATE %1 · ").arg(update.number));
    QString text = u"<p><strong>%1%2</strong> · %3</p>\n"_s.arg(
        begin, escapedText(status), moment(update.publishedAt, thread.zone));
    return text;
}

QString digestOf(const QString &title, const QString &inner)
{
    const QByteArray text = (canonical(title) + u'\n' + canonical(inner)).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32));
}

QString opening(const QString &key, const QString &digest)
{
    return u"<div class=\"watchkeeper\" data-thread=\"%1\" data-digest=\"%2\">\n"_s.arg(
        escapedAttribute(key), digest);
}

} // namespace

QString updateHtml(const Thread &thread, const Update &update)
{
    QString html = u"<div id=\"update-%1\" data-revision=\"%2\" data-status=\"%3\">\n"_s.arg(
        QString::number(update.number), escapedAttribute(update.revision),
        base::toName(update.status));
    html += heading(thread, update) + paragraphs(update.body);
    if (!update.edits.empty()) {
        html += u"<p>%1 %2</p>\n"_s.arg(escapedText(Words::tr("Corrected:")),
                                        moment(update.edits.back().at, thread.zone));
    }
    return html + u"</div>\n"_s;
}

Content contentOf(const Thread &thread)
{
    QString inner;
    for (const Update &update : thread.updates)
        inner += updateHtml(thread, update);
    const QString title = escapedText(thread.title);
    return {title, blockBegin + opening(thread.key, digestOf(title, inner)) + inner +
                       u"</div>\n"_s + blockEnd};
}

bool belongsTo(const QString &html, const QString &threadKey)
{
    return html.contains(u"data-thread=\"%1\""_s.arg(escapedAttribute(threadKey)));
}

bool showsAll(const QString &html, const Thread &thread)
{
    return std::ranges::all_of(thread.updates, [&html](const Update &update) {
        return html.contains(u"data-revision=\"%1\""_s.arg(escapedAttribute(update.revision)));
    });
}

bool isUntouched(const QString &title, const QString &html)
{
    static const QRegularExpression whole(
        u"^\\s*<!-- wp:html -->\\s*<div class=\"watchkeeper\" data-thread=\"[^\"]*\" "
        "data-digest=\"([0-9a-f]+)\">(.*)</div>\\s*<!-- /wp:html -->\\s*$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = whole.match(html);
    return match.hasMatch() && match.captured(1) == digestOf(title, match.captured(2));
}

QStringList filedUnder(const Thread &thread, const publish::TargetSpec &target)
{
    QStringList categories;
    if (!target.category.isEmpty())
        categories << target.category;
    for (const publish::ComponentEffect &component : thread.components) {
        const auto category = target.components.find(component.name);
        if (category != target.components.end())
            categories << category->second;
    }
    categories.removeDuplicates();
    return categories;
}

QString slugOf(const Thread &thread)
{
    return u"inc-"_s + thread.key.toLower();
}

} // namespace wordpress
