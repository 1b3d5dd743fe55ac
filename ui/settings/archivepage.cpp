// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/archivepage.h"

#include "settings/archivetable.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"

#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

QSpinBox *spinBox(int least, int most, qint64 value, const QString &unit)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setSuffix(unit);
    box->setValue(int(std::clamp<qint64>(value, least, most)));
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

ArchivePage::ArchivePage(settings::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_days(spinBox(1, 36'500, settings.get(settings::archiveDays), tr(" days")))
    , m_megabytes(spinBox(10, 1'000'000, settings.get(settings::archiveMegabytes), tr(" MB")))
    , m_daysRow(new FormField(tr("Kept for"), m_days))
{
    auto *room = new FormField(tr("At most"), m_megabytes);
    room->setNote(tr("The oldest go first. What surrounds an incident stays for ever."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Samples"), TextRole::Title));
    layout->addWidget(m_daysRow);
    layout->addWidget(room);
    connect(m_days, &QSpinBox::valueChanged, this, [this] { keep(settings::archiveDays, m_days); });
    connect(m_megabytes, &QSpinBox::valueChanged, this,
            [this] { keep(settings::archiveMegabytes, m_megabytes); });
}

void ArchivePage::keep(const settings::Setting<qint64> &setting, QSpinBox *box)
{
    const base::Done kept = m_settings.set(setting, qint64(box->value()));
    m_daysRow->setError(kept ? QString() : kept.error().text);
}

} // namespace ui
