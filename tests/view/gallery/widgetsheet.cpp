// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view/gallery/widgetsheet.h"

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/card.h"
#include "ui/widget/chip.h"
#include "ui/widget/clocklabel.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/formfield.h"
#include "ui/widget/keycap.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/navbutton.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/sectionlabel.h"
#include "ui/widget/segmentedbar.h"
#include "ui/widget/stampbutton.h"
#include "ui/widget/statebadge.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace ui;

namespace gallery {

namespace {

QWidget *makeStrip()
{
    auto *strip = new QWidget;
    setStyleProperty(strip, "ground", u"panel"_s);
    strip->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 9, 16, 9);
    row->setSpacing(16);
    auto *state = new StateBadge;
    state->setState(State::Down, u"ACTIVE"_s);
    state->setBadgeSize(StateBadge::Size::Large);
    row->addWidget(state);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new ElidedLabel(u"Images are not loading"_s, TextRole::Title));
    names->addWidget(new ElidedLabel(u"Image cache · started between 16:08 and 16:09 · round 1"_s,
                                     TextRole::Secondary));
    row->addLayout(names, 1);
    auto *clock = new ClockLabel;
    clock->setElapsed(std::chrono::seconds(761));
    row->addWidget(clock);
    auto *next = new QVBoxLayout;
    next->setSpacing(0);
    next->addWidget(makeLabel(u"NEXT"_s, TextRole::Faint));
    next->addWidget(makeLabel(u"Tell people: first post"_s, TextRole::SecondaryStrong));
    QLabel *due = makeLabel(u"due in 2:19"_s, TextRole::SecondaryStrong);
    setTone(due, Tone::Down);
    next->addWidget(due);
    row->addLayout(next);
    struct Stamp
    {
        QString key, title, subtitle;
        StampButton::Look look;
    };
    auto *stamps = new QHBoxLayout;
    stamps->setSpacing(6);
    for (const Stamp &stamp :
         {Stamp{u"N"_s, u"Noticed"_s, u"16:10, exact"_s, StampButton::Look::Done},
          Stamp{u"A"_s, u"Acknowledged"_s, u"16:11 by you"_s, StampButton::Look::Done},
          Stamp{u"F"_s, u"Fixed"_s, u"press when the fix is in"_s, StampButton::Look::Next},
          Stamp{u"B"_s, u"Back to normal"_s, u"not yet"_s, StampButton::Look::Plain}}) {
        auto *button = new StampButton(stamp.key, stamp.title);
        button->setSubtitle(stamp.subtitle);
        button->setLook(stamp.look);
        stamps->addWidget(button);
    }
    row->addLayout(stamps);
    return strip;
}

QWidget *makeRail()
{
    auto *rail = new QWidget;
    setStyleProperty(rail, "ground", u"panel"_s);
    rail->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(4, 8, 4, 8);
    column->setSpacing(2);
    auto *now = new NavButton(Icon::Now, u"Now"_s);
    now->setChecked(true);
    column->addWidget(now);
    column->addWidget(new NavButton(Icon::Outbox, u"Outbox"_s));
    column->addWidget(new NavButton(Icon::Maintenance, u"Planned"_s));
    column->addWidget(new NavButton(Icon::History, u"History"_s));
    column->addStretch();
    column->addWidget(new NavButton(Icon::Settings, u"Settings"_s));
    return rail;
}

QLayout *makeBadges()
{
    auto *column = new QVBoxLayout;
    for (const auto size :
         {StateBadge::Size::Normal, StateBadge::Size::Large, StateBadge::Size::Bare}) {
        auto *row = new QHBoxLayout;
        for (const State state : {State::Down, State::Degraded, State::Up, State::Maintenance,
                                  State::NotMeasured, State::Paused}) {
            auto *badge = new StateBadge;
            badge->setState(state);
            badge->setBadgeSize(size);
            row->addWidget(badge);
        }
        row->addStretch();
        column->addLayout(row);
    }
    return column;
}

LineEdit *makeField(const QString &text, const QString &placeholder = {})
{
    auto *field = new LineEdit;
    field->setText(text);
    field->setPlaceholderText(placeholder);
    return field;
}

QLayout *makeForm()
{
    auto *form = new QVBoxLayout;
    form->setSpacing(6);
    auto *started = new FormField(u"Started"_s, makeField(u"16:08 to 16:09"_s));
    started->setHint(u"between, from the chart"_s);
    form->addWidget(started);
    auto *fixed = new FormField(u"Fixed"_s, makeField({}, u"not yet"_s));
    fixed->setSide(makeField({}, u"+ min after start"_s));
    form->addWidget(fixed);
    auto *expect = new FormField(u"We expect"_s, makeField(u"no more than 30 min"_s));
    expect->setHint(u"yours took 22 to 41 min, 6 of 9 kept"_s);
    form->addWidget(expect);
    LineEdit *by = makeField(u"16:45"_s);
    by->setSuffix(u"London"_s);
    auto *update = new FormField(u"Next update by"_s, by);
    update->setHint(u"in 22 min"_s);
    form->addWidget(update);
    auto *wrong = new FormField(u"Back to normal"_s, makeField(u"15:12"_s));
    wrong->setHint(u"+ min after fixed"_s);
    wrong->setError(u"This is before the start. Type a time after 16:08."_s);
    form->addWidget(wrong);
    auto *title = new FormField(u"Title"_s, makeField(u"Images are not loading"_s));
    title->setWide(true);
    form->addWidget(title);
    return form;
}

QLayout *makeNotices()
{
    auto *column = new QVBoxLayout;
    auto *warning = new NoticeBar;
    warning->setNotice({Notice::Level::Warning,
                        u"Internal host name:"_s,
                        u"img-cache-2.int"_s,
                        {{u"remove"_s, u"Alt+1"_s}}});
    column->addWidget(warning);
    auto *error = new NoticeBar;
    error->setNotice({Notice::Level::Error,
                      u"The site folder cannot be written. Choose another folder or make room."_s,
                      {},
                      {{u"Choose folder"_s, {}}, {u"Try again"_s, {}}}});
    column->addWidget(error);
    auto *info = new NoticeBar;
    info->setNotice({Notice::Level::Info, u"The draft of 16:22 was restored."_s, {}, {}});
    column->addWidget(info);
    return column;
}

QLayout *makeButtons()
{
    auto *row = new QHBoxLayout;
    auto *publish = new ActionButton(ActionButton::Kind::Primary, u"Publish"_s);
    publish->setKeyHint(u"Ctrl+Enter"_s);
    row->addWidget(publish);
    row->addWidget(new ActionButton(ActionButton::Kind::Secondary, u"Save draft"_s));
    row->addWidget(new ActionButton(ActionButton::Kind::Quiet, u"remove"_s));
    row->addWidget(new ActionButton(ActionButton::Kind::Danger, u"Retract"_s));
    auto *off = new ActionButton(ActionButton::Kind::Primary, u"Publish"_s);
    off->setEnabled(false);
    row->addWidget(off);
    row->addStretch();
    return row;
}

QLayout *makeChips()
{
    auto *row = new QHBoxLayout;
    row->addWidget(new Chip(u"Status site"_s));
    auto *on = new Chip(u"WordPress"_s);
    on->setCheckable(true);
    on->setChecked(true);
    row->addWidget(on);
    auto *off = new Chip(u"Mail list"_s);
    off->setCheckable(true);
    row->addWidget(off);
    row->addWidget(new KeyCap(u"F"_s));
    row->addWidget(new KeyCap(u"Alt+1"_s));
    row->addWidget(makeLabel(u"notifies 412 by mail"_s, TextRole::Secondary));
    row->addStretch();
    return row;
}

QLayout *makeChecks()
{
    auto *row = new QHBoxLayout;
    struct Box
    {
        bool on, enabled;
    };
    for (const Box &box :
         {Box{false, true}, Box{true, true}, Box{false, false}, Box{true, false}}) {
        auto *check = new QCheckBox(u"Check"_s);
        check->setChecked(box.on);
        check->setEnabled(box.enabled);
        row->addWidget(check);
    }
    auto *one = new QRadioButton(u"One"_s);
    one->setChecked(true);
    row->addWidget(one);
    row->addWidget(new QRadioButton(u"Two"_s));
    row->addStretch();
    return row;
}

QLayout *makeStandardFields()
{
    auto *row = new QHBoxLayout;
    auto *combo = new QComboBox;
    combo->addItems({u"Website"_s, u"Image cache"_s});
    row->addWidget(combo);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"Editable"_s);
    row->addWidget(editable);
    auto *spin = new QSpinBox;
    spin->setValue(30);
    spin->setSuffix(u" min"_s);
    row->addWidget(spin);
    row->addWidget(new QDateTimeEdit(QDateTime({2026, 11, 22}, {16, 8})));
    auto *bar = new QProgressBar;
    bar->setValue(40);
    row->addWidget(bar);
    return row;
}

QTableWidget *makeTable()
{
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({u"When"_s, u"What"_s, u"How long"_s});
    for (int i = 0; i < 3; ++i) {
        table->setItem(i, 0, new QTableWidgetItem(u"22 Nov 16:08"_s));
        table->setItem(i, 1, new QTableWidgetItem(u"Images are not loading"_s));
        table->setItem(i, 2, new QTableWidgetItem(u"22 to 41 min"_s));
    }
    table->selectRow(1);
    table->setMaximumHeight(150);
    return table;
}

QWidget *makeLeft()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 12);
    auto *header = new PaneHeader(u"Health"_s);
    auto *spans = new SegmentedBar(u"Time shown"_s);
    spans->addSegment(1, u"1 h"_s, u"last hour"_s);
    spans->addSegment(6, u"6 h"_s, u"last 6 hours"_s);
    spans->addSegment(24, u"1 d"_s, u"last day"_s);
    header->addLeading(spans);
    header->setNote(u"live · 14 of 14 measured"_s);
    column->addWidget(header);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(14, 4, 14, 0);
    inner->setSpacing(12);
    inner->addLayout(makeBadges());
    inner->addLayout(makeForm());
    inner->addWidget(new SectionLabel(u"Notice"_s));
    inner->addLayout(makeChecks());
    inner->addLayout(makeStandardFields());
    inner->addStretch();
    column->addLayout(inner, 1);
    return pane;
}

QWidget *makeRight()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setSpacing(12);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->addWidget(
        new EmptyState(u"Nothing is watched yet"_s,
                       u"Add the address of a page or a server, and its health appears here."_s,
                       u"Add an address"_s));
    column->addWidget(card);
    column->addLayout(makeNotices());
    column->addLayout(makeChips());
    column->addLayout(makeButtons());
    column->addWidget(
        new QPlainTextEdit(u"Hi, images have not been loading since around 16:08."_s));
    column->addWidget(makeTable());
    return pane;
}

} // namespace

QWidget *makeWidgetSheet()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeRail());
    row->addWidget(makeLeft(), 1);
    row->addWidget(makeRight(), 1);
    column->addLayout(row, 1);
    sheet->resize(1366, 768);
    return sheet;
}

} // namespace gallery
