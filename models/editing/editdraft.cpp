#include "models/editing/editdraft.h"

#include "models/accounts/valueproblem.h"
#include "models/errors/fieldrefusal.h"

#include <algorithm>

namespace {

bool hasAdmin(const QList<AccountRole> &roles)
{
    return std::any_of(roles.cbegin(), roles.cend(),
                       [](const AccountRole &role) { return role.known() == Role::Admin; });
}

} // namespace

EditDraft::EditDraft(const ServiceAccount &base)
{
    takeBase(base);
}

void EditDraft::takeBase(const ServiceAccount &base)
{
    m_baseDescription = base.description;
    m_baseRoles = base.roles;
    m_description = base.description;
    m_roles = base.roles;
    m_refusals.clear();
}

void EditDraft::setDescription(const QString &text)
{
    m_description = text;
    m_refusals.remove(Field::Description);
}

void EditDraft::setRoles(const QList<AccountRole> &roles)
{
    m_roles = roles;
    m_refusals.remove(Field::Roles);
}

bool EditDraft::isChanged() const
{
    return m_description != m_baseDescription || !sameRoles(m_roles, m_baseRoles);
}

bool EditDraft::losesAdmin() const
{
    return m_signsInWithIt && hasAdmin(m_baseRoles) && !hasAdmin(m_roles);
}

bool EditDraft::refuse(const Error &error)
{
    if (error.kind == ErrorKind::LastAdmin) {
        m_refusals.insert(Field::Roles, error.sentence());
        return true;
    }
    if (error.kind != ErrorKind::Invalid)
        return false;
    bool isAllPlaced = !error.fields.isEmpty();
    for (const FieldError &fieldError : error.fields) {
        if (isAbout(fieldError, u"description"))
            m_refusals.insert(Field::Description, refusalSentence(fieldError));
        else if (isAbout(fieldError, u"roles"))
            m_refusals.insert(Field::Roles, refusalSentence(fieldError));
        else
            isAllPlaced = false;
    }
    return isAllPlaced;
}

QString EditDraft::problem(Field field) const
{
    if (const auto refusal = m_refusals.constFind(field); refusal != m_refusals.cend())
        return *refusal;
    switch (field) {
    case Field::Description:
        return ValueProblem::ofDescription(m_description);
    case Field::Roles:
        return losesAdmin() ? tr("This console signs in with it, so it has to keep the role Admin.")
                            : ValueProblem::ofRoles(m_roles);
    }
    Q_UNREACHABLE();
}

FieldNote EditDraft::note(Field field) const
{
    if (const QString sentence = problem(field); !sentence.isEmpty())
        return FieldNote::bad(sentence);
    const QString room =
        field == Field::Description ? ValueProblem::descriptionRoom(m_description) : QString();
    return room.isEmpty() ? FieldNote() : FieldNote::hint(room);
}

int EditDraft::fieldsToChange() const
{
    return (note(Field::Description).isBad() ? 1 : 0) + (note(Field::Roles).isBad() ? 1 : 0);
}

std::optional<AccountChanges> EditDraft::changes() const
{
    if (fieldsToChange() > 0)
        return std::nullopt;
    const auto description = AccountDescription::fromText(m_description);
    return description ? AccountChanges::of(*description, m_roles) : std::nullopt;
}
