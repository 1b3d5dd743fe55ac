// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/providerrecord.h"

#include "base/tip.h"
#include "ui/provider/contactlog.h"
#include "ui/provider/providerlook.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/sectionlabel.h"
#include "ui/widget/statebadge.h"
#include "wording/clockwords.h"
#include "wording/termwords.h"

#include <algorithm>
#include <QClipboard>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLayoutItem>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrapped(const QString &text, TextRole role)
{
    QLabel *label = makeLabel(text, role);
    label->setWordWrap(true);
    return label;
}

bool isWeb(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http");
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

ProviderRecord::ProviderRecord(workflow::Desk &desk, workflow::Upstreams &upstreams,
                               QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_upstreams(upstreams)
    , m_title(makeLabel({}, TextRole::Title))
    , m_badge(new StateBadge)
    , m_asked(new ElidedLabel({}, TextRole::Faint))
    , m_notices(new QVBoxLayout)
    , m_factsPlace(new QVBoxLayout)
    , m_casesTitle(new SectionLabel(tr("Its incidents")))
    , m_cases(new CaseList)
    , m_logTitle(new SectionLabel(tr("What was said")))
    , m_log(new ContactLog)
    , m_nothing(wrapped(tr("No incident was held to be theirs, and nobody has "
                           "spoken with them."),
                        TextRole::Secondary))
    , m_open(new ActionButton(ActionButton::Kind::Secondary, tr("Open the status page")))
    , m_logPage(new ActionButton(ActionButton::Kind::Secondary, tr("Log what the page says")))
    , m_logWord(new ActionButton(ActionButton::Kind::Primary, tr("Log a word …")))
{
    build();
    connect(m_cases, &CaseList::chosen, this, &ProviderRecord::openRequested);
    connect(m_log, &ContactLog::chosen, this, &ProviderRecord::openRequested);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_server && isWeb(m_server->spec.addresses.value(0)))
            QDesktopServices::openUrl(QUrl(m_server->spec.addresses.front()));
    });
    connect(m_logPage, &QPushButton::clicked, this, &ProviderRecord::logPage);
    connect(m_logWord, &QPushButton::clicked, this, [this] { emit contactWanted(caseAtHand()); });
    connect(&m_desk, &workflow::Desk::changed, this, &ProviderRecord::reload);
    connect(&m_upstreams, &workflow::Upstreams::changed, this, [this] {
        m_server = providerNamed(m_upstreams, m_name);
        showPage();
        showActions();
    });
}

void ProviderRecord::build()
{
    auto *edit = new ActionButton(ActionButton::Kind::Secondary, tr("Edit …"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_title);
    head->addWidget(m_badge);
    head->addWidget(m_asked, 1);
    head->addWidget(edit);
    m_notices->setSpacing(space::xs);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_open);
    actions->addWidget(m_logPage);
    actions->addStretch(1);
    actions->addWidget(m_logWord);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::m);
    layout->addLayout(head);
    layout->addLayout(m_notices);
    layout->addLayout(m_factsPlace);
    layout->addLayout(actions);
    layout->addWidget(m_casesTitle);
    layout->addWidget(m_cases);
    layout->addWidget(m_logTitle);
    layout->addWidget(m_log);
    layout->addWidget(m_nothing);
    layout->addStretch(1);
    connect(edit, &QPushButton::clicked, this, &ProviderRecord::editWanted);
}

void ProviderRecord::setProvider(const QString &name, const QString &incident)
{
    m_name = name;
    m_incident = incident;
    reload();
}

void ProviderRecord::reload()
{
    if (m_name.isEmpty())
        return;
    m_server = providerNamed(m_upstreams, m_name);
    upstream::Spec spec;
    spec.name = m_name;
    m_history = workflow::historyOf(m_desk, m_server ? m_server->spec : spec)
                    .value_or(workflow::ProviderHistory());
    m_title->setText(m_server ? m_server->spec.name : m_name);
    showPage();
    showRecord();
    showHistory();
    showActions();
}

void ProviderRecord::showPage()
{
    empty(m_notices);
    m_badge->setVisible(m_server.has_value());
    m_asked->setText({});
    if (!m_server)
        return;
    const PageLook look = lookOf(*m_server);
    m_badge->setState(look.state, look.words);
    const base::Instant now = m_desk.clock().now();
    if (m_server->answeredAt) {
        const auto at = std::chrono::floor<std::chrono::seconds>(*m_server->answeredAt);
        //: %1 as in "3 min ago"
        m_asked->setText(tr("its page was read %1").arg(wording::awayWords(at, now)));
    }
    if (!m_server->status)
        return;
    for (const provider::Notice &notice : m_server->status->notices) {
        auto *line = new StateBadge;
        line->setBadgeSize(StateBadge::Size::Bare);
        line->setState(stateOf(notice.impact),
                       notice.status.isEmpty() ? notice.title
                                               //: %1 a title, %2 a state such as "identified"
                                               : tr("%1 (%2)").arg(notice.title, notice.status));
        m_notices->addWidget(line);
        if (!notice.latest.isEmpty())
            m_notices->addWidget(wrapped(notice.latest, TextRole::Secondary));
    }
}

void ProviderRecord::addFact(const QString &label, QWidget *value)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(makeLabel(label, TextRole::Secondary), row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
}

/// A number is copied, an address on the web opened.
QWidget *ProviderRecord::contactLine(const provider::Contact &contact)
{
    const bool web = isWeb(contact.address);
    QLabel *who = makeLabel(contact.name.isEmpty()
                                ? wording::words(contact.channel)
                                : u"%1 · %2"_s.arg(contact.name, wording::words(contact.channel)),
                            TextRole::Body);
    QLabel *address = makeLabel(contact.address, TextRole::Strong);
    address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *act = new ActionButton(ActionButton::Kind::Quiet, web ? tr("Open") : tr("Copy"));
    act->setAccessibleDescription(contact.address);
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    line->addWidget(address);
    line->addWidget(who);
    line->addWidget(act);
    line->addStretch(1);
    connect(act, &QPushButton::clicked, this, [web, text = contact.address] {
        if (web)
            QDesktopServices::openUrl(QUrl(text));
        else
            QGuiApplication::clipboard()->setText(text);
    });
    return box;
}

void ProviderRecord::showRecord()
{
    delete m_facts;
    m_facts = new QWidget;
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
    m_factsPlace->addWidget(m_facts);
    if (!m_server) {
        m_grid->addWidget(wrapped(tr("There is no record of it yet. Edit it to say whom to ask."),
                                  TextRole::Secondary),
                          0, 1);
        return;
    }
    const upstream::Spec &spec = m_server->spec;
    if (!spec.addresses.isEmpty())
        addFact(tr("Status page"), wrapped(spec.addresses.join(u' '), TextRole::Body));
    addFact(tr("Stands on it"), wrapped(spec.components.isEmpty() ? tr("nothing was said")
                                                                  : spec.components.join(u", "_s),
                                        TextRole::Body));
    auto *contacts = new QWidget;
    auto *lines = new QVBoxLayout(contacts);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    for (const provider::Contact &contact : spec.contacts)
        lines->addWidget(contactLine(contact));
    if (spec.contacts.empty())
        lines->addWidget(wrapped(tr("none yet"), TextRole::Body));
    addFact(tr("Contacts"), contacts);
    if (!spec.customer.isEmpty())
        addFact(tr("They ask for"), wrapped(spec.customer, TextRole::Body));
    if (!spec.note.isEmpty())
        addFact(tr("Worth knowing"), wrapped(spec.note, TextRole::Body));
}

void ProviderRecord::showHistory()
{
    const base::Instant now = m_desk.clock().now();
    m_cases->setCases(m_history.cases, now, m_desk.zone());
    m_log->setWords(m_history.words, now, m_desk.zone());
    const bool cases = !m_history.cases.empty();
    const bool words = !m_history.words.empty();
    m_casesTitle->setVisible(cases);
    m_cases->setVisible(cases);
    m_logTitle->setVisible(words);
    m_log->setVisible(words);
    m_nothing->setVisible(!cases && !words);
}

QString ProviderRecord::caseAtHand() const
{
    const auto &cases = m_history.cases;
    const auto shown = std::ranges::find_if(
        cases, [this](const auto &one) { return one.summary.id == m_incident; });
    if (shown != cases.end())
        return m_incident;
    const auto open = std::ranges::find_if(
        cases, [](const auto &one) { return incident::isOpen(one.summary.state); });
    return open == cases.end() ? QString() : open->summary.id;
}

void ProviderRecord::showActions()
{
    const bool has = !caseAtHand().isEmpty();
    const QString why = has ? QString()
                            : tr("None of its incidents is open: say first that "
                                 "it is our provider.");
    m_open->setVisible(m_server && !m_server->spec.addresses.isEmpty());
    m_logPage->setVisible(m_open->isVisibleTo(this));
    m_logPage->setEnabled(has && m_server && m_server->status);
    m_logWord->setEnabled(has);
    m_logPage->setAccessibleDescription(why);
    m_logWord->setAccessibleDescription(why);
    m_logWord->setToolTip(base::plainTip(why));
}

void ProviderRecord::logPage()
{
    if (!m_server)
        return;
    const auto done = workflow::logPage(m_desk, caseAtHand(), *m_server);
    if (!done)
        emit failed(done.error());
}

} // namespace ui
