#pragma once

#include "models/accounts/expirationchoice.h"
#include "models/accounts/fieldnote.h"
#include "models/accounts/newserviceaccount.h"
#include "models/connections/connectionpolicy.h"
#include "models/creation/accountduplicate.h"
#include "models/errors/error.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

/// What stands in the form "Add Service Account", what is to be said about each field, and the account that
/// it means. Starts as the form opens: empty, with Limited and 30 days, or what the policy allows of that.
/// Holds no clock: whoever asks says what time it is, so that "30 days" counts from the click.
class AccountDraft
{
    Q_DECLARE_TR_FUNCTIONS(AccountDraft)

public:
    enum class Field { Name, Description, Expiration, Roles };
    enum class NameUse { NotKnown, Free, Taken };

    /// @p nameUse says whether an account of that name exists; NotKnown while the list is not read whole.
    /// @p policy is that of the connection named @p connectionName.
    explicit AccountDraft(std::function<NameUse(const QString &)> nameUse,
                          const ConnectionPolicy &policy = {}, QString connectionName = {});

    /// Begins with what an account has that is to be made once more, as far as the policy allows it.
    void startFrom(const AccountDuplicate &duplicate);
    /// What was sent before; its end becomes the local day that it lies in.
    void startFrom(const NewServiceAccount &request);

    /// A change of a field makes it a touched one and ends what the server said about it.
    void setName(const QString &text);
    void setDescription(const QString &text);
    void setExpiration(const ExpirationChoice &choice);
    void setRoles(const QList<AccountRole> &roles);
    /// As if every field had been changed: Enter in a form that is not complete asks what is missing.
    void touchAll();

    const QString &name() const { return m_name; }
    const QString &description() const { return m_description; }
    const ExpirationChoice &expiration() const { return m_expiration; }
    const QList<AccountRole> &roles() const { return m_roles; }
    const ConnectionPolicy &policy() const { return m_policy; }
    /// Whether anything is in it that somebody typed and that closing would lose.
    bool hasText() const;

    /// Puts what the server refused beside its fields. False when it said something that belongs to none.
    bool refuse(const Error &error);

    FieldNote note(Field field, const QDateTime &now) const;
    /// How many fields have a bad note.
    int fieldsToChange(const QDateTime &now) const;

    /// What would be sent at @p now; nothing while a field stands in its way.
    std::optional<NewServiceAccount> accountAt(const QDateTime &now) const;

    static const QList<Field> &allFields();

private:
    QString problem(Field field, const QDateTime &now) const;
    FieldNote restNote(Field field) const;
    void touch(Field field);
    bool isAllowed(const ExpirationChoice &choice) const;
    QString leftOutText() const;

    std::function<NameUse(const QString &)> m_nameUse;
    ConnectionPolicy m_policy;
    QString m_connectionName;
    QStringList m_leftOutRoles;
    QString m_firstName;
    QString m_firstDescription;
    QString m_name;
    QString m_description;
    ExpirationChoice m_expiration;
    QList<AccountRole> m_roles;
    QSet<Field> m_touched;
    QHash<Field, QString> m_refusals;
};
