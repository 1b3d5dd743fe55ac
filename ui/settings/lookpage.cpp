// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/lookpage.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "workflow/sitelook.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

LookPage::LookPage(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Look of the status page"), TextRole::Title));
    settings::Settings &settings = desk.settings();
    layout->addWidget(addLogo());
    layout->addWidget(
        addText(tr("Links, light page"), settings::siteAccent, tr("a colour like #2f5fd0"),
                [&](const QString &text) { return workflow::setSiteAccent(settings, text); }));
    layout->addWidget(
        addText(tr("Links, dark page"), settings::siteAccentDark, tr("a colour like #86a9ff"),
                [&](const QString &text) { return workflow::setSiteAccentDark(settings, text); }));
    layout->addWidget(
        addText(tr("Behind the name"), settings::siteBand, tr("a colour; empty: that of the page"),
                [&](const QString &text) { return workflow::setSiteBand(settings, text); }));
    layout->addWidget(
        addText(tr("Language"), settings::siteLanguage,
                tr("of your posts, like en-GB or de; empty: that of this computer"),
                [&](const QString &text) { return workflow::setSiteLanguage(settings, text); }));
    layout->addWidget(addText(
        tr("Footer"), settings::siteFooter, tr("at the foot of every page"),
        [&](const QString &text) { return settings.set(settings::siteFooter, text.trimmed()); }));
}

FormField *LookPage::addText(const QString &label, const settings::Setting<QString> &setting,
                             const QString &hint, const Keep &keep)
{
    auto *edit = new LineEdit;
    edit->setText(m_desk.settings().get(setting));
    auto *row = new FormField(label, edit);
    row->setHint(hint);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, row, &setting, keep] {
        const QString before = m_desk.settings().get(setting);
        if (edit->text().trimmed() == before) {
            row->setError({});
            return;
        }
        const base::Done done = keep(edit->text());
        show(row, done);
        if (!done)
            return;
        edit->setText(m_desk.settings().get(setting));
        if (edit->text() != before)
            emit siteChanged();
    });
    return row;
}

FormField *LookPage::addLogo()
{
    auto *edit = new LineEdit;
    edit->setReadOnly(true);
    edit->setText(m_desk.settings().get(settings::siteLogo));
    edit->setPlaceholderText(tr("none"));
    auto *row = new FormField(tr("Logo"), edit);
    auto *buttons = new QWidget;
    auto *side = new QHBoxLayout(buttons);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(space::s);
    auto *choose = new ActionButton(ActionButton::Kind::Secondary, tr("Choose …"));
    auto *remove = new ActionButton(ActionButton::Kind::Secondary, tr("Remove"));
    choose->setAccessibleName(tr("Choose a logo"));
    remove->setAccessibleName(tr("Remove the logo"));
    side->addWidget(choose);
    side->addWidget(remove);
    row->setSide(buttons);
    const auto keep = [this, edit, row](const QString &path) {
        const base::Done done = workflow::setSiteLogo(m_desk.settings(), m_desk.dataDir(), path);
        show(row, done);
        edit->setText(m_desk.settings().get(settings::siteLogo));
        if (done)
            emit siteChanged();
    };
    connect(choose, &QPushButton::clicked, this, [this, keep] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("Logo of the status page"), QDir::homePath(),
                                         tr("Images (*.png *.jpg *.jpeg *.webp *.svg)"));
        if (!path.isEmpty())
            keep(path);
    });
    connect(remove, &QPushButton::clicked, this, [keep] { keep({}); });
    return row;
}

void LookPage::show(FormField *row, const base::Done &done)
{
    row->setError(done ? QString() : done.error().text);
}

} // namespace ui
