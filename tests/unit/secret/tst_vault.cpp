// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/vault.h"
#include "support/memorykeyring.h"
#include "support/waiting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using secret::Keep;
using secret::Secret;
using secret::Vault;
using support::waitFor;

namespace {

const QString key = u"target/ops"_s;

base::Error locked()
{
    return {ErrorKind::NotFound, u"Locked or missing."_s, {}, {}};
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void keepsInTheKeyring()
    {
        support::MemoryKeyring keyring;
        Vault vault(keyring);
        QVERIFY(waitFor(vault.keep(key, Secret("a b c"), Keep::ForGood)));
        QCOMPARE(keyring.entries.at(key), Secret("a b c"));
        QCOMPARE(waitFor(vault.read(key)).value(), Secret("a b c"));
        Vault later(keyring);
        QCOMPARE(waitFor(later.read(key)).value(), Secret("a b c"));
    }

    void asksTheKeyringOnce()
    {
        support::MemoryKeyring keyring;
        keyring.entries[key] = Secret("a");
        Vault vault(keyring);
        QVERIFY(waitFor(vault.read(key)));
        keyring.trouble = locked();
        QCOMPARE(waitFor(vault.read(key)).value(), Secret("a"));
        QCOMPARE(keyring.asked, QStringList{key});
    }

    void sessionOnlyNeverReachesTheKeyring()
    {
        support::MemoryKeyring keyring;
        Vault vault(keyring);
        QVERIFY(waitFor(vault.keep(key, Secret("a"), Keep::Session)));
        QVERIFY(keyring.entries.empty());
        QCOMPARE(waitFor(vault.read(key)).value(), Secret("a"));
        QVERIFY(keyring.asked.isEmpty());
        Vault later(keyring);
        QVERIFY(!waitFor(later.read(key)));
    }

    void whatTheKeyringDoesNotTakeIsNotKept()
    {
        support::MemoryKeyring keyring;
        keyring.trouble = base::Error{ErrorKind::Auth, u"Locked."_s, {}, {}};
        Vault vault(keyring);
        const auto kept = waitFor(vault.keep(key, Secret("a"), Keep::ForGood));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Auth);
        QVERIFY(!waitFor(vault.read(key)));
    }

    void missingOrLockedChangesNothing()
    {
        support::MemoryKeyring keyring;
        keyring.entries[key] = Secret("old");
        keyring.trouble = locked();
        Vault vault(keyring);
        QCOMPARE(waitFor(vault.read(key)).error().kind, ErrorKind::NotFound);
        keyring.trouble.reset();
        QCOMPARE(waitFor(vault.read(key)).value(), Secret("old"));
    }

    void forgetsEverywhereAndSaysWhenItCannot()
    {
        support::MemoryKeyring keyring;
        Vault vault(keyring);
        QVERIFY(waitFor(vault.keep(key, Secret("a"), Keep::ForGood)));
        QVERIFY(waitFor(vault.forget(key)));
        QVERIFY(keyring.entries.empty());
        QVERIFY(waitFor(vault.keep(key, Secret("b"), Keep::ForGood)));
        keyring.trouble = locked();
        QVERIFY(!waitFor(vault.forget(key)));
        QVERIFY(!waitFor(vault.read(key)));
    }

    void nothingIsNoPassword()
    {
        support::MemoryKeyring keyring;
        Vault vault(keyring);
        QCOMPARE(waitFor(vault.keep(key, Secret(), Keep::ForGood)).error().kind, ErrorKind::Input);
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
