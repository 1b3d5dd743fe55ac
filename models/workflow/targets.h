// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/target.h"
#include "secret/vault.h"
#include "workflow/publishing.h"

namespace workflow {

/// A place that works, as its connection test left it, and what there is to say of it.
struct TestedTarget
{
    publish::TargetSpec target;
    QString sentence;

    bool operator==(const TestedTarget &) const = default;
};

/// What a person is asked for, in the words of that kind of place. What has no label is not asked.
struct TargetForm
{
    QString title;
    QString about;
    QString addressLabel;
    QString addressExample;
    QString addressDefault;
    QString userLabel;
    QString userHint;
    QString passwordLabel;
    QString passwordHint;
    QString categoryLabel;
    QString componentsHint;
};

/// What can be done with one kind of target before it is used.
struct TargetKind
{
    TargetForm form;
    /// Reads an address as typed. Errors: Input.
    std::function<base::Result<QUrl>(const QString &)> address;
    /// Looks at the place without changing anything there.
    std::function<QFuture<base::Result<TestedTarget>>(const publish::TargetSpec &,
                                                      const secret::Secret &)>
        test;
    std::function<std::shared_ptr<publish::StatusPage>(const publish::TargetSpec &)> make;
};

/// What a person fills in to set a target up.
struct NewTarget
{
    QString kind;
    QString address;
    QString user;
    QString label;              ///< empty: the host of the address
    bool plainLoopback = false; ///< http to this machine is meant
    QString category;
    std::map<QString, QString> components;
    secret::Secret password;
    secret::Keep keep = secret::Keep::ForGood;
};

/// "Images = outages, Mail = mail" as it is typed.
[[nodiscard]] std::map<QString, QString> componentPairs(const QString &typed);

/// The places beside the embedded site that posts go to: set up, tested, removed.
class Targets : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `kinds` by the name of the kind.
    Targets(Desk &desk, Publishing &publishing, secret::Vault &vault,
            std::map<QString, TargetKind> kinds);

    /// Makes the targets of the settings known to the outbox. Errors: Format.
    [[nodiscard]] base::Done start();
    [[nodiscard]] std::vector<publish::TargetSpec> list() const;

    /// By the name of the kind.
    [[nodiscard]] const std::map<QString, TargetKind> &kinds() const { return m_kinds; }

    /// What posts can say there and what they cannot, a sentence each; nothing for a kind that is
    /// not known.
    [[nodiscard]] QStringList abilities(const publish::TargetSpec &target) const;

    /// Tries it with the password that was typed. Nothing is kept.
    [[nodiscard]] QFuture<base::Result<TestedTarget>> test(const NewTarget &target);
    /// The same for one that is set up, with the password that is kept.
    [[nodiscard]] QFuture<base::Result<TestedTarget>> testStored(const QString &name);
    /// Keeps it, if it works: the password first, then the settings.
    [[nodiscard]] QFuture<base::Result<TestedTarget>> add(const NewTarget &target);
    /// A new password for one that is set up; what it has held up goes on. Tried first.
    [[nodiscard]] QFuture<base::Result<TestedTarget>>
    changePassword(const QString &name, const secret::Secret &password, secret::Keep keep);
    /// Nothing is sent there any more; what stands there stays. The answer says so if the keyring
    /// did not let the password go. Errors: NotFound, Storage.
    [[nodiscard]] QFuture<base::Done> remove(const QString &name);

signals:
    void changed();

private:
    using Answer = std::shared_ptr<QPromise<base::Result<TestedTarget>>>;
    [[nodiscard]] base::Result<publish::TargetSpec> specOf(const NewTarget &target) const;
    [[nodiscard]] base::Result<publish::TargetSpec> named(const QString &name) const;
    [[nodiscard]] QString freeName(const QString &label) const;
    [[nodiscard]] base::Done store(std::vector<publish::TargetSpec> targets);
    void tryAndKeep(const publish::TargetSpec &spec, const secret::Secret &password,
                    secret::Keep keep, const Answer &answer);
    [[nodiscard]] base::Done putInUse(const publish::TargetSpec &spec);

    Desk &m_desk;
    Publishing &m_publishing;
    secret::Vault &m_vault;
    std::map<QString, TargetKind> m_kinds;
};

} // namespace workflow
