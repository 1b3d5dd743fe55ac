// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

namespace workflow {

class Upstreams;
class Watch;

/// Somebody has seen an alert and says so. That is no silence: the alert goes on being shown and
/// recorded.
struct Acknowledgement
{
    QString alert; ///< keyOf() of it
    QString title;
    QString note;
    QString author;
    base::Instant at{};

    bool operator==(const Acknowledgement &) const = default;
};

/// The acknowledgements that hold. Each ends by itself when its alert is over. They are kept over a
/// restart.
class Acknowledgements : public QObject
{
    Q_OBJECT

public:
    explicit Acknowledgements(Desk &desk);

    /// Ends what is over from now on.
    void follow(const Watch &watch);
    void follow(const Upstreams &upstreams);

    /// Input without a note. A second one takes the place of the first.
    [[nodiscard]] base::Done acknowledge(const QString &alert, const QString &title,
                                         const QString &note);
    [[nodiscard]] base::Done withdraw(const QString &alert);

    [[nodiscard]] std::optional<Acknowledgement> of(const QString &alert) const;
    /// Oldest first.
    [[nodiscard]] const std::vector<Acknowledgement> &all() const { return m_all; }

signals:
    void changed();

private:
    void recovered(const QString &alert);
    [[nodiscard]] base::Done store();

    Desk &m_desk;
    std::vector<Acknowledgement> m_all;
};

/// What an alert is known by, before and after a restart.
[[nodiscard]] QString keyOfMonitor(const QString &monitor);
[[nodiscard]] QString keyOfUpstream(const QString &rule);

} // namespace workflow
