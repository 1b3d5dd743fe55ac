// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QDirIterator>
#include <QMap>

namespace support {

/// The bytes of each file of a site, by its path in it.
using SiteTree = QMap<QString, QByteArray>;

/// All files but those that the site keeps for itself.
inline SiteTree siteTreeOf(const QString &root)
{
    SiteTree tree;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            tree[QDir(root).relativeFilePath(file.fileName())] = file.readAll();
    }
    return tree;
}

} // namespace support
