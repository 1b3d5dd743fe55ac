// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/procfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using source::CpuTimes;
using source::Traffic;

class TestProcFiles : public QObject
{
    Q_OBJECT

private slots:
    void cpu();
    void memory();
    void load();
    void traffic();
    void mounts();
    void nonsense_data();
    void nonsense();
};

void TestProcFiles::cpu()
{
    // Columns 9 and 10 are guests, counted in the first two already.
    QCOMPARE(*source::cpuTimes("cpu  100 20 30 800 40 5 3 2 50 6\ncpu0 1 2 3 4 5 6 7 8 9 10\n"),
             (CpuTimes{160, 1000}));
    QCOMPARE(*source::cpuTimes("cpu 1 1 1 1 1 1 1 1"), (CpuTimes{6, 8}));
}

void TestProcFiles::memory()
{
    QCOMPARE(*source::memoryPercent("MemTotal:       16000 kB\nMemFree:          100 kB\n"
                                    "MemAvailable:    4000 kB\nBuffers: 1 kB\n"),
             75.0);
    QVERIFY(!source::memoryPercent("MemTotal: 16000 kB\nMemFree: 100 kB\n"));
    QVERIFY(!source::memoryPercent("MemTotal: 0 kB\nMemAvailable: 0 kB\n"));
}

void TestProcFiles::load()
{
    QCOMPARE(*source::load("0.52 0.41 0.36 2/734 12345\n"), 0.52);
}

void TestProcFiles::traffic()
{
    const QByteArray head =
        "Inter-|   Receive                            |  Transmit\n"
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes"
        "    packets errs drop fifo colls carrier compressed\n";
    const QByteArray rest = " 1 0 0 0 0 0 0 ";
    QCOMPARE(*source::traffic(head + "    lo: 999" + rest + "999" + rest + "\n" + "  eth0: 1000" +
                              rest + "200" + rest + "\n" + "wlan0:30" + rest + "4" + rest + "\n" +
                              "docker0: 7777" + rest + "7777" + rest + "\n"),
             (Traffic{1030, 204}));
    QVERIFY(!source::traffic(head + "lo: 9" + rest + "9" + rest));
    QVERIFY(!source::traffic(head + "eth0: what" + rest + "9" + rest));
}

void TestProcFiles::mounts()
{
    const QByteArray mounts = "proc /proc proc rw,nosuid 0 0\n"
                              "/dev/sda1 / ext4 rw,relatime 0 0\n"
                              "tmpfs /run tmpfs rw 0 0\n"
                              "/dev/sdb1 /srv/my\\040data xfs rw 0 0\n"
                              "/dev/sda1 /var/lib/bind ext4 rw 0 0\n"
                              "/dev/loop0 /snap/core squashfs ro 0 0\n"
                              "/dev/sdc1 /mnt/old ext4 ro,relatime 0 0\n"
                              "server:/export /net nfs4 rw 0 0\n"
                              "overlay /var/lib/docker/overlay2/x/merged overlay rw 0 0\n"
                              "short line\n";
    QCOMPARE(source::realMounts(mounts), (QStringList{u"/"_s, u"/srv/my data"_s}));
    QCOMPARE(source::realMounts("overlay / overlay rw 0 0\n"), QStringList{u"/"_s});
}

void TestProcFiles::nonsense_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a line") << QByteArray("\n");
    QTest::newRow("words") << QByteArray("what is this\n");
    QTest::newRow("cut") << QByteArray("cpu 1 2 3\n");
    QTest::newRow("signs") << QByteArray("cpu -1 2 3 4 5 6 7 8\nMemTotal: x kB\neth0: -1\n");
    QTest::newRow("binary") << QByteArray("\0\xff:\0\n", 5);
}

void TestProcFiles::nonsense()
{
    QFETCH(QByteArray, content);
    QVERIFY(!source::cpuTimes(content));
    QVERIFY(!source::memoryPercent(content));
    QVERIFY(!source::load(content));
    QVERIFY(!source::traffic(content));
    QVERIFY(source::realMounts(content).isEmpty());
}

QTEST_GUILESS_MAIN(TestProcFiles)
#include "tst_procfiles.moc"
