// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settings.h"

#include <map>
#include <QDir>

namespace settings {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;

namespace {

constexpr int schemaVersion = 1;
constexpr auto schemaKey = "schema"_L1;

} // namespace

Settings::Settings(const QString &path)
    : m_store(path, QSettings::IniFormat)
{
    m_store.setAtomicSyncRequired(true);
}

base::Result<std::unique_ptr<Settings>> Settings::open(const QString &dataDir)
{
    const QString path = QDir(dataDir).filePath(u"settings.ini"_s);
    std::unique_ptr<Settings> settings(new Settings(path));
    if (settings->m_store.status() != QSettings::NoError) {
        return fail(ErrorKind::Format,
                    tr("The settings in %1 cannot be read. Mend the file, or move it away to start "
                       "with fresh settings.")
                        .arg(QDir::toNativeSeparators(path)));
    }
    if (settings->m_store.value(schemaKey, schemaVersion).toInt() > schemaVersion) {
        return fail(
            ErrorKind::Format,
            tr("The settings in %1 were written by a newer Watchkeeper. Use that version, or "
               "another data folder.")
                .arg(QDir::toNativeSeparators(path)));
    }
    return settings;
}

base::Done Settings::store(const char *key, const QVariant &value)
{
    const QLatin1StringView name(key);
    if (m_store.value(name) == value && m_store.contains(name))
        return {};
    m_store.setValue(schemaKey, schemaVersion);
    m_store.setValue(name, value);
    m_store.sync();
    if (m_store.status() != QSettings::NoError) {
        return fail(
            ErrorKind::Storage,
            tr("The settings could not be saved in %1. Check that the folder can be written "
               "and the disk has room.")
                .arg(QDir::toNativeSeparators(m_store.fileName())));
    }
    emit changed(name);
    return {};
}

void Settings::follow()
{
    const QStringList before = m_store.allKeys();
    std::map<QString, QVariant> values;
    for (const QString &key : before)
        values[key] = m_store.value(key);
    m_store.sync(); // reads the file only if it is another one
    QStringList keys = before + m_store.allKeys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        if (m_store.value(key) != values[key])
            emit changed(key);
    }
}

} // namespace settings
