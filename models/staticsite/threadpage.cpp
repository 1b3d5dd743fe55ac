// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/sitewords.h"
#include "wording/timewords.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using incident::Window;
using publish::Thread;
using publish::Update;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// The table at the top: rows without a value are left out.
class Facts
{
public:
    /// In the words of whoever wrote the posts.
    void addTheirs(const QString &label, const ValueList &values) { add(label, values, false); }
    /// In our own words.
    void add(const QString &label, const ValueList &values, bool ours = true)
    {
        ValueList shown;
        for (const Value &value : values) {
            if (value.isTrue())
                shown.append(ValueMap{{u"value"_s, value}, {u"ours"_s, ours}});
        }
        if (!shown.isEmpty())
            m_rows.append(ValueMap{{u"label"_s, label}, {u"values"_s, shown}});
    }

    [[nodiscard]] ValueList take() { return std::move(m_rows); }

private:
    ValueList m_rows;
};

ValueList listOf(const QStringList &texts)
{
    ValueList values;
    for (const QString &text : texts)
        values.append(text);
    return values;
}

QStringList feltIn(const std::vector<Window> &windows)
{
    QStringList felt;
    for (const Window &window : windows) {
        if (!window.felt.isEmpty() && !felt.contains(window.felt))
            felt.append(window.felt);
    }
    return felt;
}

/// Each with the way to its own page.
ValueList affectedLinks(const Thread &thread)
{
    ValueList links;
    for (const publish::ComponentEffect &effect : thread.components) {
        links.append(Markup::trusted(u"<a href=\"../%1\">%2</a>"_s.arg(
            componentPath(effect.name), Markup::escaped(effect.name).html())));
    }
    return links;
}

ValueList windowLines(const Thread &thread, const Edition &edition)
{
    ValueList lines;
    for (const Window &window : thread.actual)
        lines.append(windowWords(window, edition));
    return lines;
}

ValueList planOf(const Thread &thread, const Edition &edition)
{
    const auto span = publish::plannedSpan(thread.planned);
    const QStringList lines = planLines(thread, edition);
    // With several phases, the span of them all is not what each line is about.
    if (lines.size() != 1 || !span)
        return listOf(lines);
    return {edition.times().spanElement(span->from, span->until, lines.front())};
}

ValueList factsOf(const Thread &thread, const Edition &edition)
{
    Facts facts;
    const bool planned = thread.isMaintenance();
    facts.addTheirs(Words::tr("Affects"), affectedLinks(thread));
    facts.addTheirs(Words::tr("What users notice"),
                    listOf(feltIn(thread.actual.empty() ? thread.planned : thread.actual)));
    if (planned)
        facts.add(Words::tr("Planned"), planOf(thread, edition));
    if (!thread.isPlanned())
        facts.add(planned ? Words::tr("Began") : Words::tr("Started"),
                  {whenMarkup(thread.started, edition)});
    facts.add(Words::tr("Fixed"), {whenMarkup(thread.fixed, edition)});
    facts.add(planned ? Words::tr("Finished") : Words::tr("Back to normal"),
              {whenMarkup(thread.backToNormal, edition)});
    if (thread.isOver())
        facts.add(Words::tr("Lasted"), {wording::lengthWords(thread.trouble)});
    if (thread.actual.size() > 1)
        facts.add(Words::tr("In detail"), windowLines(thread, edition));
    return facts.take();
}

/// Every edit with its time: "edited 22 November 2026, 16:30 GMT". The words that stood there
/// before are gone from the page: whoever corrects a post may have had to take something back.
ValueList editsOf(const Update &update, const Edition &edition)
{
    ValueList edits;
    for (const publish::Edit &edit : update.edits) {
        Markup words = Markup::escaped(Words::tr("edited"));
        words += Markup::escaped(u" ");
        words += edition.timesAmongWords().momentMarkup(edit.at);
        edits.append(ValueMap{{u"edit"_s, words}});
    }
    return edits;
}

ValueList updatesOf(const Thread &thread, const Edition &edition)
{
    ValueList updates;
    for (size_t index = thread.updates.size(); index-- > 0;) {
        const Update &update = thread.updates[index];
        const bool newest = index + 1 == thread.updates.size();
        updates.append(ValueMap{
            {u"number"_s, QString::number(update.number)},
            {u"key"_s, update.key},
            {u"revision"_s, update.revision},
            {u"statusName"_s, base::toName(update.status)},
            {u"status"_s, capitalised(statusWords(thread, update))},
            {u"published"_s, edition.times().momentMarkup(update.publishedAt)},
            {u"edits"_s, editsOf(update, edition)},
            {u"retitled"_s, update.title == thread.title ? QString() : update.title},
            {u"body"_s, bodyMarkup(update.body)},
            {u"next"_s, newest && !thread.isOver() ? nextUpdateWords(update, edition) : QString()},
        });
    }
    return updates;
}

} // namespace

QByteArray threadPage(const Edition &edition, const Thread &thread)
{
    const QString month = edition.monthOf(thread);
    const ValueMap values{
        {u"key"_s, thread.key},
        {u"title"_s, thread.title},
        {u"stateClass"_s, stateClass(thread)},
        {u"icon"_s, stateIcon(thread)},
        {u"status"_s, capitalised(statusWords(thread))},
        {u"facts"_s, factsOf(thread, edition)},
        {u"updatesTitle"_s, Words::tr("Updates, newest first")},
        {u"updates"_s, updatesOf(thread, edition)},
        {u"monthHref"_s, monthPath(month)},
        {u"monthLink"_s,
         Words::tr("All of %1")
             .arg(edition.timesAmongWords().month(QDate::fromString(month, u"yyyy-MM"_s)))},
    };
    return framedPage(edition, {u"incident.html"_s, thread.title, u"../"_s, Section::None}, values);
}

} // namespace staticsite
