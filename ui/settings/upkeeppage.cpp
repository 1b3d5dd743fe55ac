// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/upkeeppage.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsHeight = 92;
constexpr int outputHeight = 160;

} // namespace

UpkeepPage::UpkeepPage(workflow::SiteUpkeep &upkeep, QWidget *parent)
    : QWidget(parent)
    , m_upkeep(upkeep)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Writing and deploying the page"), TextRole::Title));
    layout->addWidget(buildCommand());
    layout->addWidget(buildActions());
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("How much of the page is written"));
    m_state = makeLabel({}, TextRole::Secondary);
    m_state->setWordWrap(true);
    m_output = new QPlainTextEdit;
    m_output->setAccessibleName(tr("What the deploy command wrote"));
    m_output->setReadOnly(true);
    m_output->setTabChangesFocus(true);
    m_output->setFixedHeight(outputHeight);
    m_output->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_output->hide();
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_output);
    connect(&m_upkeep, &workflow::SiteUpkeep::begun, this, [this] { showRunning(true); });
    connect(&m_upkeep, &workflow::SiteUpkeep::progressed, this, &UpkeepPage::showProgress);
    connect(&m_upkeep, &workflow::SiteUpkeep::finished, this, &UpkeepPage::showWritten);
    connect(&m_upkeep, &workflow::SiteUpkeep::failed, this, [this](const base::Error &error) {
        showRunning(false);
        const bool again = error.retry.when == base::Retry::When::After;
        m_state->setText(again ? tr("%1 It is tried again by itself.").arg(error.text)
                               : error.text);
    });
    showRunning(m_upkeep.isBusy());
    showLast();
}

QWidget *UpkeepPage::buildCommand()
{
    const deploy::Command command = workflow::deployCommand(m_upkeep.settings());
    m_words = new QPlainTextEdit(command.words.join(u'\n'));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(wordsHeight);
    m_words->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_words->setPlaceholderText(u"rsync\n-a\n--delete\n./\nwww@host.example:/srv/status/"_s);
    m_wordsRow = new FormField(tr("Deploy command"), m_words);
    m_wordsRow->setWide(true);
    m_wordsRow->setNote(tr("The program, then each argument on a line of its own. It runs in the "
                           "folder of the page after each change; no shell reads it. Empty: the "
                           "folder is served as it is."));
    m_limit = new QSpinBox;
    m_limit->setRange(int(deploy::shortestLimit.count()), int(deploy::longestLimit.count()));
    m_limit->setValue(int(command.limit.count()));
    m_limit->setSuffix(tr(" s"));
    auto *limit = new FormField(tr("Time limit"), m_limit);
    limit->setHint(tr("after which it is ended and tried again"));
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_wordsRow);
    layout->addWidget(limit);
    return box;
}

QWidget *UpkeepPage::buildActions()
{
    m_showOutput = new ActionButton(ActionButton::Kind::Quiet, tr("Output of the last time"));
    m_keep = new ActionButton(ActionButton::Kind::Secondary, tr("Keep the command"));
    m_write = new ActionButton(ActionButton::Kind::Secondary, tr("Write the page now"));
    m_stop = new ActionButton(ActionButton::Kind::Danger, tr("Stop"));
    m_stop->setAccessibleName(tr("Stop writing or deploying the page"));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_showOutput);
    row->addStretch(1);
    for (ActionButton *button : {m_stop, m_write, m_keep})
        row->addWidget(button);
    connect(m_keep, &QPushButton::clicked, this, &UpkeepPage::keep);
    connect(m_write, &QPushButton::clicked, &m_upkeep, &workflow::SiteUpkeep::write);
    // A post may be on its way there, too.
    connect(m_stop, &QPushButton::clicked, &m_upkeep, &workflow::SiteUpkeep::stop);
    connect(m_showOutput, &QPushButton::clicked, this, [this] {
        showLast();
        m_output->setVisible(!m_output->isVisible());
    });
    return box;
}

void UpkeepPage::keep()
{
    QStringList words = m_words->toPlainText().split(u'\n');
    while (!words.isEmpty() && words.last().trimmed().isEmpty())
        words.removeLast();
    const base::Done done = workflow::setDeployCommand(m_upkeep.settings(), words,
                                                       std::chrono::seconds(m_limit->value()));
    m_wordsRow->setError(done ? QString() : done.error().text);
    if (done)
        m_upkeep.write();
}

void UpkeepPage::showRunning(bool running)
{
    m_write->setEnabled(!running);
    m_progress->setVisible(running);
    m_progress->setRange(0, 0);
    if (running)
        m_state->setText(tr("The page is being written."));
}

void UpkeepPage::showProgress(int done, int all)
{
    const bool deploys = done == all && workflow::deployCommand(m_upkeep.settings()).isSet();
    m_progress->setRange(0, deploys ? 0 : all);
    m_progress->setValue(done);
    m_state->setText(deploys ? tr("The page is being deployed.")
                             : tr("%1 of %2 files").arg(done).arg(all));
}

void UpkeepPage::showWritten(const workflow::SiteWritten &written)
{
    showRunning(false);
    showLast();
    m_state->setText(tr("%1 files, %2 of them changed.").arg(written.files).arg(written.changed));
}

void UpkeepPage::showLast()
{
    const auto last = m_upkeep.lastDeployment();
    m_showOutput->setVisible(last.has_value());
    if (!last)
        return;
    m_output->setPlainText(last->sentence +
                           (last->output.isEmpty() ? QString() : u"\n\n"_s + last->output));
    if (!m_upkeep.isBusy())
        m_state->setText(last->sentence);
}

} // namespace ui
