// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace ui {

class FormField;
class LineEdit;

/// The status page, the person, and the look: each field is stored when it is left.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    GeneralPage(settings::Settings &settings, QString defaultSiteFolder, QWidget *parent = nullptr);

signals:
    /// "system", "light" or "dark"
    void themeChosen(const QString &theme);
    void siteChanged();
    void templatesWanted();
    /// Posts say I or we from now on.
    void voiceChanged();

private:
    FormField *addText(const QString &label, const settings::Setting<QString> &setting,
                       const QString &placeholder, const QString &hint, bool ofSite);
    FormField *addFolder(const QString &defaultSiteFolder);
    FormField *addZone();
    FormField *addTheme();
    [[nodiscard]] FormField *addGuarded();
    [[nodiscard]] FormField *addReferences();
    FormField *addVoice();
    void show(FormField *row, const base::Done &done);

    settings::Settings &m_settings;
};

} // namespace ui
