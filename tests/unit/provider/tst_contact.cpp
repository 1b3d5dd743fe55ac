// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/contact.h"

#include <QTest>

using namespace Qt::StringLiterals;
using incident::Channel;
using provider::Contact;

class TestContact : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsReadAndWritten()
    {
        const Contact desk{Channel::Phone, u"+49 30 1234"_s, u"Support desk, nights"_s};
        QCOMPARE(provider::contactFromText(u"phone: +49 30 1234, Support desk, nights"_s).value(),
                 desk);
        QCOMPARE(provider::contactFromText(provider::textOf(desk)).value(), desk);
        const Contact page{Channel::Ticket, u"https://help.example.org:8443/new"_s, {}};
        QCOMPARE(provider::contactFromText(provider::textOf(page)).value(), page);
        QCOMPARE(provider::contactFromJson(provider::toJson(desk)), desk);
    }

    void whatIsNoContactIsRefused()
    {
        for (const QString &text : {u""_s, u"+49 30 1234"_s, u"phone:"_s, u"phone: , desk"_s,
                                    u"pigeon: loft 4"_s, u"https://help.example.org"_s}) {
            const auto read = provider::contactFromText(text);
            QVERIFY2(!read, qPrintable(text));
            QVERIFY(read.error().text.contains(u"phone"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestContact)
#include "tst_contact.moc"
