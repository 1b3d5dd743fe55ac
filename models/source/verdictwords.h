// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/verdict.h"

#include <chrono>
#include <QUrl>

/// The sentences of probes. They name the host and port of an address and nothing else of it.
namespace source {

/// How far a probe has come.
enum class Stage { Resolving, Connecting, Securing, Waiting, Receiving };

/// What ended a probe early.
struct Failure
{
    Finding finding = Finding::ConnectionLost;
    QString sentence;
};

/// Of the findings that need nothing but the address: name, connection, TLS, not HTTP, no network.
[[nodiscard]] Failure failure(Finding finding, const QUrl &url);
[[nodiscard]] Failure timedOut(Stage stage, const QUrl &url, std::chrono::milliseconds timeout);
[[nodiscard]] Failure wrongStatus(int status, const StatusRange &expected, const QUrl &url);
/// `target` may be empty or unusable.
[[nodiscard]] Failure redirected(int status, const QUrl &target, const QUrl &url);
[[nodiscard]] Failure redirectedTooOften(const QUrl &url);
[[nodiscard]] Failure bodyMismatch(bool isCut, const QString &wanted, const QUrl &url);
[[nodiscard]] Failure linkLocal(const QUrl &url);
[[nodiscard]] Failure unreadableCaFile();

/// For a probe that went well; says when the certificate ends soon.
[[nodiscard]] QString goodSentence(const ProbeVerdict &verdict, const QUrl &url);
/// For one that went well and took longer than `slowMs`.
[[nodiscard]] QString slowSentence(const ProbeVerdict &verdict, double slowMs, const QUrl &url);
/// Where the time went: "connect 0.3 ms, processing 8.1 ms"; empty if nothing was reached.
[[nodiscard]] QString phasesText(const Phases &phases);
/// "certificate: 61 days left"; empty without one.
[[nodiscard]] QString certificateText(const ProbeVerdict &verdict);
/// Both in one line; may be empty.
[[nodiscard]] QString detailsOf(const ProbeVerdict &verdict);
/// For ticks that were missed and ticks of a paused monitor.
[[nodiscard]] QString missedSentence();
[[nodiscard]] QString pausedSentence();

} // namespace source
