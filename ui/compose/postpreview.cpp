// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/postpreview.h"

#include "base/whenfinished.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/segmentedbar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

using publish::Preview;

namespace {

enum Form { AsRead, AsSent };

/// Shows what it is given and nothing else: no picture, no style sheet and no page is fetched for
/// it, and a link in it leads nowhere.
class QuietBrowser final : public QTextBrowser
{
public:
    QuietBrowser()
    {
        setOpenLinks(false);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }

    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QLabel *wrapped(TextRole role)
{
    QLabel *label = makeLabel({}, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

PostPreview::PostPreview(workflow::Compose &compose, QWidget *parent)
    : QWidget(parent)
    , m_compose(compose)
    , m_bars(new QHBoxLayout)
    , m_forms(new SegmentedBar(tr("What is shown of the post")))
    , m_open(new ActionButton(ActionButton::Kind::Quiet, tr("Open in the browser")))
    , m_title(wrapped(TextRole::Title))
    , m_text(new QuietBrowser)
    , m_who(wrapped(TextRole::Secondary))
    , m_unsaid(wrapped(TextRole::Secondary))
{
    m_forms->addSegment(AsRead, tr("Read"), tr("as readers see it"));
    m_forms->addSegment(AsSent, tr("Sent"), tr("as it is sent"));
    m_open->setToolTip(tr("The very page that is written when you publish, in a folder for now"));
    m_text->setAccessibleName(tr("The post as readers see it"));
    setTone(m_unsaid, Tone::Degraded);
    m_bars->setSpacing(space::s);
    m_bars->addStretch(1);
    m_bars->addWidget(m_open);
    m_bars->addWidget(m_forms);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addLayout(m_bars);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    layout->addWidget(buildFacts());
    layout->addWidget(m_unsaid);
    layout->addWidget(m_who);
    connect(m_forms, &SegmentedBar::currentChanged, this, &PostPreview::refresh);
    connect(m_open, &QPushButton::clicked, this, &PostPreview::writePage);
}

PostPreview::~PostPreview() = default;

QWidget *PostPreview::buildFacts()
{
    m_facts = new QWidget;
    m_factRows = new QGridLayout(m_facts);
    m_factRows->setContentsMargins(0, 0, 0, 0);
    m_factRows->setHorizontalSpacing(space::m);
    m_factRows->setVerticalSpacing(2);
    m_factRows->setColumnStretch(1, 1);
    return m_facts;
}

void PostPreview::setTargets(const std::vector<TargetLabel> &targets)
{
    m_targets = targets;
    buildTargetBar();
    if (isVisible())
        refresh();
}

void PostPreview::buildTargetBar()
{
    delete m_targetBar;
    m_targetBar = new SegmentedBar(tr("The place whose readers see it"));
    for (size_t i = 0; i < m_targets.size(); ++i)
        m_targetBar->addSegment(int(i), m_targets[i].label);
    m_bars->insertWidget(0, m_targetBar);
    connect(m_targetBar, &SegmentedBar::currentChanged, this, &PostPreview::refresh);
}

const TargetLabel *PostPreview::current() const
{
    const int index = m_targetBar ? m_targetBar->current() : -1;
    return index >= 0 && index < int(m_targets.size()) ? &m_targets[size_t(index)] : nullptr;
}

void PostPreview::refresh()
{
    const TargetLabel *target = current();
    if (!target || !target->preview)
        return;
    m_open->setVisible(bool(target->writePreview));
    const auto preview = target->preview();
    if (preview) {
        showText(*preview);
        showFacts(preview->facts);
        showSentences(*target, {});
    } else {
        showText({});
        showFacts({});
        showSentences(*target, {preview.error().text});
    }
}

void PostPreview::showText(const Preview &preview)
{
    const bool isSent = m_forms->current() == AsSent;
    m_title->setText(preview.title);
    m_title->setVisible(!isSent && !preview.title.isEmpty());
    if (isSent || preview.form == Preview::Form::PlainText)
        m_text->setPlainText(isSent ? preview.source : preview.text);
    else if (preview.form == Preview::Form::Html)
        m_text->setHtml(preview.text);
    else
        m_text->document()->setMarkdown(preview.text, QTextDocument::MarkdownNoHTML);
}

void PostPreview::showFacts(const std::vector<publish::PreviewFact> &facts)
{
    while (QLayoutItem *item = m_factRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const publish::PreviewFact &fact : facts) {
        const int row = m_factRows->rowCount();
        QLabel *value = makeLabel(fact.value, TextRole::SecondaryStrong);
        value->setWordWrap(true);
        value->setAccessibleName(tr("%1: %2").arg(fact.label, fact.value));
        m_factRows->addWidget(makeLabel(fact.label, TextRole::Secondary), row, 0, Qt::AlignTop);
        m_factRows->addWidget(value, row, 1);
    }
    m_facts->setVisible(!facts.empty());
}

void PostPreview::showSentences(const TargetLabel &target, const QStringList &more)
{
    QStringList unsaid = more;
    if (!m_compose.draft().targets.contains(target.name))
        unsaid << tr("This post does not go there.");
    if (target.unsaid)
        unsaid += target.unsaid();
    m_unsaid->setText(unsaid.join(u' '));
    m_unsaid->setVisible(!unsaid.isEmpty());
    m_who->setText(target.notifies && !m_compose.draft().notify
                       ? tr("Subscribers of %1 are not told.").arg(target.label)
                       : target.whoIsNotified);
}

void PostPreview::writePage()
{
    const TargetLabel *target = current();
    if (!target || !target->writePreview)
        return;
    m_folder = std::make_unique<QTemporaryDir>();
    base::whenFinished(this, target->writePreview(m_folder->path()),
                       [this](const base::Result<QString> &page) {
                           if (page)
                               emit pageWritten(QUrl::fromLocalFile(*page));
                           else
                               emit failed(page.error());
                       });
}

} // namespace ui
