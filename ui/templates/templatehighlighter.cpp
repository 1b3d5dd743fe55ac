// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/templates/templatehighlighter.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

TemplateHighlighter::TemplateHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{}

void TemplateHighlighter::highlightBlock(const QString &line)
{
    const Theme theme = Theme::current();
    if (line.trimmed().startsWith(u'#')) {
        setFormat(0, int(line.size()), theme.color(ColorRole::Faint));
        return;
    }
    static const QRegularExpression field(u"\\{[^{}]*\\}"_s);
    static const QRegularExpression condition(
        u"(?:^\\s*\\|?|[\\[|])\\s*(!?[a-z][a-z_.]*(?:\\s*,\\s*!?[a-z][a-z_.]*)*\\?)\\s"_s);
    static const QRegularExpression sign(u"(?<!\\\\)[\\[\\]|]|^title:"_s);
    for (auto it = sign.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()),
                  theme.color(ColorRole::Secondary));
    }
    for (auto it = condition.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)),
                  theme.color(ColorRole::Maintenance));
    }
    for (auto it = field.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()),
                  theme.color(ColorRole::Up));
    }
}

} // namespace ui
