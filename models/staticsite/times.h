// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/markup.h"
#include "timing/rough.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

namespace staticsite {

/// Times as the site shows them: absolute, with date and zone.
class Times
{
public:
    Times(QTimeZone zone, QLocale locale);

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    /// The day on which an instant falls for readers of this page.
    [[nodiscard]] QDate day(base::Instant at) const;
    /// Its first instant.
    [[nodiscard]] base::Instant startOf(QDate day) const;

    /// "22 November 2026, 16:24 GMT"
    [[nodiscard]] QString moment(base::Instant at) const;
    /// The same as a <time> that programs, and the page's script, can read.
    [[nodiscard]] Markup momentMarkup(base::Instant at) const;
    /// The same with other words.
    [[nodiscard]] Markup timeElement(base::Instant at, const QString &words) const;
    /// "22 November 2026"
    [[nodiscard]] QString date(QDate day) const;
    /// "November 2026"
    [[nodiscard]] QString month(QDate day) const;
    /// Words about a stretch of time that the page's script can tell in the reader's own time.
    [[nodiscard]] Markup spanElement(const std::optional<base::Instant> &from,
                                     const std::optional<base::Instant> &to,
                                     const QString &words) const;
    /// 1 is Monday, as for QDate.
    [[nodiscard]] int firstWeekday() const { return m_locale.firstDayOfWeek(); }
    /// "Monday", and "Mon"
    [[nodiscard]] QString weekday(int day) const { return m_locale.standaloneDayName(day); }
    [[nodiscard]] QString shortWeekday(int day) const
    {
        return m_locale.standaloneDayName(day, QLocale::ShortFormat);
    }

private:
    QTimeZone m_zone;
    QLocale m_locale;
    QString m_dateFormat;
};

} // namespace staticsite
