// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/sqlerror.h"

#include "base/redactor.h"
#include "ledger/text.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); the extended ones add higher bits.
enum Code {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26,
};

struct Sentence
{
    base::ErrorKind kind;
    QString text;
    base::Retry retry;
};

Sentence sentenceFor(int code)
{
    using base::ErrorKind;
    using When = base::Retry::When;
    switch (code) {
    case Busy:
    case Locked:
        return {
            ErrorKind::Timeout,
            LedgerText::tr(
                "Another Watchkeeper is writing to %1 and does not finish. Nothing was changed; "
                "try again, or close the other one."),
            {When::Now, {}}};
    case Full:
        return {
            ErrorKind::Storage,
            LedgerText::tr(
                "The disk is full: nothing more can be written to %1. What was stored before is "
                "safe. Free some space and try again."),
            {When::After, std::chrono::seconds(30)}};
    case IoError:
        return {
            ErrorKind::Storage,
            LedgerText::tr(
                "The disk refused to read or write %1. What was stored before is safe. See that "
                "the disk is neither full nor failing, and try again."),
            {When::After, std::chrono::seconds(30)}};
    case Corrupt:
    case NotADatabase:
        return {ErrorKind::Format, damagedText(u"%1"_s), {}};
    case Perm:
    case ReadOnly:
    case CantOpen:
        return {
            ErrorKind::Storage,
            LedgerText::tr(
                "%1 may not be opened or written. Give yourself the right to write to this file "
                "and its folder, or choose another folder with --data."),
            {}};
    default:
        return {
            ErrorKind::Internal,
            LedgerText::tr(
                "The ledger %1 refused a statement of this program. Nothing was changed. Please "
                "report this with the log."),
            {}};
    }
}

} // namespace

QString damagedText(const QString &path)
{
    return LedgerText::tr("%1 is damaged, or is not a ledger. It was left untouched.").arg(path);
}

base::Error toError(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt();
    const Sentence sentence = sentenceFor(code & 0xff);
    const QString detail =
        u"SQLite %1: %2 (%3)"_s.arg(code).arg(error.databaseText(), error.driverText());
    return {sentence.kind, sentence.text.arg(path), base::redact(detail), sentence.retry};
}

base::Error blamedOnFile(base::Error error, const QString &path)
{
    if (error.kind != base::ErrorKind::Internal)
        return error;
    return {base::ErrorKind::Format, damagedText(path), error.detail, {}};
}

QString missingDriverText()
{
    return LedgerText::tr(
        "Qt's SQLite driver is not installed. Install the package libqt6sql6-sqlite.");
}

QString settingRefusedText(const QString &path)
{
    return LedgerText::tr("%1 cannot be used safely with the SQLite on this machine. "
                          "Install the SQLite of Debian 12, or a newer one.")
        .arg(path);
}

QString noWriteAheadLogText(const QString &path)
{
    return LedgerText::tr("The file system that holds %1 does not allow safe sharing "
                          "of a ledger. Choose a folder on a local disk with --data.")
        .arg(path);
}

} // namespace ledger
