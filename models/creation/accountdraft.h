#pragma once

#include "models/accounts/expirationchoice.h"
#include "models/accounts/fieldnote.h"
#include "models/accounts/newserviceaccount.h"
#include "models/errors/error.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

/// What stands in the form "Add Service Account", what is to be said about each field, and the account that
/// it means. Starts as the form opens: empty, with Limited and 30 days. Holds no clock: whoever asks says
/// what time it is, so that "30 days" counts from the click.
class AccountDraft
{
    Q_DECLARE_TR_FUNCTIONS(AccountDraft)

public:
    enum class Field { Name, Description, Expiration, Roles };
    enum class NameUse { NotKnown, Free, Taken };

    /// @p nameUse says whether an account of that name exists; NotKnown while the list is not read whole.
    explicit AccountDraft(std::function<NameUse(const QString &)> nameUse);

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

    std::function<NameUse(const QString &)> m_nameUse;
    QString m_name;
    QString m_description;
    ExpirationChoice m_expiration = ExpirationChoice::days(ExpirationChoice::defaultDays);
    QList<AccountRole> m_roles;
    QSet<Field> m_touched;
    QHash<Field, QString> m_refusals;
};
