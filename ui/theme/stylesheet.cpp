// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylesheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QHash<QString, QString> tokenValues(const Theme &theme)
{
    QHash<QString, QString> values;
    for (const ColorToken &token : colorTokens())
        values.insert(QString::fromLatin1(token.name), theme.color(token.role).name());

    const QColor text = theme.color(ColorRole::Text);
    const QColor panel = theme.color(ColorRole::Panel);
    const QColor accent = theme.color(ColorRole::Accent);
    values.insert(u"accent-hover"_s, mixed(accent, text, 0.15).name());
    values.insert(u"accent-pressed"_s, mixed(accent, text, 0.3).name());
    values.insert(u"accent-off"_s, mixed(panel, accent, 0.45).name());
    values.insert(u"panel-hover"_s, mixed(panel, text, 0.05).name());
    values.insert(u"panel-pressed"_s, mixed(panel, text, 0.1).name());
    values.insert(u"handle"_s, mixed(theme.color(ColorRole::Hairline), text, 0.12).name());

    const auto size = [&](const QString &name, TextSize size) {
        values.insert(name, u"%1px"_s.arg(theme.px(size)));
    };
    size(u"px-faint"_s, TextSize::Faint);
    size(u"px-secondary"_s, TextSize::Secondary);
    size(u"px-body"_s, TextSize::Body);
    size(u"px-title"_s, TextSize::Title);
    size(u"px-clock"_s, TextSize::Clock);
    values.insert(u"radius-pill"_s, u"%1px"_s.arg(radius::pill));
    values.insert(u"radius-card"_s, u"%1px"_s.arg(radius::card));
    return values;
}

} // namespace

QString fillTokens(const QString &text, const Theme &theme)
{
    static const QRegularExpression token(u"@([a-z]+(?:-[a-z0-9]+)*)"_s);
    const QHash<QString, QString> values = tokenValues(theme);
    QString filled;
    qsizetype done = 0;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        filled += QStringView(text).mid(done, match.capturedStart() - done);
        if (name.startsWith("len-"_L1))
            filled += u"%1px"_s.arg(theme.scaled(QStringView(name).mid(4).toInt()));
        else
            filled += values.value(name, match.captured(0));
        done = match.capturedEnd();
    }
    filled += QStringView(text).mid(done);
    return filled;
}

QString styleSheetOf(const Theme &theme)
{
    QFile file(u":/style/application.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return fillTokens(QString::fromUtf8(file.readAll()), theme);
}

} // namespace ui
