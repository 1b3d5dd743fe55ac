// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/templatereader.h"

#include "wording/templatewords.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView titleMark = u"title:";
constexpr std::size_t mostProblems = 100;
constexpr qsizetype longestName = 40; ///< beyond which nobody mistyped a name

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// How many signs have to be changed, added or taken out to make one of the other.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = qsizetype(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = std::size_t(j) + 1;
            const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[at], std::min({changed, row[at] + 1, row[at - 1] + 1}));
        }
    }
    return row.back();
}

QString nearestTo(const QString &name, const QStringList &known)
{
    QString best;
    qsizetype least = name.size() > longestName
                          ? -1
                          : std::max<qsizetype>(name.size() > 3 ? 2 : 1, name.size() / 3);
    for (const QString &each : known) {
        if (const qsizetype far = distance(name, each); far <= least) {
            best = each;
            least = far - 1;
        }
    }
    return best;
}

} // namespace

TemplateReader::TemplateReader(QStringView text)
{
    int number = 0;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        const qsizetype newline = text.indexOf(u'\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        readLine(++number, text.sliced(begin, end - begin));
        begin = end + 1;
    }
}

void TemplateReader::readLine(int number, QStringView raw)
{
    const QStringView line = raw.trimmed();
    if (line.isEmpty())
        m_startParagraph = true;
    if (line.isEmpty() || line.startsWith(u'#'))
        return;
    const bool isTitle = line.startsWith(titleMark);
    const bool isMore = line.startsWith(u'|');
    const QStringView said = line.sliced(isTitle ? titleMark.size() : (isMore ? 1 : 0));
    const qsizetype from = said.data() - raw.data();
    const bool opens = m_startParagraph || m_template.m_paragraphs.empty();
    if (isMore && opens) {
        add(number, line.data() - raw.data(),
            Words::tr("“|” needs a line before it, of which this is the other way to say it."),
            true);
        return;
    }
    auto choice = parseChoice(said);
    if (!choice) {
        add(number, from + choice.error().at, choice.error().sentence, true);
        choice = std::vector<Phrase>();
    }
    checkNames(number, from, *choice);
    if (!isTitle && opens)
        m_template.m_paragraphs.emplace_back();
    if (!isTitle && !isMore)
        m_template.m_paragraphs.back().emplace_back();
    m_startParagraph = m_startParagraph && isTitle;
    Template::Line &target = isTitle ? m_template.m_title : m_template.m_paragraphs.back().back();
    std::ranges::move(*choice, std::back_inserter(target));
}

void TemplateReader::add(int line, qsizetype column, const QString &sentence, bool isFatal)
{
    if (m_problems.size() < mostProblems)
        m_problems.push_back({line, int(column) + 1, sentence, isFatal});
}

void TemplateReader::checkNames(int line, qsizetype from, const std::vector<Phrase> &choice)
{
    const auto complain = [&](qsizetype at, const QString &sentence, const QString &name,
                              const QStringList &known) {
        const QString near = nearestTo(name, known);
        const QString shown = name.size() > longestName ? name.first(longestName) + u'…' : name;
        add(line, from + at,
            near.isEmpty() ? sentence.arg(shown)
                           : sentence.arg(shown) + u' ' + Words::tr("Did you mean “%1”?").arg(near),
            false);
    };
    for (const Phrase &phrase : choice) {
        for (const Phrase::Condition &condition : phrase.conditions) {
            if (!isTemplateCondition(condition.name))
                complain(condition.at,
                         Words::tr("There is no condition “%1”, so this is never said."),
                         condition.name, templateConditions() + templateFieldNames());
        }
        for (const Phrase::Part &part : phrase.parts) {
            if (part.kind == Phrase::Part::Field && !isTemplateField(part.text))
                complain(part.at, Words::tr("There is no field “%1”, so this is never said."),
                         part.text, templateFieldNames());
            checkNames(line, from, part.choice);
        }
    }
}

} // namespace wording
