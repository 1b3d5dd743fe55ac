// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "marks/markbook.h"
#include "workflow/desk.h"

#include <QFuture>
#include <QTimer>

namespace workflow {

/// What says that something was deployed: a repository on this machine, or a series whose value or
/// labels change with it.
struct MarkSource
{
    QString name;
    QString folder;     ///< of a Git repository; empty: a series
    QString address;    ///< of a Prometheus
    QString expression; ///< such as `app_build_info`

    bool operator==(const MarkSource &) const = default;
};

/// When something was changed: by hand, by a watched repository or by a watched series. Shown on
/// the charts, and in the list of what changed lately.
class Marks : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Marks(Desk &desk, http::Client &http);
    ~Marks() override;

    /// Looks at the sources from now on, and for marks of other processes.
    void start();
    /// The same, once.
    void look();

    /// Something was changed now, or at `at`. Input: no text, or in the future.
    [[nodiscard]] base::Done add(const QString &text,
                                 std::optional<base::Instant> at = std::nullopt);
    /// Oldest first.
    [[nodiscard]] const std::vector<marks::Mark> &all() const { return m_all; }
    [[nodiscard]] std::vector<marks::Mark> since(base::Instant at) const;

    [[nodiscard]] const std::vector<MarkSource> &sources() const { return m_sources; }
    [[nodiscard]] base::Done addSource(const MarkSource &source);
    [[nodiscard]] base::Done removeSource(const QString &name);
    /// One look, in a sentence.
    [[nodiscard]] QFuture<base::Result<QString>> test(const MarkSource &source);

signals:
    void changed();
    void failed(const base::Error &error);

private:
    /// What a series says, as one text; changes when it does.
    using Reading = base::Result<QString>;

    void reload();
    void keep(const marks::Mark &mark);
    void lookAt(const MarkSource &source);
    void lookAtRepository(const MarkSource &source);
    void tell(const base::Error &error);
    [[nodiscard]] QFuture<Reading> read(const MarkSource &source);
    [[nodiscard]] base::Done storeSources();

    Desk &m_desk;
    http::Client &m_http;
    marks::MarkBook m_book;
    std::vector<marks::Mark> m_all;
    std::vector<MarkSource> m_sources;
    std::map<QString, QString> m_readings; ///< of series, by the source's name
    std::map<QString, qint64> m_sizes;     ///< of reflogs that were read, by the source's name
    qint64 m_size = 0;                     ///< of the book that was read
    QString m_told;                        ///< the last trouble, told once
    QTimer m_timer;
};

} // namespace workflow
