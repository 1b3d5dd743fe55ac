// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartnavigator.h"
#include "ui/health/healthpane.h"
#include "ui/health/healthsummary.h"
#include "ui/health/samplesdialog.h"
#include "ui/theme/appearance.h"
#include "ui/wall/wallview.h"
#include "view/gallery/healthscene.h"
#include "view/gallery/widgetsheet.h"

#include <memory>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QHBoxLayout>
#include <QTextStream>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

bool save(QWidget &widget, const QString &path)
{
    widget.show();
    QCoreApplication::processEvents();
    if (widget.grab().save(path))
        return true;
    QTextStream(stderr) << path << u" could not be written"_s << Qt::endl;
    return false;
}

/// Two health panes side by side, as wide as the window has them: an hour, and six with another
/// monitor chosen.
std::unique_ptr<QWidget> makeHealthSheet(const ui::HealthModel &model,
                                         const ui::HealthModel &nothing)
{
    auto sheet = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(sheet.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new ui::HealthPane(model), 1);
    auto *longer = new ui::HealthPane(model);
    longer->setSpan(std::chrono::hours(6));
    longer->choose(u"mail.example.org"_s);
    row->addWidget(longer, 1);
    row->addWidget(new ui::HealthPane(nothing), 1);
    sheet->resize(1366, 704);
    return sheet;
}

/// Looking around: the crosshair on a mark with an outage selected; and far back in the history.
std::unique_ptr<QWidget> makeLookingSheet(const ui::HealthModel &model)
{
    auto sheet = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(sheet.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *marking = new ui::HealthPane(model);
    row->addWidget(marking, 1);
    auto *back = new ui::HealthPane(model);
    back->choose(u"www"_s);
    row->addWidget(back, 1);
    sheet->resize(1000, 704);
    sheet->show();
    QCoreApplication::processEvents();
    marking->navigator().perform(ui::ChartAction::SelectOutage);
    marking->navigator().point(base::Instant(model.marks(u"images"_s).first().at));
    for (int i = 0; i < 3; ++i)
        back->navigator().perform(ui::ChartAction::PageBack);
    back->navigator().point(back->navigator().frame().from() + std::chrono::minutes(20));
    return sheet;
}

bool saveAll(const QDir &folder, const QString &variant)
{
    const std::unique_ptr<QWidget> widgets(gallery::makeWidgetSheet());
    support::FakeHealthModel model;
    gallery::fillTrouble(model);
    const support::FakeHealthModel nothing;
    const std::unique_ptr<QWidget> health = makeHealthSheet(model, nothing);
    const std::unique_ptr<QWidget> looking = makeLookingSheet(model);
    support::FakeHealthModel many;
    gallery::fillWall(many);
    ui::WallView wall(many);
    wall.resize(1302, 678);
    ui::ChartContent content;
    content.now = content.to = model.now();
    content.from = content.to - std::chrono::hours(1);
    content.unit = u"ms"_s;
    content.zone = model.zone();
    const ui::MonitorInfo images = model.monitors().first();
    ui::SamplesDialog samples(images.name, *model.series(images.id), content,
                              ui::summaryOf(images, model.series(images.id), content));
    return save(*widgets, folder.filePath(u"widgets-%1.png"_s.arg(variant))) &&
           save(*health, folder.filePath(u"health-%1.png"_s.arg(variant))) &&
           save(*looking, folder.filePath(u"looking-%1.png"_s.arg(variant))) &&
           save(wall, folder.filePath(u"wall-%1.png"_s.arg(variant))) &&
           save(samples, folder.filePath(u"samples-%1.png"_s.arg(variant)));
}

} // namespace

/// Saves pictures of everything that ui/theme, ui/widget and ui/health can look like, for people to
/// compare with each other and with the last release.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addHelpOption();
    parser.process(application);
    const QDir folder(parser.positionalArguments().value(0, u"."_s));

    ui::Appearance appearance(application);
    struct Variant
    {
        QString name;
        ui::SchemeChoice choice;
        int percent;
    };
    for (const Variant &variant : {Variant{u"light"_s, ui::SchemeChoice::Light, 100},
                                   Variant{u"dark"_s, ui::SchemeChoice::Dark, 100},
                                   Variant{u"light-125"_s, ui::SchemeChoice::Light, 125}}) {
        appearance.setChoice(variant.choice);
        appearance.setTextPercent(variant.percent);
        if (!saveAll(folder, variant.name))
            return 1;
    }
    return 0;
}
