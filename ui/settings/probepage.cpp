// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/probepage.h"

#include "source/address.h"
#include "ui/settings/probefields.h"
#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using source::MonitorSpec;

namespace {

struct About
{
    source::Kind kind;
    QString scheme;      ///< that the kind is known by, where it is not a page
    QString placeholder; ///< of the address
    QString note;
    QString refusal; ///< of an address of another kind
};

About aboutOf(ProbePage::Kind kind)
{
    switch (kind) {
    case ProbePage::Kind::Web:
        return {
            source::Kind::Http, u"http"_s, u"https://www.example.org/health"_s,
            ProbePage::tr("Its status and content are looked at, and over https its certificate."),
            ProbePage::tr("This is no web page. Write its address as in "
                          "https://www.example.org/health.")};
    case ProbePage::Kind::Port:
        return {source::Kind::Tcp, u"tcp"_s, u"db.example.org:5432"_s,
                ProbePage::tr("Something has to listen there; nothing is sent."),
                ProbePage::tr("This is no server with a port. Write for example "
                              "db.example.org:5432.")};
    case ProbePage::Kind::Certificate:
        break;
    }
    return {source::Kind::Tcp, u"tls"_s, u"mail.example.org:465"_s,
            ProbePage::tr("The certificate has to be valid for this name, and from an authority "
                          "that is trusted. Without a port it is 443."),
            ProbePage::tr("This is no server with a certificate. Write for example "
                          "mail.example.org:465.")};
}

MonitorSpec emptySpec(const About &about)
{
    MonitorSpec spec;
    spec.kind = about.kind;
    spec.address = about.scheme + u':'; // which fields there are depends on it
    return spec;
}

/// Without a scheme the one of the page is meant.
base::Result<MonitorSpec> specOf(const About &about, const QString &typed)
{
    const bool isWhole = typed.contains("://"_L1) || typed.isEmpty();
    auto spec = source::specFromAddress(typed);
    const bool isMeant = spec && spec->kind == source::Kind::Http && about.kind == spec->kind;
    if (!isWhole && !isMeant)
        spec = source::specFromAddress(about.scheme + "://"_L1 + typed);
    if (spec && !spec->address.startsWith(about.scheme))
        return base::fail(base::ErrorKind::Input, about.refusal);
    return spec;
}

} // namespace

QString ProbePage::titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Web:
        return tr("Watch a web page");
    case Kind::Port:
        return tr("Watch a port");
    case Kind::Certificate:
        break;
    }
    return tr("Watch a certificate");
}

ProbePage::ProbePage(Kind kind, workflow::Desk &desk, workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_desk(desk)
    , m_watch(watch)
    , m_fields(new ProbeFields(emptySpec(aboutOf(kind))))
    , m_test(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
{
    const About about = aboutOf(kind);
    auto *address = qobject_cast<LineEdit *>(m_fields->addressRow()->field());
    address->clear();
    address->setPlaceholderText(about.placeholder);
    m_fields->addressRow()->setNote(about.note);
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Watch it"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_test);
    actions->addWidget(addButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(titleOf(kind), TextRole::Title));
    layout->addWidget(m_fields);
    layout->addLayout(actions);
    connect(address, &QLineEdit::returnPressed, this, &ProbePage::add);
    connect(m_test, &QPushButton::clicked, this, &ProbePage::test);
    connect(addButton, &QPushButton::clicked, this, &ProbePage::add);
}

std::optional<MonitorSpec> ProbePage::typed()
{
    auto spec = specOf(aboutOf(m_kind), m_fields->address());
    m_fields->addressRow()->setError(spec ? QString() : spec.error().text);
    if (!spec)
        return std::nullopt;
    spec->id = m_desk.newId();
    if (const QString name = m_fields->name(); !name.isEmpty())
        spec->name = name;
    return m_fields->typedInto(*spec);
}

void ProbePage::test()
{
    if (const auto wanted = typed())
        showTrial(m_fields->addressRow(), m_test, m_watch.probe(*wanted));
}

void ProbePage::add()
{
    const auto wanted = typed();
    if (!wanted)
        return;
    const base::Done added = m_watch.add(*wanted);
    m_fields->addressRow()->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    m_fields->clearPlace();
    m_fields->addressRow()->setAnswer(tr("“%1” is watched now.").arg(wanted->name));
}

} // namespace ui
