// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importing/importdialog.h"

#include "timing/zone.h"
#include "ui/importing/importmodel.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/segmentedbar.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using workflow::ArchiveImport;
using workflow::ArchiveSource;
using workflow::ImportStanding;

namespace {

constexpr QSize usualSize(980, 620);
constexpr int titleWidth = 220;
constexpr int windowsWidth = 280;

} // namespace

ImportDialog::ImportDialog(workflow::Desk &desk, ArchiveImport &archive, QString siteTarget,
                           QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_archive(archive)
    , m_siteTarget(std::move(siteTarget))
    , m_model(new ImportModel(archive, this))
{
    setWindowTitle(tr("Import old posts"));
    resize(usualSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(buildSource());
    layout->addWidget(buildResult(), 1);
    layout->addWidget(buildFoot());

    connect(&m_archive, &ArchiveImport::progressed, this, &ImportDialog::showProgress);
    connect(&m_archive, &ArchiveImport::rowsRead, this, &ImportDialog::showRows);
    connect(&m_archive, &ArchiveImport::rowsStored, this, &ImportDialog::showStored);
    connect(&m_archive, &ArchiveImport::failed, this, [this](const base::Error &error) {
        setBusy(false);
        m_model->reload(m_desk.zone());
        say(error.text);
    });
    connect(m_model, &ImportModel::wantedChanged, this, &ImportDialog::showWanted);
    setBusy(false);
    showWanted();
    m_choose->setAutoDefault(false);
    m_read->setDefault(true);
    m_place->setFocus();
    say(tr("Reading shows what is understood. Nothing is stored until you import it."));
}

QWidget *ImportDialog::buildSource()
{
    m_kind = new SegmentedBar(tr("Where the posts are"));
    m_kind->addSegment(int(ArchiveSource::Kind::Feed), tr("Feed"));
    m_kind->addSegment(int(ArchiveSource::Kind::WordPress), tr("WordPress"));
    m_kind->addSegment(int(ArchiveSource::Kind::Text), tr("Text file"));
    m_place = new LineEdit;
    m_placeRow = new FormField(tr("Address or file"), m_place);
    m_choose = new ActionButton(ActionButton::Kind::Secondary, tr("Choose a file"));
    m_placeRow->setWide(true);
    m_zone = new LineEdit;
    m_zone->setText(QString::fromUtf8(m_desk.zone().id()));
    m_zoneRow = new FormField(tr("Time zone of the page"), m_zone);
    m_read = new ActionButton(ActionButton::Kind::Primary, tr("Read"));
    m_zoneRow->setWide(true);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *kinds = new QHBoxLayout;
    kinds->addWidget(m_kind);
    kinds->addStretch(1);
    layout->addLayout(kinds);
    for (const auto &[row, button] :
         {std::pair(m_placeRow, m_choose), std::pair(m_zoneRow, m_read)}) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::s);
        line->addWidget(row, 1);
        line->addWidget(button, 0, Qt::AlignTop);
        layout->addLayout(line);
    }

    const auto showHint = [this] {
        const auto kind = ArchiveSource::Kind(m_kind->current());
        m_choose->setVisible(kind != ArchiveSource::Kind::WordPress);
        if (kind == ArchiveSource::Kind::WordPress)
            m_place->setPlaceholderText(tr("https://blog.example.org/"));
        else
            m_place->setPlaceholderText(kind == ArchiveSource::Kind::Feed
                                            ? tr("https://status.example.org/history.atom")
                                            : tr("old-posts.txt"));
    };
    connect(m_kind, &SegmentedBar::currentChanged, this, showHint);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::choose);
    connect(m_read, &QPushButton::clicked, this, &ImportDialog::read);
    showHint();
    return box;
}

QWidget *ImportDialog::buildResult()
{
    m_filter = new SegmentedBar(tr("Which posts to show"));
    m_filter->addSegment(int(ImportModel::Filter::All), tr("All"));
    m_filter->addSegment(int(ImportModel::Filter::Understood), tr("Understood"));
    m_filter->addSegment(int(ImportModel::Filter::NotUnderstood), tr("Not understood"));
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Posts"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ImportModel::Posted, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ImportModel::Kind, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ImportModel::Remarks, QHeaderView::Stretch);
    header->resizeSection(ImportModel::Title, titleWidth);
    header->resizeSection(ImportModel::Windows, windowsWidth);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_filter);
    filters->addStretch(1);
    layout->addLayout(filters);
    layout->addWidget(m_table, 1);
    connect(m_filter, &SegmentedBar::currentChanged, this,
            [this](int filter) { m_model->setFilter(ImportModel::Filter(filter)); });
    return box;
}

QWidget *ImportDialog::buildFoot()
{
    m_sentence = makeLabel({}, TextRole::Secondary);
    m_sentence->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop = new ActionButton(ActionButton::Kind::Secondary, tr("Stop"));
    m_public = new QCheckBox(tr("Show them on the status page too"));
    auto *close = new ActionButton(ActionButton::Kind::Quiet, tr("Close"));
    m_store = new ActionButton(ActionButton::Kind::Primary, tr("Import"));

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_sentence);
    auto *running = new QHBoxLayout;
    running->addWidget(m_progress, 1);
    running->addWidget(m_stop);
    layout->addLayout(running);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_public);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_store);
    layout->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, &m_archive, &ArchiveImport::stop);
    connect(close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_store, &QPushButton::clicked, this, &ImportDialog::store);
    return box;
}

void ImportDialog::setSource(ArchiveSource::Kind kind, const QString &place)
{
    m_kind->setCurrent(int(kind));
    m_place->setText(place);
}

void ImportDialog::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file with old posts"));
    if (!path.isEmpty())
        m_place->setText(path);
}

void ImportDialog::read()
{
    if (m_archive.isBusy())
        return;
    const QString zoneName = m_zone->text().trimmed();
    const auto zone = zoneName.isEmpty() ? std::nullopt : timing::zoneByName(zoneName);
    const QString place = m_place->text().trimmed();
    m_placeRow->setError(place.isEmpty() ? tr("Write an address, or choose a file.") : QString());
    m_zoneRow->setError(zone ? QString() : tr("Write a zone such as Europe/London."));
    if (!zone || place.isEmpty())
        return;
    ArchiveSource source;
    source.kind = ArchiveSource::Kind(m_kind->current());
    source.place = place;
    source.zone = *zone;
    setBusy(true);
    m_archive.read(source);
}

void ImportDialog::store()
{
    const std::vector<int> wanted = m_model->wanted();
    if (m_archive.isBusy() || wanted.empty())
        return;
    setBusy(true);
    m_archive.store(wanted, m_public->isChecked() ? QStringList{m_siteTarget} : QStringList());
}

void ImportDialog::reject()
{
    if (m_archive.isBusy())
        m_archive.stop();
    QDialog::reject();
}

void ImportDialog::showProgress(const QString &sentence, int done, int total)
{
    say(sentence);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void ImportDialog::showRows()
{
    setBusy(false);
    m_model->reload(timing::zoneByName(m_zone->text().trimmed()).value_or(m_desk.zone()));
    const QStringList parts{
        tr("%n new", nullptr, m_archive.count(ImportStanding::New)),
        tr("%n known", nullptr, m_archive.count(ImportStanding::Known)),
        tr("%n changed", nullptr, m_archive.count(ImportStanding::Changed)),
        tr("%n not understood", nullptr, m_archive.count(ImportStanding::NotUnderstood))};
    QStringList sentences = m_archive.warnings();
    sentences.prepend(parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    say(sentences.join(QLatin1Char(' ')));
}

void ImportDialog::showStored(const workflow::ImportOutcome &outcome)
{
    setBusy(false);
    QStringList sentences{tr("%n incidents imported.", nullptr, outcome.stored)};
    if (outcome.stopped)
        sentences += tr("Stopped: import again to have the others.");
    if (!outcome.failures.empty())
        sentences += outcome.failures.front().error.text;
    m_model->setFilter(ImportModel::Filter(m_filter->current()));
    showWanted();
    say(sentences.join(QLatin1Char(' ')));
    if (m_public->isChecked() && outcome.stored > 0)
        emit siteChanged();
}

void ImportDialog::showWanted()
{
    const int count = int(m_model->wanted().size());
    m_store->setTitle(count > 0 ? tr("Import %n incidents", nullptr, count) : tr("Import"));
    m_store->setEnabled(count > 0 && !m_archive.isBusy());
}

void ImportDialog::say(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void ImportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_stop->setVisible(busy);
    m_read->setEnabled(!busy);
    m_store->setEnabled(!busy);
    m_table->setEnabled(!busy);
}

} // namespace ui
