// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/settings/figureform.h"
#include "ui/widget/formfield.h"

#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A figure that is tried gives this.
base::Result<source::ProbeVerdict> trialResult = source::ProbeVerdict();

QFuture<base::Result<source::ProbeVerdict>> tried(const source::MonitorSpec &)
{
    QPromise<base::Result<source::ProbeVerdict>> promise;
    promise.start();
    promise.addResult(trialResult);
    promise.finish();
    return promise.future();
}

} // namespace

class TestFigureForm : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsMissing()
    {
        Stage stage;
        stage.press(u"Test it"_s);
        QVERIFY(!stage.row(u"Figure"_s)->error().isEmpty());
        stage.type(u"Fails over"_s, u"many"_s);
        stage.press(u"Test it"_s);
        QVERIFY(!stage.row(u"Fails over"_s)->error().isEmpty());
    }

    void triesAFigure()
    {
        Stage stage;
        stage.fill();
        trialResult = source::ProbeVerdict();
        trialResult->quality = health::Quality::Ok;
        trialResult->sentence = u"The figure is 3."_s;
        stage.press(u"Test it"_s);
        QTRY_COMPARE(stage.row(u"Figure"_s)->note(), u"The figure is 3."_s);
        trialResult->quality = health::Quality::Failed;
        trialResult->sentence = u"The figure is 9."_s;
        stage.press(u"Test it"_s);
        QTRY_COMPARE(stage.row(u"Figure"_s)->error(), u"The figure is 9."_s);
        trialResult = base::fail(base::ErrorKind::Network, u"It does not answer."_s);
        stage.press(u"Test it"_s);
        QTRY_COMPARE(stage.row(u"Figure"_s)->error(), u"It does not answer."_s);
    }

    void aFigureNeedsNoName()
    {
        Stage stage;
        stage.fill();
        stage.type(u"Name"_s, {});
        trialResult = source::ProbeVerdict();
        trialResult->quality = health::Quality::Ok;
        trialResult->sentence = u"The figure is 3."_s;
        stage.press(u"Test it"_s);
        QTRY_COMPARE(stage.row(u"Figure"_s)->note(), u"The figure is 3."_s);
    }

private:
    /// The form, and what it needs around it.
    struct Stage
    {
        support::Office office;
        source::SourceSet sources{office.clock};
        workflow::Watch watch{sources, *office.desk};
        ui::FigureForm form{*office.desk, watch};

        Stage()
        {
            const auto none = [](const source::MonitorSpec &) -> std::unique_ptr<source::Source> {
                return nullptr;
            };
            sources.setFactory(source::Kind::Prometheus, none, tried);
        }

        void press(const QString &name)
        {
            for (auto *button : form.findChildren<QPushButton *>()) {
                if (button->text().startsWith(name))
                    button->click();
            }
        }

        ui::FormField *row(const QString &name)
        {
            for (auto *row : form.findChildren<ui::FormField *>()) {
                if (row->field()->accessibleName() == name)
                    return row;
            }
            qFatal("there is no field %s", qPrintable(name));
        }

        void type(const QString &name, const QString &text)
        {
            qobject_cast<QLineEdit *>(row(name)->field())->setText(text);
        }

        void fill()
        {
            type(u"Name"_s, u"Failed orders"_s);
            type(u"Address"_s, u"http://prometheus.example.org:9090"_s);
            type(u"Figure"_s, u"sum(x)"_s);
            type(u"Fails over"_s, u"5"_s);
        }
    };
};

QTEST_MAIN(TestFigureForm)
#include "tst_figureform.moc"
