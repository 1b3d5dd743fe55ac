// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/silencedialog.h"

#include "alertmanager/matchertext.h"
#include "base/whenfinished.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 540;

} // namespace

SilenceDialog::SilenceDialog(workflow::Upstreams &upstreams, QString server,
                             alertmanager::Silence silence, QWidget *parent)
    : QDialog(parent)
    , m_upstreams(upstreams)
    , m_server(std::move(server))
    , m_silence(std::move(silence))
    , m_matchers(new LineEdit)
    , m_until(new LineEdit)
    , m_comment(new LineEdit)
    , m_matchersRow(new FormField(tr("What"), m_matchers))
    , m_untilRow(new FormField(tr("Until"), m_until))
    , m_commentRow(new FormField(tr("Why"), m_comment))
    , m_save(new ActionButton(ActionButton::Kind::Primary,
                              m_silence.id.isEmpty() ? tr("Silence it") : tr("Change it")))
{
    setWindowTitle(m_silence.id.isEmpty() ? tr("Silence alerts") : tr("Change a silence"));
    setMinimumWidth(dialogWidth);
    build();
    const workflow::Desk &desk = m_upstreams.desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    m_matchers->setText(alertmanager::textOf(m_silence.matchers));
    m_until->setText(timing::fieldText(timing::RoughInstant::exact(m_silence.endsAt), context));
    m_comment->setText(m_silence.comment);
    m_comment->setFocus();
}

void SilenceDialog::build()
{
    m_matchersRow->setWide(true);
    m_matchersRow->setNote(tr("Labels and their values, such as alertname=\"SiteDown\", "
                              "job=~\"web.*\". Fewer labels keep more alerts quiet."));
    m_until->setSuffix(timing::zoneCity(m_upstreams.desk().zone()));
    m_untilRow->setHint(tr("17:30, in 2 h, tomorrow 9:00"));
    m_commentRow->setHint(tr("for those who wonder why it is quiet"));
    m_save->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_matchersRow);
    layout->addWidget(m_untilRow);
    layout->addWidget(m_commentRow);
    layout->addSpacing(space::s);
    layout->addLayout(actions);
    connect(m_save, &QPushButton::clicked, this, &SilenceDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &SilenceDialog::reject);
}

bool SilenceDialog::read(alertmanager::Silence &silence)
{
    const workflow::Desk &desk = m_upstreams.desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    const auto matchers = alertmanager::matchersFrom(m_matchers->text());
    m_matchersRow->setError(matchers ? QString() : matchers.error().text);
    const auto until = timing::instantFromField(m_until->text(), context);
    m_untilRow->setError(until ? QString() : until.error().text);
    if (!matchers || !until)
        return false;
    if (!until->middle()) {
        m_untilRow->setError(tr("Say when the silence ends."));
        return false;
    }
    silence.matchers = *matchers;
    silence.endsAt = *until->middle();
    silence.comment = m_comment->text().trimmed();
    return true;
}

void SilenceDialog::accept()
{
    alertmanager::Silence silence = m_silence;
    if (!m_save->isEnabled() || !read(silence))
        return;
    m_save->setEnabled(false);
    base::whenFinished(this, m_upstreams.saveSilence(m_server, silence),
                       [this](const base::Result<QString> &saved) {
                           m_save->setEnabled(true);
                           m_commentRow->setError(saved ? QString() : saved.error().text);
                           if (!saved)
                               return;
                           m_upstreams.look();
                           QDialog::accept();
                       });
}

} // namespace ui
