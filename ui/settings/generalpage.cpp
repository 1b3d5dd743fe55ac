// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/generalpage.h"

#include "base/commalist.h"
#include "source/address.h"
#include "timing/zone.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

GeneralPage::GeneralPage(settings::Settings &settings, QString defaultSiteFolder, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Status page"), TextRole::Title));
    layout->addWidget(addText(tr("Name of the service"), settings::serviceName, tr("Example shop"),
                              tr("stands on top of the page"), true));
    layout->addWidget(addFolder(defaultSiteFolder));
    layout->addWidget(addText(tr("Public address"), settings::siteUrl,
                              tr("https://status.example.org/"),
                              tr("where readers find the page; may stay empty"), true));
    layout->addSpacing(space::l);
    layout->addWidget(makeLabel(tr("Posts"), TextRole::Title));
    layout->addWidget(addVoice());
    layout->addSpacing(space::l);
    layout->addWidget(makeLabel(tr("Planned work"), TextRole::Title));
    layout->addWidget(addGuarded());
    layout->addSpacing(space::l);
    layout->addWidget(makeLabel(tr("You"), TextRole::Title));
    layout->addWidget(addText(tr("Name"), settings::author, qEnvironmentVariable("USER"),
                              tr("stands beside what you stamp"), false));
    layout->addWidget(addReferences());
    layout->addWidget(addZone());
    layout->addWidget(addTheme());
}

FormField *GeneralPage::addText(const QString &label, const settings::Setting<QString> &setting,
                                const QString &placeholder, const QString &hint, bool ofSite)
{
    auto *edit = new LineEdit;
    edit->setText(m_settings.get(setting));
    edit->setPlaceholderText(placeholder);
    auto *row = new FormField(label, edit);
    row->setHint(hint);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, row, &setting, ofSite] {
        if (edit->text().trimmed() == m_settings.get(setting))
            return;
        show(row, m_settings.set(setting, edit->text().trimmed()));
        if (ofSite)
            emit siteChanged();
    });
    return row;
}

FormField *GeneralPage::addFolder(const QString &defaultSiteFolder)
{
    auto *edit = new LineEdit;
    edit->setText(m_settings.get(settings::siteFolder));
    edit->setPlaceholderText(QDir::toNativeSeparators(defaultSiteFolder));
    auto *row = new FormField(tr("Folder of the page"), edit);
    auto *choose = new ActionButton(ActionButton::Kind::Secondary, tr("Choose …"));
    row->setSide(choose);
    const auto store = [this, edit, row] {
        if (edit->text().trimmed() == m_settings.get(settings::siteFolder))
            return;
        show(row, m_settings.set(settings::siteFolder, edit->text().trimmed()));
        emit siteChanged();
    };
    connect(edit, &QLineEdit::editingFinished, this, store);
    connect(choose, &QPushButton::clicked, this, [this, edit, store, defaultSiteFolder] {
        const QString start = edit->text().isEmpty() ? defaultSiteFolder : edit->text();
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of the status page"), start);
        if (folder.isEmpty())
            return;
        edit->setText(folder);
        store();
    });
    return row;
}

FormField *GeneralPage::addZone()
{
    auto *edit = new LineEdit;
    edit->setText(m_settings.get(settings::zone));
    edit->setPlaceholderText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    auto *row = new FormField(tr("Time zone"), edit);
    row->setHint(tr("Europe/London; empty: this machine's"));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, row] {
        const QString name = edit->text().trimmed();
        if (!name.isEmpty() && !timing::zoneByName(name)) {
            row->setError(tr("There is no zone of that name. Write it like Europe/London."));
            return;
        }
        show(row, m_settings.set(settings::zone, name));
    });
    return row;
}

FormField *GeneralPage::addGuarded()
{
    auto *edit = new LineEdit;
    edit->setText(m_settings.get(settings::guardedComponents).join(u", "_s));
    edit->setPlaceholderText(tr("database, network"));
    auto *row = new FormField(tr("Guarded parts"), edit);
    row->setHint(tr("work that touches one asks for its name"));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, row] {
        show(row, m_settings.set(settings::guardedComponents, base::commaList(edit->text())));
    });
    return row;
}

FormField *GeneralPage::addReferences()
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    auto *edit = new LineEdit;
    edit->setText(m_settings.get(settings::referenceHosts).join(u' '));
    edit->setPlaceholderText(u"tcp://192.0.2.1:53 tcp://198.51.100.1:443"_s);
    auto *row = new FormField(tr("Nearly always there"), edit);
    row->setWide(true);
    row->setNote(tr("Addresses that tell whether our own network works, with blanks between them. "
                    "If none can be reached, nothing is measured and no alert comes or goes."));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, row] {
        const QStringList addresses = edit->text().split(gap, Qt::SkipEmptyParts);
        for (const QString &address : addresses) {
            const auto url = source::targetUrl(address);
            if (!url) {
                row->setError(url.error().text);
                return;
            }
        }
        show(row, m_settings.set(settings::referenceHosts, addresses));
    });
    return row;
}

FormField *GeneralPage::addTheme()
{
    auto *choice = new QComboBox;
    choice->addItem(tr("As the system"), u"system"_s);
    choice->addItem(tr("Light"), u"light"_s);
    choice->addItem(tr("Dark"), u"dark"_s);
    choice->setCurrentIndex(choice->findData(m_settings.get(settings::theme)));
    auto *row = new FormField(tr("Colours"), choice);
    connect(choice, &QComboBox::activated, this, [this, choice, row] {
        const QString theme = choice->currentData().toString();
        show(row, m_settings.set(settings::theme, theme));
        emit themeChosen(theme);
    });
    return row;
}

FormField *GeneralPage::addVoice()
{
    auto *choice = new QComboBox;
    choice->addItem(tr("“We are sorry”: a team speaks"), u"we"_s);
    choice->addItem(tr("“I am sorry”: one person speaks"), u"I"_s);
    choice->setCurrentIndex(choice->findData(m_settings.get(settings::voice)));
    auto *row = new FormField(tr("Posts say"), choice);
    auto *templates = new ActionButton(ActionButton::Kind::Secondary, tr("Templates …"));
    row->setSide(templates);
    connect(choice, &QComboBox::activated, this, [this, choice, row] {
        show(row, m_settings.set(settings::voice, choice->currentData().toString()));
        emit voiceChanged();
    });
    connect(templates, &QPushButton::clicked, this, &GeneralPage::templatesWanted);
    return row;
}

void GeneralPage::show(FormField *row, const base::Done &done)
{
    row->setError(done ? QString() : done.error().text);
}

} // namespace ui
