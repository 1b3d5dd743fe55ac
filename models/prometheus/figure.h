// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "prometheus/answer.h"
#include "source/monitorspec.h"
#include "source/source.h"
#include "source/verdict.h"

#include <memory>

/// Where figures come from.
namespace prometheus {

/// The one number of an answer, or a sentence on what to ask for instead.
[[nodiscard]] base::Result<double> figureOf(const Answer &answer);

/// The value of the one sample of an exposition that fits `selector`, such as
/// `free_bytes{disk="/"}`: its name, and all the labels that the selector has. The grammar is
/// chosen by the answer's Content-Type.
[[nodiscard]] base::Result<double> figureOf(const http::Response &response,
                                            const QString &selector);

/// One look at the figure of a monitor, as for "test it". Its address, expression and timeout are
/// used. `http` outlives the future.
[[nodiscard]] QFuture<base::Result<double>> lookOnce(http::Client &http,
                                                     const source::MonitorSpec &spec);

/// The same, with what the figure is worth.
[[nodiscard]] QFuture<base::Result<source::ProbeVerdict>>
tryFigure(http::Client &http, const base::Clock &clock, const source::MonitorSpec &spec);

/// A source for a spec of kind Prometheus or Exposition. `http` and `clock` outlive it.
[[nodiscard]] std::unique_ptr<source::Source>
makeFigureSource(const source::MonitorSpec &spec, const base::Clock &clock, http::Client &http);

} // namespace prometheus
