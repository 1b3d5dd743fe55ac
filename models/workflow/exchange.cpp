// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/exchange.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace workflow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

} // namespace

base::Done writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return base::fail(base::ErrorKind::Storage,
                      Words::tr("%1 could not be written. Choose a folder that can be written and "
                                "has room.")
                          .arg(QDir::toNativeSeparators(path)),
                      file.errorString());
}

base::Done writeIncident(const QString &dataDir, const base::Clock &clock,
                         const QString &incidentId, const QString &path)
{
    base::IdSource ids(clock);
    const auto bytes = ledger::exportIncident(dataDir, clock, ids, incidentId);
    return bytes ? writeFile(path, *bytes) : base::Done(base::passOn(bytes));
}

base::Result<ledger::TakenIn> takeIncident(const QString &dataDir, const base::Clock &clock,
                                           const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("The file %1 cannot be read. Check its name.").arg(path));
    }
    base::IdSource ids(clock);
    return ledger::importIncident(dataDir, clock, ids, file.readAll());
}

} // namespace workflow
