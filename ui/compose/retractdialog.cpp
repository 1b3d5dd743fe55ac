// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/retractdialog.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <algorithm>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int usualWidth = 520;

} // namespace

RetractDialog::RetractDialog(workflow::Desk &desk, const incident::Incident &incident,
                             const std::vector<TargetLabel> &targets, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_incident(incident.id)
    , m_reason(new LineEdit)
    , m_reasonRow(new FormField(tr("Why"), m_reason))
{
    setWindowTitle(tr("Take the posts back"));
    setMinimumWidth(usualWidth);
    QLabel *question =
        makeLabel(tr("Take all posts of “%1” away from their readers?").arg(incident.title),
                  TextRole::Strong);
    question->setWordWrap(true);
    QLabel *about =
        makeLabel(tr("Readers will not find them any more. Who was told by mail or has read them "
                     "in a feed keeps what they have. Here everything stays, with your reason. To "
                     "mend a mistake, correct the post instead."),
                  TextRole::Secondary);
    about->setWordWrap(true);
    m_reason->setPlaceholderText(tr("it was a drill"));
    m_reasonRow->setHint(tr("it stays here"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(question);
    layout->addWidget(about);
    layout->addWidget(buildPlaces(incident.publicTargets(), targets));
    layout->addWidget(m_reasonRow);
    layout->addWidget(buildActions());
    m_reason->setFocus();
}

QWidget *RetractDialog::buildPlaces(const QStringList &places,
                                    const std::vector<TargetLabel> &targets)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(makeLabel(tr("Where readers find them now"), TextRole::Secondary));
    for (const QString &name : places) {
        const auto target = std::ranges::find(targets, name, &TargetLabel::name);
        auto *place = new QCheckBox(target == targets.end() ? name : target->label);
        place->setChecked(true);
        layout->addWidget(place);
        m_places.emplace_back(name, place);
    }
    return box;
}

QWidget *RetractDialog::buildActions()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *leave = new ActionButton(ActionButton::Kind::Secondary, tr("Leave them"));
    auto *take = new ActionButton(ActionButton::Kind::Danger, tr("Take them back"));
    row->addStretch(1);
    row->addWidget(leave);
    row->addWidget(take);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &RetractDialog::accept);
    return box;
}

void RetractDialog::accept()
{
    QStringList chosen;
    for (const auto &[name, place] : m_places) {
        if (place->isChecked())
            chosen << name;
    }
    const auto retraction = workflow::retractPosts(m_desk, m_incident, chosen, m_reason->text());
    if (!retraction) {
        m_reasonRow->setError(retraction.error().text);
        return;
    }
    QDialog::accept();
    emit retracted(*retraction);
}

} // namespace ui
