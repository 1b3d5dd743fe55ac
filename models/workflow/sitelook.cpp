// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sitelook.h"

#include "publish/look.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>

namespace workflow {

using base::Done;
using base::ErrorKind;
using base::Result;
using settings::Setting;
using settings::Settings;

namespace {

Done keep(Settings &settings, const Setting<QString> &setting, const Result<QString> &checked)
{
    if (!checked)
        return base::passOn(checked);
    return settings.set(setting, *checked);
}

/// Of what somebody puts in the place of a logo, no more is read than tells that it is too large.
Result<QByteArray> readImage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorKind::Storage,
                          Desk::tr("“%1” cannot be read (%2).")
                              .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return file.read(publish::logoLimit + 1);
}

} // namespace

publish::Look siteLook(Desk &desk)
{
    const Settings &settings = desk.settings();
    publish::Look look;
    look.accent = settings.get(settings::siteAccent);
    look.accentDark = settings.get(settings::siteAccentDark);
    look.band = settings.get(settings::siteBand);
    const QString kept = settings.get(settings::siteLogo);
    if (kept.isEmpty())
        return look;
    const auto bytes = readImage(QDir(desk.dataDir()).filePath(kept));
    const auto file = bytes.and_then(publish::logoFileFor);
    if (file) {
        look.logo = *bytes;
        look.logoFile = *file;
    }
    return look;
}

Done setSiteAccent(Settings &settings, const QString &colour)
{
    return keep(settings, settings::siteAccent,
                publish::checkedAccent(colour, publish::Ground::Light));
}

Done setSiteAccentDark(Settings &settings, const QString &colour)
{
    return keep(settings, settings::siteAccentDark,
                publish::checkedAccent(colour, publish::Ground::Dark));
}

Done setSiteBand(Settings &settings, const QString &colour)
{
    return keep(settings, settings::siteBand, publish::checkedBand(colour));
}

Done setSiteLanguage(Settings &settings, const QString &tag)
{
    const QString trimmed = tag.trimmed();
    const QLocale locale(trimmed);
    if (trimmed.isEmpty() || locale.language() != QLocale::C)
        return settings.set(settings::siteLanguage,
                            trimmed.isEmpty() ? QString() : locale.bcp47Name());
    return base::fail(ErrorKind::Input,
                      Desk::tr("“%1” is no language that dates are known in. Write a tag such as "
                               "en-GB, de or pt-BR.")
                          .arg(trimmed));
}

Done setSiteLogo(Settings &settings, const QString &dataDir, const QString &path)
{
    if (path.isEmpty())
        return settings.set(settings::siteLogo, QString());
    const auto bytes = readImage(path);
    if (!bytes)
        return base::passOn(bytes);
    const auto name = publish::logoFileFor(*bytes);
    if (!name)
        return base::passOn(name);
    QSaveFile copy(QDir(dataDir).filePath(*name));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(*bytes) != bytes->size() || !copy.commit()) {
        return base::fail(ErrorKind::Storage,
                          Desk::tr("The logo could not be kept in “%1” (%2).")
                              .arg(QDir::toNativeSeparators(dataDir), copy.errorString()));
    }
    return settings.set(settings::siteLogo, *name);
}

} // namespace workflow
