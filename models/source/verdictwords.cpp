// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/verdictwords.h"

#include "http/certificate.h"
#include "http/words.h"

#include <cmath>
#include <QCoreApplication>
#include <QLocale>

namespace source {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonDays = 14;

QString say(const char *text)
{
    return QCoreApplication::translate("source", text);
}

QString ms(double value)
{
    return say(QT_TRANSLATE_NOOP("source", "%1 ms"))
        .arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

const char *sentenceOf(Finding finding)
{
    switch (finding) {
    case Finding::NameNotFound:
        return QT_TRANSLATE_NOOP("source", "The name of %1 cannot be found.");
    case Finding::ConnectionRefused:
        return QT_TRANSLATE_NOOP("source", "%1 refuses the connection: nothing listens there.");
    case Finding::Unreachable:
        return QT_TRANSLATE_NOOP("source", "%1 cannot be reached from here.");
    case Finding::TlsFailed:
        return QT_TRANSLATE_NOOP("source", "No encrypted connection to %1 could be agreed.");
    case Finding::NotHttp:
        return QT_TRANSLATE_NOOP("source", "What %1 answers is not HTTP.");
    case Finding::NoNetwork:
        return QT_TRANSLATE_NOOP("source", "Not measured: this machine has no network, so nothing "
                                           "is known about %1.");
    default:
        return QT_TRANSLATE_NOOP("source", "%1 closed the connection before its answer was "
                                           "complete.");
    }
}

http::CertificateFault certificateFault(Finding finding)
{
    switch (finding) {
    case Finding::CertificateExpired:
        return http::CertificateFault::Expired;
    case Finding::CertificateNotYetValid:
        return http::CertificateFault::NotYetValid;
    case Finding::CertificateWrongHost:
        return http::CertificateFault::WrongHost;
    case Finding::CertificateUntrusted:
        return http::CertificateFault::Untrusted;
    default:
        return http::CertificateFault::None;
    }
}

const char *timeoutSentence(Stage stage)
{
    switch (stage) {
    case Stage::Resolving:
        return QT_TRANSLATE_NOOP("source", "Timed out: the name of %1 was not found within %2.");
    case Stage::Connecting:
        return QT_TRANSLATE_NOOP("source", "Timed out: %1 did not accept a connection within %2.");
    case Stage::Securing:
        return QT_TRANSLATE_NOOP("source", "Timed out: %1 did not agree on encryption within %2.");
    case Stage::Waiting:
        return QT_TRANSLATE_NOOP("source", "Timed out: %1 accepted the connection and did not "
                                           "answer within %2.");
    case Stage::Receiving:
        break;
    }
    return QT_TRANSLATE_NOOP("source", "Timed out: %1 began to answer and did not finish within "
                                       "%2.");
}

bool isWeb(const QUrl &url)
{
    return url.scheme().startsWith(u"http");
}

/// A space and a sentence, or nothing.
QString certificateWarning(const ProbeVerdict &verdict)
{
    if (!verdict.certificateDays || *verdict.certificateDays >= soonDays)
        return {};
    return u' ' + QCoreApplication::translate("source", "Its certificate ends in %n day(s).",
                                              nullptr, *verdict.certificateDays);
}

} // namespace

Failure failure(Finding finding, const QUrl &url)
{
    const QString place = http::placeOf(url);
    if (const auto fault = certificateFault(finding); fault != http::CertificateFault::None)
        return {finding, http::certificateSentence(fault, place)};
    const QString name = finding == Finding::NameNotFound ? url.host() : place;
    return {finding, say(sentenceOf(finding)).arg(name)};
}

Failure timedOut(Stage stage, const QUrl &url, std::chrono::milliseconds timeout)
{
    return {Finding::TimedOut,
            say(timeoutSentence(stage)).arg(http::placeOf(url), http::secondsOf(timeout))};
}

Failure wrongStatus(int status, const StatusRange &expected, const QUrl &url)
{
    const QString wanted = expected.from == expected.to
                               ? QString::number(expected.from)
                               : u"%1\u2013%2"_s.arg(expected.from).arg(expected.to);
    return {Finding::WrongStatus,
            say(QT_TRANSLATE_NOOP("source", "%1 answers with status %2 instead of %3."))
                .arg(http::placeOf(url), QString::number(status), wanted)};
}

Failure redirected(int status, const QUrl &target, const QUrl &url)
{
    const QString code = QString::number(status);
    if (!target.isValid() || target.host().isEmpty())
        return {Finding::Redirected,
                say(QT_TRANSLATE_NOOP("source", "%1 answers with a redirect (%2) that leads "
                                                "nowhere."))
                    .arg(http::placeOf(url), code)};
    const bool isElsewhere =
        target.scheme() != url.scheme() || http::placeOf(target) != http::placeOf(url);
    if (!isElsewhere)
        return {
            Finding::Redirected,
            say(QT_TRANSLATE_NOOP("source", "%1 answers with a redirect (%2) to another page of "
                                            "its own. Watch that page, or follow redirects."))
                .arg(http::placeOf(url), code)};
    const QString there = target.scheme() + "://"_L1 + http::placeOf(target);
    return {Finding::Redirected,
            say(QT_TRANSLATE_NOOP("source", "%1 answers with a redirect (%2) to %3. Watch that "
                                            "address instead."))
                .arg(http::placeOf(url), code, there)};
}

Failure redirectedTooOften(const QUrl &url)
{
    return {Finding::Redirected,
            say(QT_TRANSLATE_NOOP("source", "%1 redirects from page to page without end."))
                .arg(http::placeOf(url))};
}

Failure bodyMismatch(bool isCut, const QString &wanted, const QUrl &url)
{
    const char *text = isCut ? QT_TRANSLATE_NOOP("source", "The first megabyte of the page of %1 "
                                                           "does not contain \u201c%2\u201d.")
                             : QT_TRANSLATE_NOOP("source", "The page of %1 does not contain "
                                                           "\u201c%2\u201d.");
    return {Finding::BodyMismatch, say(text).arg(http::placeOf(url), wanted)};
}

Failure linkLocal(const QUrl &url)
{
    return {Finding::AddressRefused,
            say(QT_TRANSLATE_NOOP("source", "Not measured: the name of %1 leads to a link-local "
                                            "address. Allow link-local addresses for this monitor "
                                            "if you mean it."))
                .arg(http::placeOf(url))};
}

Failure unreadableCaFile()
{
    return {Finding::SetupFault,
            say(QT_TRANSLATE_NOOP("source", "Not measured: the file of certificate authorities "
                                            "cannot be read or holds none. Choose another one."))};
}

QString goodSentence(const ProbeVerdict &verdict, const QUrl &url)
{
    const QString place = http::placeOf(url);
    const QString time = ms(verdict.totalMs.value_or(0));
    QString text;
    if (isWeb(url))
        text = say(QT_TRANSLATE_NOOP("source", "%1 answers with status %2 in %3."))
                   .arg(place, QString::number(verdict.status), time);
    else if (verdict.tlsVersion.isEmpty())
        text = say(QT_TRANSLATE_NOOP("source", "%1 accepts connections (%2).")).arg(place, time);
    else
        text = say(QT_TRANSLATE_NOOP("source", "%1 accepts encrypted connections (%2)."))
                   .arg(place, time);
    return text + certificateWarning(verdict);
}

QString slowSentence(const ProbeVerdict &verdict, double slowMs, const QUrl &url)
{
    return say(QT_TRANSLATE_NOOP("source", "%1 answers, but takes %2; over %3 is slow."))
               .arg(http::placeOf(url), ms(verdict.totalMs.value_or(0)), ms(slowMs)) +
           certificateWarning(verdict);
}

QString phasesText(const Phases &phases)
{
    QStringList parts;
    const auto add = [&](const char *text, const std::optional<double> &time) {
        if (time)
            parts << say(text).arg(ms(*time));
    };
    add(QT_TRANSLATE_NOOP("source", "resolve %1"), phases.resolve);
    add(QT_TRANSLATE_NOOP("source", "connect %1"), phases.connect);
    add(QT_TRANSLATE_NOOP("source", "tls %1"), phases.tls);
    add(QT_TRANSLATE_NOOP("source", "processing %1"), phases.processing);
    add(QT_TRANSLATE_NOOP("source", "transfer %1"), phases.transfer);
    return parts.join(u", "_s);
}

QString certificateText(const ProbeVerdict &verdict)
{
    if (!verdict.certificateDays)
        return {};
    return QCoreApplication::translate("source", "certificate: %n day(s) left", nullptr,
                                       *verdict.certificateDays);
}

QString detailsOf(const ProbeVerdict &verdict)
{
    QStringList parts{phasesText(verdict.phases), certificateText(verdict)};
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

QString missedSentence()
{
    return say(QT_TRANSLATE_NOOP("source", "Not measured: this machine was asleep or too busy."));
}

QString pausedSentence()
{
    return say(QT_TRANSLATE_NOOP("source", "Paused."));
}

} // namespace source
