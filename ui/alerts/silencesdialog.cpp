// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/silencesdialog.h"

#include "alertmanager/matchertext.h"
#include "base/whenfinished.h"
#include "timing/fieldtext.h"
#include "ui/alerts/silencedialog.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Column { What, Until, Author, Why };
constexpr QSize usualSize(720, 320);

} // namespace

SilencesDialog::SilencesDialog(workflow::Upstreams &upstreams, QString server, QWidget *parent)
    : QDialog(parent)
    , m_upstreams(upstreams)
    , m_server(std::move(server))
    , m_words(makeLabel({}, TextRole::Secondary))
    , m_table(makeListTable(tr("Silences"), {tr("What"), tr("Until"), tr("Who"), tr("Why")}, Why))
    , m_edit(new ActionButton(ActionButton::Kind::Secondary, tr("Change…")))
    , m_expire(new ActionButton(ActionButton::Kind::Danger, tr("End it now")))
{
    setWindowTitle(tr("Silences"));
    resize(usualSize);
    build();
    reload();
}

void SilencesDialog::build()
{
    m_words->setWordWrap(true);
    auto *close = new ActionButton(ActionButton::Kind::Quiet, tr("Close"));
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_edit);
    actions->addWidget(m_expire);
    actions->addStretch(1);
    actions->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    layout->addLayout(actions);
    connect(m_edit, &QPushButton::clicked, this, &SilencesDialog::edit);
    connect(m_expire, &QPushButton::clicked, this, &SilencesDialog::expire);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void SilencesDialog::reload(const QString &trouble)
{
    m_words->setText(tr("Asking …"));
    base::whenFinished(this, m_upstreams.silences(m_server), [this, trouble](const auto &told) {
        m_silences.clear();
        for (const auto &silence : told ? told->all : decltype(told->all)()) {
            if (silence.state != alertmanager::SilenceState::Expired)
                m_silences.push_back(silence);
        }
        if (!trouble.isEmpty() || !told)
            m_words->setText(trouble.isEmpty() ? told.error().text : trouble);
        else
            m_words->setText(m_silences.empty() ? tr("Nothing is silenced.") : QString());
        fill();
    });
}

void SilencesDialog::fill()
{
    const workflow::Desk &desk = m_upstreams.desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    m_table->setRowCount(int(m_silences.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const alertmanager::Silence &silence = m_silences[size_t(row)];
        const auto put = [&](Column column, const QString &text) {
            m_table->setItem(row, column, new QTableWidgetItem(text));
        };
        put(What, alertmanager::textOf(silence.matchers));
        put(Until, timing::fieldText(timing::RoughInstant::exact(silence.endsAt), context));
        put(Author, silence.createdBy);
        put(Why, silence.comment);
    }
    m_words->setVisible(!m_words->text().isEmpty());
    m_table->selectRow(0);
    m_edit->setEnabled(!m_silences.empty());
    m_expire->setEnabled(!m_silences.empty());
}

const alertmanager::Silence *SilencesDialog::selected() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < int(m_silences.size()) ? &m_silences[size_t(row)] : nullptr;
}

void SilencesDialog::edit()
{
    if (!selected())
        return;
    auto *dialog = new SilenceDialog(m_upstreams, m_server, *selected(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { reload(); });
    dialog->open();
}

void SilencesDialog::expire()
{
    if (!selected())
        return;
    base::whenFinished(this, m_upstreams.expireSilence(m_server, selected()->id),
                       [this](const base::Done &done) {
                           m_upstreams.look();
                           reload(done ? QString() : done.error().text);
                       });
}

} // namespace ui
