// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/differencedialog.h"

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/segmentedbar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTextEdit>
#include <QVBoxLayout>

namespace ui {

using workflow::TextPiece;
using Pieces = std::vector<TextPiece>;

namespace {

constexpr QSize usualSize(820, 460);

/// To be read, selected and walked through by keys; not to be written in.
template <class Text>
void makeReadable(Text &text, const QString &name)
{
    text.setReadOnly(true);
    text.setTabChangesFocus(true);
    text.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text.setAccessibleName(name);
}

QTextCharFormat formatOf(TextPiece::In in, const Theme &theme)
{
    QTextCharFormat format;
    if (in == TextPiece::In::Both)
        return format;
    const bool isOurs = in == TextPiece::In::Ours;
    // By line as well as by colour: not everybody sees the one.
    format.setBackground(theme.color(isOurs ? ColorRole::UpGround : ColorRole::DegradedGround));
    format.setUnderlineStyle(isOurs ? QTextCharFormat::SingleUnderline
                                    : QTextCharFormat::DashUnderline);
    format.setUnderlineColor(theme.color(isOurs ? ColorRole::Up : ColorRole::Degraded));
    return format;
}

} // namespace

DifferenceDialog::DifferenceDialog(const workflow::OutboxEntry &entry, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What was changed on %1").arg(entry.label));
    resize(usualSize);
    const publish::ForeignEdit edit = entry.foreign.value_or(publish::ForeignEdit());
    const Pieces pieces = workflow::textDifference(edit.theirs, edit.ours);
    QLabel *sentence = makeLabel(
        edit.theirs.isEmpty()
            ? tr("“%1” is not on %2 any more: somebody has taken it away there.")
                  .arg(entry.title, entry.label)
            : tr("Somebody has changed “%1” on %2. Marked is what the two texts do not share.")
                  .arg(entry.title, entry.label),
        TextRole::Body);
    sentence->setWordWrap(true);
    auto *views = new SegmentedBar(tr("How the difference is shown"));
    views->addSegment(SideBySide, tr("Side by side"));
    views->addSegment(AsText, tr("As text"));
    auto *when = makeLabel(edit.when.isEmpty() ? QString() : tr("changed there: %1").arg(edit.when),
                           TextRole::Secondary);
    auto *stack = new QStackedWidget;
    stack->addWidget(buildSides(pieces));
    stack->addWidget(buildText(pieces));
    connect(views, &SegmentedBar::currentChanged, stack, &QStackedWidget::setCurrentIndex);

    auto *bar = new QHBoxLayout;
    bar->addWidget(views);
    bar->addStretch(1);
    bar->addWidget(when);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(sentence);
    layout->addLayout(bar);
    layout->addWidget(stack, 1);
    layout->addWidget(buildActions(entry.key));
}

QTextEdit *DifferenceDialog::side(const Pieces &pieces, TextPiece::In shown, const QString &name)
{
    auto *text = new QTextEdit;
    makeReadable(*text, name);
    const Theme theme = Theme::current();
    QTextCursor cursor(text->document());
    for (const TextPiece &piece : pieces) {
        if (piece.in == TextPiece::In::Both || piece.in == shown)
            cursor.insertText(piece.text, formatOf(piece.in, theme));
    }
    text->moveCursor(QTextCursor::Start);
    return text;
}

QWidget *DifferenceDialog::buildSides(const Pieces &pieces)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::s);
    grid->addWidget(makeLabel(tr("There now"), TextRole::SecondaryStrong), 0, 0);
    grid->addWidget(makeLabel(tr("Ours"), TextRole::SecondaryStrong), 0, 1);
    grid->addWidget(side(pieces, TextPiece::In::Theirs, tr("There now")), 1, 0);
    grid->addWidget(side(pieces, TextPiece::In::Ours, tr("Ours")), 1, 1);
    grid->setRowStretch(1, 1);
    return box;
}

QWidget *DifferenceDialog::buildText(const Pieces &pieces)
{
    auto *text = new QPlainTextEdit(workflow::differenceWords(pieces));
    makeReadable(*text, tr("The difference as text"));
    return text;
}

QWidget *DifferenceDialog::buildActions(const QString &key)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *later = new ActionButton(ActionButton::Kind::Quiet, tr("Decide later"));
    auto *theirs = new ActionButton(ActionButton::Kind::Secondary, tr("Keep theirs"));
    theirs->setToolTip(tr("Our post is withdrawn; what stands there stays"));
    auto *ours = new ActionButton(ActionButton::Kind::Danger, tr("Put ours there"));
    ours->setToolTip(tr("What your colleague wrote there is replaced"));
    later->setAutoDefault(false);
    ours->setAutoDefault(false);
    theirs->setAutoDefault(false);
    row->addWidget(later);
    row->addStretch(1);
    row->addWidget(theirs);
    row->addWidget(ours);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(theirs, &QPushButton::clicked, this, [this, key] {
        accept();
        emit theirsWanted(key);
    });
    connect(ours, &QPushButton::clicked, this, [this, key] {
        accept();
        emit oursWanted(key);
    });
    return box;
}

} // namespace ui
