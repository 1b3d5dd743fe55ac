// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postmortem/placedialog.h"

#include "base/tip.h"
#include "base/whenfinished.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize usualSize(600, 460);

} // namespace

PlaceDialog::PlaceDialog(workflow::Desk &desk, workflow::Publishing &publishing,
                         const incident::Incident &incident, const QString &text,
                         std::vector<workflow::PostmortemPlace> places, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_publishing(publishing)
    , m_incident(incident)
    , m_text(text)
    , m_places(std::move(places))
    , m_place(new QComboBox)
    , m_notify(new QCheckBox(tr("Tell subscribers")))
    , m_outcome(makeLabel({}, TextRole::Body))
{
    setWindowTitle(tr("Publish the postmortem"));
    resize(usualSize);
    auto *shown = new QPlainTextEdit(text);
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setAccessibleName(tr("What readers will see"));
    m_place->setAccessibleName(tr("Place of the postmortem"));
    for (const workflow::PostmortemPlace &place : m_places)
        m_place->addItem(place.label, place.name);
    m_notify->setToolTip(base::plainTip(m_places.front().whoIsNotified));
    m_outcome->setWordWrap(true);
    m_outcome->setAccessibleName(tr("How it went"));
    auto *where = new QHBoxLayout;
    where->addWidget(makeLabel(tr("Beside the updates on"), TextRole::Body));
    where->addWidget(m_place, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(incident.title, TextRole::Strong));
    layout->addWidget(shown, 1);
    layout->addLayout(where);
    layout->addWidget(m_notify);
    layout->addWidget(m_outcome);
    layout->addWidget(buildActions());
}

QWidget *PlaceDialog::buildActions()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *post = new ActionButton(ActionButton::Kind::Quiet, tr("As a post instead"));
    m_take = new ActionButton(ActionButton::Kind::Danger, tr("Take it away there"));
    m_put = new ActionButton(ActionButton::Kind::Primary, tr("Put it there"));
    row->addWidget(post);
    row->addStretch(1);
    row->addWidget(m_take);
    row->addWidget(m_put);
    connect(post, &QPushButton::clicked, this, [this] {
        accept();
        emit postWanted();
    });
    connect(m_take, &QPushButton::clicked, this,
            [this] { put({}, tr("Readers of %1 find it no longer.")); });
    connect(m_put, &QPushButton::clicked, this, [this] {
        put({m_text, m_notify->isChecked()}, tr("It stands on %1 now."));
    });
    return box;
}

void PlaceDialog::put(const publish::PostmortemText &text, const QString &said)
{
    setBusy(true);
    m_outcome->setText(tr("Being sent to %1.").arg(m_place->currentText()));
    const QString sentence = said.arg(m_place->currentText());
    base::whenFinished(this,
                       workflow::putPostmortem(m_desk, m_publishing, m_incident,
                                               m_place->currentData().toString(), text),
                       [this, sentence](const base::Done &done) {
                           setBusy(false);
                           m_outcome->setText(done ? sentence : done.error().text);
                       });
}

void PlaceDialog::setBusy(bool busy)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_put), static_cast<QWidget *>(m_take),
                            static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_notify)})
        widget->setEnabled(!busy);
}

} // namespace ui
