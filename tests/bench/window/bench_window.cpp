// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "support/realserver.h"
#include "ui/health/healthchart.h"
#include "ui/health/healthpane.h"
#include "ui/metrics/browsedialog.h"

#include <array>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QTextStream>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int names = 50'000;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// One turn of the wheel over the middle of the chart.
void turn(QWidget &chart, int by, Qt::KeyboardModifiers held = {})
{
    const QPointF place = QRectF(chart.rect()).center();
    QWheelEvent event(place, chart.mapToGlobal(place), {}, {0, by}, Qt::NoButton, held,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&chart, &event);
    QTest::qWait(15);
}

void drag(QWidget &chart, Qt::KeyboardModifiers held)
{
    const QPoint middle = chart.rect().center();
    QTest::mousePress(&chart, Qt::LeftButton, held, middle);
    for (int x = 0; x < 200; x += 10) {
        QMouseEvent moved(QEvent::MouseMove, middle + QPoint(x, 0),
                          chart.mapToGlobal(middle + QPoint(x, 0)), Qt::NoButton, Qt::LeftButton,
                          held);
        QApplication::sendEvent(&chart, &moved);
        QTest::qWait(10);
    }
    QTest::mouseRelease(&chart, Qt::LeftButton, held, middle + QPoint(200, 0));
}

/// What people do with the charts, each of which follows.
void browse(QWidget &chart)
{
    using enum Qt::Key;
    for (int i = 0; i < 20; ++i)
        turn(chart, -120);
    for (int i = 0; i < 40; ++i)
        turn(chart, i < 20 ? 120 : -120, Qt::ShiftModifier);
    for (int i = 0; i < 20; ++i)
        turn(chart, 120);
    drag(chart, Qt::ControlModifier);
    drag(chart, Qt::ShiftModifier);
    for (const Qt::Key key : {Key_Home, Key_PageUp, Key_PageUp, Key_PageUp, Key_Minus, Key_Minus,
                              Key_Minus, Key_Minus, Key_Left, Key_Left, Key_Plus, Key_End}) {
        QTest::keyClick(&chart, key);
        QTest::qWait(100);
    }
}

void measureWall(TimedApplication &application, quint16 target)
{
    Desk desk(application, 60, 1s, target);
    desk.window().showWall();
    QTest::qWait(5'000);
    const int charts = desk.chartsInSight();
    const double wall = desk.watch(30'000);
    out() << u"wall, %1 charts in sight, a sample a second each, probes included: %2 % of a core; "
             "%3\n"_s.arg(charts)
                 .arg(wall, 0, 'f', 1)
                 .arg(application.longest())
          << Qt::flush;
    desk.window().showNow();
    QTest::qWait(3'000);
    const double console = desk.watch(20'000);
    out() << u"console over the same monitors: %1 % of a core; %2\n"_s.arg(console, 0, 'f', 1)
                 .arg(application.longest())
          << Qt::flush;
    auto *chart = desk.window().console().healthPane().findChild<ui::MonitorPanel *>()->chart();
    browse(*chart);
    application.forget();
    for (int round = 0; round < 3; ++round)
        browse(*chart);
    out() << u"wheel, drags and keys over the same 60 charts: %1\n"_s.arg(application.longest())
          << Qt::flush;
}

void measureHidden(TimedApplication &application, quint16 target)
{
    Desk desk(application, 50, 5s, target);
    QTest::qWait(3'000);
    desk.window().hide();
    QTest::qWait(3'000);
    const double share = desk.watch(30'000);
    out() << u"hidden, 50 monitors at 5 s: %1 % of a core; %2\n"_s.arg(share, 0, 'f', 2)
                 .arg(application.longest())
          << Qt::flush;
}

/// A Prometheus that has read a page of so many names, each with its help.
class BigPrometheus
{
public:
    BigPrometheus()
    {
        QByteArray page;
        for (int i = 0; i < names; ++i) {
            const QByteArray name = "service_part_" + QByteArray::number(i % 97) +
                                    "_operations_handled_number_" + QByteArray::number(i);
            page += "# HELP " + name + " How often the part has done what it is for.\n# TYPE " +
                    name + " gauge\n" + name + "{shard=\"" + QByteArray::number(i % 7) + "\"} " +
                    QByteArray::number(i) + "\n";
        }
        support::writeFile(m_folder.filePath(u"names.prom"_s), page);
        const quint16 exporter = support::freePort();
        m_exporter.start(u"prometheus-node-exporter"_s,
                         {u"--web.listen-address=127.0.0.1:%1"_s.arg(exporter),
                          u"--collector.disable-defaults"_s, u"--collector.textfile"_s,
                          u"--collector.textfile.directory="_s + m_folder.path()},
                         m_folder.path());
        support::writeFile(m_folder.filePath(u"prometheus.yml"_s),
                           "scrape_configs:\n- job_name: names\n  scrape_interval: 10s\n"
                           "  static_configs: [{targets: ['127.0.0.1:" +
                               QByteArray::number(exporter) + "']}]\n");
        m_server.start(u"prometheus"_s,
                       {u"--config.file="_s + m_folder.filePath(u"prometheus.yml"_s),
                        u"--storage.tsdb.path="_s + m_folder.filePath(u"tsdb"_s),
                        u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)},
                       m_folder.path());
        if (!m_exporter.isReady(exporter, "/metrics") || !m_server.isReady(m_port, "/-/ready"))
            qFatal("no Prometheus: %s", m_server.log().constData());
    }

    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

private:
    QTemporaryDir m_folder;
    quint16 m_port = support::freePort();
    support::RealServer m_exporter;
    support::RealServer m_server;
};

template <class T>
T *named(const QWidget &parent, const QString &name)
{
    for (T *widget : parent.findChildren<T *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qFatal("nothing is named %s", qUtf8Printable(name));
}

/// Searches, chooses and clears, as somebody would who looks for a figure.
void choose(ui::BrowseDialog &dialog)
{
    auto *search = named<QLineEdit>(dialog, u"Search the metrics"_s);
    auto *list = named<QAbstractItemView>(dialog, u"Metrics"_s);
    for (const char *words : {"part 12 number", "has done", "zzz", "4999"}) {
        for (const char *key = words; *key; ++key) {
            QTest::keyClick(search, *key);
            QTest::qWait(30);
        }
        QTest::keyClick(search, Qt::Key_Return);
        QTest::qWait(1'000);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(search, Qt::Key_Delete);
    }
    list->setFocus();
    for (const Qt::Key key : {Qt::Key_End, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Down}) {
        QTest::keyClick(list, key);
        QTest::qWait(500);
    }
}

void measurePicker(TimedApplication &application, quint16 target)
{
    BigPrometheus server;
    Desk desk(application, 3, 5s, target);
    QTest::qWait(3'000);
    desk.window().addChart();
    auto *dialog = desk.window().findChild<ui::BrowseDialog *>();
    QTest::qWait(1'000);
    auto *list = named<QAbstractItemView>(*dialog, u"Metrics"_s);
    dialog->findChild<QComboBox *>()->lineEdit()->setText(server.address());
    // Until the server has read its page: asked once, it keeps nobody waiting.
    for (int asked = 0; list->model()->rowCount() < names && asked < 30; ++asked) {
        application.forget();
        dialog->connectTo();
        QTest::qWait(4'000);
    }
    out() << u"%1 names come in from a real Prometheus: %2\n"_s.arg(list->model()->rowCount())
                 .arg(application.longest())
          << Qt::flush;
    application.forget();
    choose(*dialog);
    out() << u"they are searched and chosen from: %1\n"_s.arg(application.longest()) << Qt::flush;
    dialog->close();
}

} // namespace

/// Prints what the running window costs, and its longest event. With the name of a part, "wall",
/// "hidden" or "picker", only that.
int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    TimedApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    const QTemporaryDir folder;
    const quint16 port = support::freePort();
    support::RealServer exporter;
    exporter.startNodeExporter(port, folder.path());
    if (!exporter.isReady(port, "/metrics"))
        qFatal("the target does not start: %s", exporter.log().constData());
    const QString part = application.arguments().value(1);
    const auto isWanted = [&](QLatin1String name) {
        return part.isEmpty() || part == name;
    };
    if (isWanted("wall"_L1))
        measureWall(application, port);
    if (isWanted("hidden"_L1))
        measureHidden(application, port);
    if (isWanted("picker"_L1))
        measurePicker(application, port);
    return 0;
}
