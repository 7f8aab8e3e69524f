#include "models/creation/accountdraft.h"

#include "models/accounts/valueproblem.h"
#include "models/errors/fieldrefusal.h"

#include <algorithm>

AccountDraft::AccountDraft(std::function<NameUse(const QString &)> nameUse, const ConnectionPolicy &policy,
                           QString connectionName)
    : m_nameUse(std::move(nameUse))
    , m_policy(policy)
    , m_connectionName(std::move(connectionName))
    , m_expiration(ExpirationChoice::days(std::min(
          ExpirationChoice::defaultDays, policy.longestLifetimeDays.value_or(ExpirationChoice::defaultDays))))
{
}

void AccountDraft::startFrom(const AccountDuplicate &duplicate)
{
    m_name = m_firstName = duplicate.name;
    m_description = m_firstDescription = duplicate.description;
    m_roles = duplicate.roles;
    m_leftOutRoles = duplicate.leftOutRoles;
    if (duplicate.expiration && isAllowed(*duplicate.expiration))
        m_expiration = *duplicate.expiration;
    touch(Field::Name);
}

void AccountDraft::startFrom(const NewServiceAccount &request)
{
    m_name = request.name.text();
    m_description = request.description.text();
    m_roles = request.roles.asAccountRoles();
    const auto &end = request.expiration.end();
    m_expiration = end ? ExpirationChoice::date(end->toLocalTime().date()) : ExpirationChoice::unlimited();
}

/// Of a choice that names no date, so that the time does not matter.
bool AccountDraft::isAllowed(const ExpirationChoice &choice) const
{
    return m_policy.refusal(choice, m_connectionName, {}).isEmpty();
}

bool AccountDraft::hasText() const
{
    return m_name != m_firstName || m_description != m_firstDescription;
}

const QList<AccountDraft::Field> &AccountDraft::allFields()
{
    static const QList<Field> fields = {Field::Name, Field::Description, Field::Expiration, Field::Roles};
    return fields;
}

void AccountDraft::setName(const QString &text)
{
    m_name = text;
    touch(Field::Name);
}

void AccountDraft::setDescription(const QString &text)
{
    m_description = text;
    touch(Field::Description);
}

void AccountDraft::setExpiration(const ExpirationChoice &choice)
{
    m_expiration = choice;
    touch(Field::Expiration);
}

void AccountDraft::setRoles(const QList<AccountRole> &roles)
{
    m_roles = roles;
    touch(Field::Roles);
}

void AccountDraft::touch(Field field)
{
    m_touched.insert(field);
    m_refusals.remove(field);
}

void AccountDraft::touchAll()
{
    m_touched = QSet<Field>(allFields().cbegin(), allFields().cend());
}

bool AccountDraft::refuse(const Error &error)
{
    if (error.kind == ErrorKind::NameTaken) {
        m_refusals.insert(Field::Name, tr("%1 is taken. Choose another name.").arg(m_name));
        return true;
    }
    if (error.kind == ErrorKind::Conflict) {
        // A 409 without a known code to a create can only be about its name (the contract, "Errors").
        m_refusals.insert(Field::Name, error.sentence());
        return true;
    }
    if (error.kind != ErrorKind::Invalid)
        return false;
    static const QHash<QString, Field> names = {{QStringLiteral("name"), Field::Name},
                                                {QStringLiteral("description"), Field::Description},
                                                {QStringLiteral("expiry_date"), Field::Expiration},
                                                {QStringLiteral("roles"), Field::Roles}};
    bool isAllPlaced = !error.fields.isEmpty();
    for (const FieldError &fieldError : error.fields) {
        const auto found = std::find_if(names.keyBegin(), names.keyEnd(), [&fieldError](const QString &name) {
            return isAbout(fieldError, name);
        });
        if (found == names.keyEnd())
            isAllPlaced = false;
        else if (const Field field = names.value(*found); !m_refusals.contains(field))
            m_refusals.insert(field, refusalSentence(fieldError));
    }
    return isAllPlaced;
}

QString AccountDraft::problem(Field field, const QDateTime &now) const
{
    if (const auto refusal = m_refusals.constFind(field); refusal != m_refusals.cend())
        return *refusal;
    switch (field) {
    case Field::Name:
        if (const QString sentence = ValueProblem::ofName(m_name); !sentence.isEmpty())
            return sentence;
        return m_nameUse(m_name) == NameUse::Taken ? tr("%1 is taken. Choose another name.").arg(m_name)
                                                   : QString();
    case Field::Description:
        return ValueProblem::ofDescription(m_description);
    case Field::Expiration:
        if (const QString sentence = ValueProblem::ofExpiration(m_expiration, now); !sentence.isEmpty())
            return sentence;
        return m_policy.refusal(m_expiration, m_connectionName, now);
    case Field::Roles:
        return ValueProblem::ofRoles(m_roles);
    }
    Q_UNREACHABLE();
}

QString AccountDraft::leftOutText() const
{
    return tr("Not taken over, as this program does not know what they allow: %1")
        .arg(m_leftOutRoles.join(tr(", ", "between listed roles")));
}

FieldNote AccountDraft::restNote(Field field) const
{
    switch (field) {
    case Field::Name:
        if (m_touched.contains(field) && !m_name.isEmpty() && m_nameUse(m_name) == NameUse::Free)
            return FieldNote::good(tr("This name is free."));
        return FieldNote::hint(tr("Lower-case letters, numbers and underscores."));
    case Field::Description:
        return FieldNote::hint(ValueProblem::descriptionRoom(m_description));
    case Field::Roles:
        if (!m_leftOutRoles.isEmpty())
            return FieldNote::hint(leftOutText());
        return FieldNote::hint(m_roles.isEmpty() ? tr("At least one role is needed.") : QString());
    case Field::Expiration:
        return {};
    }
    Q_UNREACHABLE();
}

FieldNote AccountDraft::note(Field field, const QDateTime &now) const
{
    const QString sentence = problem(field, now);
    const bool isSaid = m_touched.contains(field) || m_refusals.contains(field);
    if (isSaid && !sentence.isEmpty())
        return FieldNote::bad(sentence);
    const FieldNote rest = restNote(field);
    return rest.text.isEmpty() ? FieldNote() : rest;
}

int AccountDraft::fieldsToChange(const QDateTime &now) const
{
    return static_cast<int>(std::count_if(allFields().cbegin(), allFields().cend(),
                                          [&](Field field) { return note(field, now).isBad(); }));
}

std::optional<NewServiceAccount> AccountDraft::accountAt(const QDateTime &now) const
{
    for (const Field field : allFields()) {
        if (!problem(field, now).isEmpty())
            return std::nullopt;
    }
    QList<Role> known;
    for (const AccountRole &role : m_roles) {
        if (const auto value = role.known())
            known.append(*value);
    }
    const auto name = ServiceAccountName::fromText(m_name);
    const auto description = AccountDescription::fromText(m_description);
    const auto expiration = m_expiration.resolvedAt(now);
    const auto roles = RoleSet::of(known);
    if (!name || !description || !expiration || !roles)
        return std::nullopt;
    return NewServiceAccount{*name, *description, *expiration, *roles};
}
