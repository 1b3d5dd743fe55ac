// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/providerform.h"

#include "base/commalist.h"
#include "ui/duties/formdialog.h"
#include "ui/provider/contactrows.h"
#include "ui/widget/lineedit.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProviderForm)
};

} // namespace

QString editProvider(workflow::Upstreams &upstreams, const upstream::Spec &provider,
                     QWidget *parent)
{
    const bool isNew = provider.id.isEmpty();
    FormDialog form(isNew ? Words::tr("A provider") : provider.name,
                    isNew ? Words::tr("Add it") : Words::tr("Keep it"), parent);
    LineEdit *name = form.addLine(Words::tr("Name"), Words::tr("Our hosting company"));
    name->setText(provider.name);
    LineEdit *page = form.addLine(Words::tr("Status page"), u"https://status.example.org"_s,
                                  Words::tr("or its feed; may be empty"));
    page->setText(provider.addresses.join(u' '));
    LineEdit *parts = form.addLine(Words::tr("Stands on it"), Words::tr("shop, images"),
                                   Words::tr("parts of ours, by commas"));
    parts->setText(provider.components.join(u", "_s));
    auto *contacts = new ContactRows;
    contacts->setContacts(provider.contacts);
    form.addWidget(Words::tr("Contacts"), contacts);
    LineEdit *customer = form.addLine(Words::tr("They ask for"), Words::tr("customer 4711"),
                                      Words::tr("account or contract"));
    customer->setText(provider.customer);
    LineEdit *note = form.addLine(Words::tr("Worth knowing"), Words::tr("nobody answers at night"));
    note->setText(provider.note);
    QString kept;
    form.onSubmit([&] {
        upstream::Spec typed = provider;
        typed.kind = upstream::Kind::Provider;
        typed.name = name->text().trimmed();
        typed.addresses = page->text().split(u' ', Qt::SkipEmptyParts);
        typed.components = base::commaList(parts->text());
        typed.contacts = contacts->contacts();
        typed.customer = customer->text().trimmed();
        typed.note = note->text().trimmed();
        const base::Done done = isNew ? upstreams.add(typed) : upstreams.change(typed);
        if (done)
            kept = typed.name;
        return done;
    });
    form.exec();
    return kept;
}

} // namespace ui
