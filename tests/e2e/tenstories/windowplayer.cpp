// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowplayer.h"

#include "app/window/window.h"
#include "incident/checklist.h"
#include "incident/waiting.h"
#include "ui/duties/incidentforms.h"
#include "ui/maintenance/planform.h"
#include "ui/widget/formfield.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/reasonbar.h"
#include "windowhands.h"
#include "wording/postmortem.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QTimer>

namespace tenstories {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using ui::IncidentForm;

namespace {

/// Longer than any machine takes, and shorter than the time limit of the test.
constexpr auto longWait = 120s;

QString errorsOf(const QWidget &root)
{
    QStringList errors;
    for (const auto *row : root.findChildren<ui::FormField *>()) {
        if (row->isVisible() && !row->error().isEmpty())
            errors << row->error();
    }
    return errors.join(u' ');
}

} // namespace

WindowPlayer::WindowPlayer()
    : m_clock(clock("00:00"))
{
    auto place = app::Workplace::open(m_folder.path(), ledger::OpenMode::ReadWrite, m_clock);
    if (!place) {
        m_failed = place.error().text;
        return;
    }
    m_place = place->get();
    m_window = std::make_unique<app::Window>(std::move(*place), *qApp);
    m_shell = &m_window->window();
    m_window->show();
    m_shell->activateWindow();
    if (!QTest::qWaitForWindowActive(m_shell, int(std::chrono::milliseconds(longWait).count())))
        complain(u"the window does not become active"_s);
}

WindowPlayer::~WindowPlayer() = default;

QString WindowPlayer::play(const Step &step)
{
    if (!m_failed.isEmpty())
        return m_failed;
    m_clock.set(clock(step.at));
    emit m_place->desk().changed({}); // as the second hand of the window would
    std::visit([this](const auto &deed) { act(deed); }, step.deed);
    auto *notice = m_shell->console().findChild<ui::NoticeBar *>();
    if (notice->isVisible() && notice->notice().level == ui::Notice::Level::Error)
        complain(notice->notice().text);
    const QString wrong = errorsOf(m_shell->console());
    if (!wrong.isEmpty())
        complain(wrong);
    return m_failed;
}

Incident WindowPlayer::incident() const
{
    return m_place->desk().load(m_shell->console().incidentId()).value_or(Incident());
}

QString WindowPlayer::page() const
{
    return pageIn(m_folder.path());
}

void WindowPlayer::complain(const QString &sentence)
{
    if (m_failed.isEmpty())
        m_failed = sentence;
}

void WindowPlayer::choose(const QString &title)
{
    for (QAction *action : m_shell->actions()) {
        if (action->text() == title)
            return action->trigger();
    }
    complain(u"the window has no “%1”"_s.arg(title));
}

void WindowPlayer::press(Qt::Key key)
{
    // A form that was closed may have left no window active.
    m_shell->activateWindow();
    if (!QTest::qWaitForWindowActive(m_shell, int(std::chrono::milliseconds(longWait).count())))
        return complain(u"the window does not become active"_s);
    m_shell->setFocus();
    QTimer::singleShot(0, m_shell, [this] {
        if (auto *asked = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
            complain(u"a key opened “%1”"_s.arg(asked->windowTitle()));
            asked->reject();
        }
    });
    QTest::keyClick(m_shell, key);
    QCoreApplication::processEvents();
}

void WindowPlayer::check(bool done, const QString &what)
{
    if (!done)
        complain(u"there is no field “%1”, or not that choice in it"_s.arg(what));
}

void WindowPlayer::fill(const std::function<void()> &open,
                        const std::function<void(QDialog &)> &fill)
{
    bool opened = false;
    QTimer::singleShot(0, m_shell, [&] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        opened = true;
        fill(*dialog);
        if (!dialog->isVisible())
            return;
        if (QPushButton *verb = verbOf(*dialog))
            verb->click();
        if (dialog->isVisible()) {
            complain(dialog->windowTitle() + u": "_s + errorsOf(*dialog));
            dialog->reject();
        }
    });
    open();
    if (!opened)
        complain(u"no form opened"_s);
}

void WindowPlayer::form(IncidentForm form, const Fields &fields)
{
    fill([&] { choose(ui::titleOf(form)); },
         [&](QDialog &dialog) {
             for (const auto &[name, value] : fields) {
                 if (value.userType() == QMetaType::QString && named<QLineEdit>(dialog, name))
                     check(value.toString().isEmpty() || type(dialog, name, value.toString()),
                           name);
                 else
                     check(pick(dialog, name, value), name);
             }
         });
}

void WindowPlayer::writeField(const QString &name, const QString &text)
{
    check(type(m_shell->console(), name, text), name);
    if (auto *edit = named<QLineEdit>(m_shell->console(), name))
        QTest::keyClick(edit, Qt::Key_Return);
}

void WindowPlayer::act(const Tell &deed)
{
    fill([&] { choose(u"It already happened: tell it afterwards"_s); },
         [&](QDialog &dialog) {
             check(type(dialog, u"In one line"_s, deed.line), u"In one line"_s);
             check(type(dialog, u"What was wrong"_s, deed.title), u"What was wrong"_s);
             check(type(dialog, u"What users noticed"_s, deed.felt), u"What users noticed"_s);
             check(type(dialog, u"Parts affected"_s, deed.parts), u"Parts affected"_s);
             verbOf(dialog)->click(); // looks it over; the next press stores it
         });
}

void WindowPlayer::act(const Open &deed)
{
    fill([&] { choose(u"Open another incident"_s); },
         [&](QDialog &dialog) {
             check(type(dialog, u"What is wrong"_s, deed.title), u"What is wrong"_s);
             check(type(dialog, u"Parts affected"_s, deed.parts), u"Parts affected"_s);
             check(pick(dialog, u"How bad it is"_s, int(deed.kind)), u"How bad it is"_s);
             check(type(dialog, u"Since"_s, deed.since), u"Since"_s);
         });
    writeField(u"Users feel"_s, deed.felt);
}

void WindowPlayer::act(const Plan &deed)
{
    choose(u"Planned work"_s);
    auto *plan = m_shell->findChild<ui::PlanForm *>();
    const std::pair<QString, QString> fields[] = {
        {u"What is done"_s, deed.title},   {u"Users feel"_s, deed.felt},
        {u"Parts affected"_s, deed.parts}, {u"Window from"_s, deed.from},
        {u"Window to"_s, deed.to},         {u"Takes at the most"_s, deed.takes}};
    for (const auto &[name, text] : fields)
        check(type(*plan, name, text), name);
    QTest::keyClick(named<QLineEdit>(*plan, u"Takes at the most"_s), Qt::Key_Return);
    const QString wrong = errorsOf(*plan);
    if (!wrong.isEmpty())
        complain(wrong);
}

void WindowPlayer::act(const Phase &deed)
{
    form(IncidentForm::Phase, {{u"Users feel"_s, deed.felt},
                               {u"Parts affected"_s, deed.parts},
                               {u"Effect"_s, int(deed.effect)},
                               {u"Takes at the most"_s, deed.takes}});
}

void WindowPlayer::act(const Severity &deed)
{
    auto *box = named<QComboBox>(m_shell->console(), u"Severity"_s);
    check(box, u"Severity"_s);
    if (box)
        QTest::keyClicks(box, QString::number(deed.severity));
}

void WindowPlayer::act(const Blame &deed)
{
    form(IncidentForm::Cause, {{u"Cause"_s, deed.text},
                               {u"How sure it is"_s, int(deed.status)},
                               {u"Whose it was"_s, int(deed.attribution)},
                               {u"Provider"_s, deed.provider},
                               {u"What set it off"_s, deed.trigger},
                               {u"What else played a part"_s, deed.factors},
                               {u"Because"_s, deed.reason}});
}

void WindowPlayer::act(const Mark &deed)
{
    if (!deed.at.isEmpty())
        return form(IncidentForm::Milestone,
                    {{u"What"_s, int(deed.milestone)}, {u"It was at"_s, deed.at}});
    press(deed.milestone == Milestone::Acknowledged ? Qt::Key_A : Qt::Key_F);
}

void WindowPlayer::act(const Note &deed)
{
    form(IncidentForm::Note, {{u"What happened"_s, deed.text}});
}

void WindowPlayer::act(const Publish &deed)
{
    ui::ConsoleView &console = m_shell->console();
    check(pick(console, u"Status that readers see"_s, int(deed.status)),
          u"Status that readers see"_s);
    if (deed.noNext)
        check(type(console, u"Next update by"_s, {}), u"Next update by"_s);
    const std::size_t before = incident().posts.size();
    choose(u"Publish the post"_s);
    const bool seen = QTest::qWaitFor(
        [&] {
            const Incident now = incident();
            return now.posts.size() > before && !now.posts.back().seen.empty() &&
                   m_place->publishing().isIdle();
        },
        int(std::chrono::milliseconds(longWait).count()));
    if (!seen)
        complain(u"the post is not seen: %1 %2"_s.arg(
            errorsOf(console), console.findChild<ui::NoticeBar *>()->notice().text));
}

void WindowPlayer::act(const Undertake &deed)
{
    form(IncidentForm::Promise, {{u"What is promised"_s, deed.quote},
                                 {u"Of the kind"_s, int(deed.kind)},
                                 {u"By"_s, deed.due},
                                 {u"Or when"_s, deed.when}});
}

void WindowPlayer::act(const Settle &deed)
{
    QString id;
    for (const Promise &promise : incident().promises) {
        if (promise.quote == deed.quote)
            id = promise.id;
    }
    form(IncidentForm::Promise,
         {{u"Promise"_s, id}, {u"And now"_s, int(deed.status)}, {u"Because"_s, deed.note}});
}

void WindowPlayer::act(const Tick &deed)
{
    QString title;
    for (const StepStatus &status : evaluate(incident(), {m_clock.now(), {}})) {
        if (status.step.id == deed.step)
            title = status.step.title;
    }
    ui::ConsoleView &console = m_shell->console();
    for (auto *box : console.findChildren<QCheckBox *>()) {
        if (box->accessibleName().startsWith(title) && !title.isEmpty())
            box->click();
    }
    for (auto *bar : console.findChildren<ui::ReasonBar *>()) {
        if (!bar->isVisible())
            continue;
        auto *reason = bar->findChild<QLineEdit *>();
        QTest::keyClicks(reason, deed.reason);
        QTest::keyClick(reason, Qt::Key_Return);
        return;
    }
    complain(u"nobody asks how “%1” is known"_s.arg(deed.step));
}

void WindowPlayer::act(const Leave &deed)
{
    form(IncidentForm::FollowUp, {{u"What is to be done"_s, deed.title},
                                  {u"Of the kind"_s, int(deed.kind)},
                                  {u"By"_s, deed.due},
                                  {u"Planned work"_s, deed.plan}});
}

void WindowPlayer::act(const Contact &deed)
{
    form(IncidentForm::Contact, {{u"By"_s, int(deed.channel)},
                                 {u"What was said"_s, deed.said},
                                 {u"Ticket or address"_s, deed.reference}});
}

void WindowPlayer::act(const Answer &deed)
{
    for (const ProviderContact &contact : incident().contacts) {
        if (incident::isWaiting(contact))
            form(IncidentForm::Answer, {{u"Asked"_s, contact.id}, {u"The answer"_s, deed.text}});
    }
}

void WindowPlayer::act(const Start &)
{
    press(Qt::Key_S);
}

void WindowPlayer::act(const EndPhase &)
{
    form(IncidentForm::EndPhase, {});
}

void WindowPlayer::act(const Finish &deed)
{
    press(Qt::Key_E);
    if (deed.checked.isEmpty())
        return;
    auto *checked = named<QLineEdit>(m_shell->console(), u"How was it checked?"_s);
    check(checked, u"How was it checked?"_s);
    if (!checked)
        return;
    checked->setText(deed.checked);
    QTest::keyClick(checked, Qt::Key_Return);
}

void WindowPlayer::showPostmortem()
{
    choose(u"History"_s);
    for (auto *button : m_shell->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Postmortem")
            button->click();
    }
}

void WindowPlayer::act(const Write &deed)
{
    showPostmortem();
    for (const wording::PostmortemSection &section : wording::postmortemSections()) {
        if (section.id != deed.section)
            continue;
        auto *editor = named<QPlainTextEdit>(*m_shell, section.heading);
        check(editor, section.heading);
        if (!editor)
            return;
        editor->setFocus();
        QTest::keyClicks(editor, deed.text);
        QTest::keyClick(editor, Qt::Key_Tab);
        const bool written = QTest::qWaitFor(
            [&] {
                const Incident now = incident();
                const auto text = now.sections.find(deed.section);
                return text != now.sections.end() && text->second == deed.text;
            },
            int(std::chrono::milliseconds(longWait).count()));
        if (!written)
            complain(u"the postmortem is not written"_s);
    }
}

void WindowPlayer::act(const Export &)
{
    showPostmortem();
    fill(
        [&] {
            auto *button = named<QAbstractButton>(*m_shell, u"Export as HTML"_s);
            check(button, u"Export as HTML"_s);
            if (button)
                button->click();
        },
        [&](QDialog &dialog) {
            auto *files = qobject_cast<QFileDialog *>(&dialog);
            if (!files)
                return;
            files->setDirectory(m_folder.path());
            files->selectFile(u"postmortem.html"_s);
        });
    choose(u"Go to the post"_s);
}

void WindowPlayer::act(const Advance &)
{
    choose(u"It stays well: what was watched is over"_s);
}

void WindowPlayer::act(const Close &)
{
    choose(u"Close the incident"_s);
}

} // namespace tenstories
