// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/office.h"

#include <QDir>
#include <QFile>

namespace support {

/// From now on incidents begin with a list of the office's own, whose one step, X1, has this
/// remedy.
inline void useList(const Office &office, const QByteArray &remedy)
{
    QDir(office.folder.path()).mkpath(QStringLiteral("checklists"));
    QFile file(office.folder.filePath(QStringLiteral("checklists/unplanned.json")));
    const QByteArray list = R"({"name":"unplanned","version":1,"title":"Ours","steps":[
        {"id":"X1","group":"Mend","title":"Restart it","trigger":"active","done":"manual",
         "remedy":)" + remedy +
                            "}]}";
    if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size())
        qFatal("the list cannot be written");
}

} // namespace support
