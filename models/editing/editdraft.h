#pragma once

#include "models/accounts/accountchanges.h"
#include "models/accounts/fieldnote.h"
#include "models/accounts/serviceaccount.h"
#include "models/errors/error.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

/// What stands in the form "Edit Service Account", what is to be said about it, and the changes it means.
class EditDraft
{
    Q_DECLARE_TR_FUNCTIONS(EditDraft)

public:
    enum class Field { Description, Roles };

    explicit EditDraft(const ServiceAccount &base);

    /// Another version of the account, for a draft that is not changed: shows what that one says.
    void takeBase(const ServiceAccount &base);

    void setDescription(const QString &text);
    void setRoles(const QList<AccountRole> &roles);
    const QString &description() const { return m_description; }
    const QList<AccountRole> &roles() const { return m_roles; }

    /// The console signs in with this account: it must not lose Admin from here.
    void setSignsInWithIt(bool signsIn) { m_signsInWithIt = signsIn; }

    /// Whether anything differs from the account as it was opened.
    bool isChanged() const;

    /// Puts what the server refused beside its fields. False when it said something that belongs to none.
    bool refuse(const Error &error);

    FieldNote note(Field field) const;
    int fieldsToChange() const;

    /// What would be saved; nothing while a field stands in its way.
    std::optional<AccountChanges> changes() const;

private:
    QString problem(Field field) const;
    bool losesAdmin() const;

    QString m_baseDescription;
    QList<AccountRole> m_baseRoles;
    QString m_description;
    QList<AccountRole> m_roles;
    bool m_signsInWithIt = false;
    QHash<Field, QString> m_refusals;
};
