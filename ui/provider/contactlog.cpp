// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/contactlog.h"

#include "base/tip.h"
#include "incident/waiting.h"
#include "wording/clockwords.h"
#include "wording/standing.h"
#include "wording/termwords.h"
#include "wording/timewords.h"

#include <QHeaderView>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum LogColumn { When, About, By, How, Said, Again };
enum CaseColumn { Began, Ref, Title, Standing };
constexpr int idRole = Qt::UserRole;
constexpr int mostLines = 8;

void prepare(QTreeWidget *list, const QStringList &headings, int stretched)
{
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHeaderLabels(headings);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTabKeyNavigation(false);
}

void addLine(QTreeWidget *list, const QString &incident, const QStringList &texts, int told)
{
    auto *line = new QTreeWidgetItem(list, texts);
    line->setData(0, idRole, incident);
    line->setToolTip(told, base::plainTip(texts[told]));
}

/// As tall as its lines, up to a few.
void fitHeight(QTreeWidget *list)
{
    const int line = std::max(list->sizeHintForRow(0), list->fontMetrics().height());
    list->setFixedHeight(list->header()->sizeHint().height() +
                         std::min(list->topLevelItemCount(), mostLines) * line + line / 2);
}

} // namespace

ContactLog::ContactLog(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("What was said, newest first"));
    prepare(
        this,
        {tr("When"), tr("Incident"), tr("By"), tr("With"), tr("What was said"), tr("Ask again")},
        Said);
    connect(this, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *line) { emit chosen(line->data(0, idRole).toString()); });
}

void ContactLog::setWords(const std::vector<workflow::ProviderWord> &words, base::Instant now,
                          const QTimeZone &zone)
{
    clear();
    const wording::Reader reader{zone, now, true};
    for (const workflow::ProviderWord &word : words) {
        const incident::ProviderContact &contact = word.contact;
        const QString how = wording::words(contact.channel);
        QString said = contact.said;
        if (!contact.reference.isEmpty())
            //: %1 what was said, %2 a ticket or an address
            said = tr("%1 (%2)").arg(said, contact.reference);
        if (!contact.answer.isEmpty())
            //: %1 what was said, %2 what came back
            said = tr("%1 · Answer: %2").arg(said, contact.answer);
        const QString again = word.chase ? wording::dueMoment(*word.chase, now, zone)
                              : incident::isWaiting(contact) ? tr("not any more")
                                                             : QString();
        addLine(this, word.incident,
                {wording::timeWords(contact.at, reader, wording::TimeForm::Plain), word.ref,
                 word.author, contact.who.isEmpty() ? how : u"%1, %2"_s.arg(how, contact.who), said,
                 again},
                Said);
    }
    fitHeight(this);
}

CaseList::CaseList(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Its incidents, newest first"));
    prepare(this, {tr("Began"), tr("Incident"), tr("What it was"), tr("How it stands")}, Title);
    connect(this, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *line) { emit chosen(line->data(0, idRole).toString()); });
}

void CaseList::setCases(const std::vector<workflow::ProviderCase> &cases, base::Instant now,
                        const QTimeZone &zone)
{
    clear();
    const wording::Reader reader{zone, now, true};
    for (const auto &[summary, cause] : cases) {
        addLine(this, summary.id,
                {wording::timeWords(summary.started, reader, wording::TimeForm::Plain), summary.ref,
                 summary.title, wording::standing(summary.state, cause)},
                Title);
    }
    fitHeight(this);
}

} // namespace ui
