// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "settings/table.h"

#include <memory>
#include <QObject>
#include <QSettings>
#include <QVariant>

namespace settings {

/// The settings of one data folder: `settings.ini` in it.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Errors: Format if the file cannot be understood, or was written by a newer version.
    [[nodiscard]] static base::Result<std::unique_ptr<Settings>> open(const QString &dataDir);

    template <class T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        const QVariant value = m_store.value(QLatin1StringView(setting.key));
        return value.isValid() ? value.value<T>() : setting.fallback;
    }

    /// Written to disk at once. Errors: Storage.
    template <class T>
    base::Done set(const Setting<T> &setting, const T &value)
    {
        return store(setting.key, QVariant::fromValue(value));
    }

    /// Takes up what another process has written since; says so through changed().
    void follow();

signals:
    /// `key` is that of a Setting.
    void changed(const QString &key);

private:
    explicit Settings(const QString &path);
    base::Done store(const char *key, const QVariant &value);

    QSettings m_store;
};

} // namespace settings
