// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using settings::Settings;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void whatNobodySetHasItsFallback()
    {
        const QTemporaryDir folder;
        const auto settings = Settings::open(folder.path());
        QVERIFY(settings);
        QCOMPARE((*settings)->get(settings::theme), u"system"_s);
        QVERIFY((*settings)->get(settings::watchHost));
    }

    void whatIsSetIsThereAgain()
    {
        const QTemporaryDir folder;
        {
            const auto settings = Settings::open(folder.path());
            QSignalSpy spy(settings->get(), &Settings::changed);
            QVERIFY((*settings)->set(settings::serviceName, u"Größe, \"Mehr\""_s));
            QVERIFY((*settings)->set(settings::components, QStringList({u"a"_s, u"b, c"_s})));
            QVERIFY((*settings)->set(settings::siteSince, qint64(5'000'000'000)));
            QCOMPARE(spy.size(), 3);
        }
        const auto again = Settings::open(folder.path());
        QCOMPARE((*again)->get(settings::serviceName), u"Größe, \"Mehr\""_s);
        QCOMPARE((*again)->get(settings::components), QStringList({u"a"_s, u"b, c"_s}));
        QCOMPARE((*again)->get(settings::siteSince), qint64(5'000'000'000));
    }

    void whatAnotherProcessWroteIsTakenUp()
    {
        const QTemporaryDir folder;
        const auto settings = Settings::open(folder.path());
        QVERIFY((*settings)->set(settings::serviceName, u"Shop"_s));
        QSignalSpy spy(settings->get(), &Settings::changed);
        (*settings)->follow();
        QVERIFY(spy.isEmpty());
        QFile file(folder.filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n[publish]\npaused=blog, status\n");
        file.close();
        (*settings)->follow();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toString(), u"publish/paused"_s);
        QCOMPARE((*settings)->get(settings::pausedTargets), QStringList({u"blog"_s, u"status"_s}));
        QCOMPARE((*settings)->get(settings::serviceName), u"Shop"_s);
    }

    void aNewerFileIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nschema=99\n");
        file.close();
        const auto settings = Settings::open(folder.path());
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::Format);
    }

    void whatCannotBeSavedIsSaid()
    {
        const QTemporaryDir folder;
        const auto settings = Settings::open(folder.filePath(u"missing/below"_s));
        QVERIFY(settings);
        QFile blocked(folder.filePath(u"missing"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const auto done = (*settings)->set(settings::serviceName, u"x"_s);
        QVERIFY(!done);
        QVERIFY(done.error().text.contains(u"settings.ini"_s));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
