// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/migration.h"

#include "ledger/script.h"
#include "ledger/sqlerror.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<base::Error> faulty(const QString &name, const QString &detail)
{
    return base::fail(base::ErrorKind::Internal,
                      LedgerText::tr("The schema step %1 of this version of Watchkeeper is faulty. "
                                     "The ledger stays as it was. Please report this.")
                          .arg(name),
                      detail);
}

base::Result<Migration> migrationFrom(const QFileInfo &file)
{
    static const QRegularExpression form(u"^(\\d{3})_[a-z0-9_]+\\.sql$"_s);
    const auto match = form.match(file.fileName());
    if (!match.hasMatch())
        return faulty(file.fileName(), u"file name"_s);
    QFile content(file.filePath());
    if (!content.open(QIODevice::ReadOnly))
        return faulty(file.fileName(), content.errorString());
    return Migration{match.captured(1).toInt(), file.fileName(),
                     QString::fromUtf8(content.readAll())};
}

base::Done runStep(Database &database, const Migration &step)
{
    const auto statements = statementsOf(step.script);
    if (!statements)
        return faulty(step.name, statements.error().detail);
    for (const QString &statement : *statements) {
        if (auto done = database.run(statement); !done)
            return done;
    }
    const auto orphan = database.row(u"PRAGMA foreign_key_check"_s);
    if (!orphan)
        return base::passOn(orphan);
    if (*orphan)
        return faulty(step.name, u"rows without a parent in %1"_s.arg((*orphan)->text(0)));
    const auto state = schemaStateOf(database);
    if (!state)
        return base::passOn(state);
    if (state->version != step.version || state->application != applicationId)
        return faulty(step.name, u"user_version or application_id"_s);
    return {};
}

} // namespace

base::Result<std::vector<Migration>> migrationsIn(const QString &folder)
{
    std::vector<Migration> migrations;
    const auto files = QDir(folder).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        auto migration = migrationFrom(file);
        if (!migration)
            return base::passOn(migration);
        if (migration->version != int(migrations.size()) + 1)
            return faulty(file.fileName(), u"a number is missing, or there twice"_s);
        migrations.push_back(std::move(*migration));
    }
    if (migrations.empty())
        return faulty(folder, u"no steps"_s);
    return migrations;
}

base::Result<SchemaState> schemaStateOf(Database &database)
{
    static const QString questions[] = {u"PRAGMA application_id"_s, u"PRAGMA user_version"_s,
                                        u"SELECT count(*) FROM sqlite_schema"_s};
    qint64 answers[std::size(questions)] = {};
    for (std::size_t i = 0; i < std::size(questions); ++i) {
        const auto answer = database.number(questions[i]);
        if (!answer)
            return tl::make_unexpected(blamedOnFile(answer.error(), database.path()));
        answers[i] = *answer;
    }
    return SchemaState{answers[0], int(answers[1]), answers[2] == 0};
}

base::Done checkSchema(const SchemaState &state, const QString &path, int newest)
{
    if (state.application != applicationId && !(state.application == 0 && state.isEmpty))
        return base::fail(base::ErrorKind::Refused,
                          LedgerText::tr("%1 is a database of another program. It was left "
                                         "untouched; choose another folder with --data.")
                              .arg(path));
    if (state.version > newest)
        return base::fail(
            base::ErrorKind::Refused,
            LedgerText::tr("%1 was written by a newer Watchkeeper (schema %2; this one "
                           "knows up to %3). It was left untouched; install the newer "
                           "version.")
                .arg(path)
                .arg(state.version)
                .arg(newest));
    return {};
}

base::Done migrate(Database &database, std::span<const Migration> migrations)
{
    for (const Migration &step : migrations) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return base::passOn(transaction);
        const auto state = schemaStateOf(database);
        if (!state)
            return base::passOn(state);
        if (state->version >= step.version)
            continue;
        if (auto done = runStep(database, step); !done)
            return done;
        if (auto done = transaction->commit(); !done)
            return done;
    }
    return {};
}

} // namespace ledger
