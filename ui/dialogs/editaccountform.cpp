#include "ui/dialogs/editaccountform.h"

#include "ui/style/metrics.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/rolefield.h"
#include "ui/widgets/rolesallowed.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <limits>

using Field = EditDraft::Field;

EditAccountForm::EditAccountForm(const ServiceAccount &account, QWidget *parent)
    : QWidget(parent)
    , m_draft(account)
    , m_description(new QLineEdit)
    , m_roles(new RoleField)
    , m_allowed(new RolesAllowed)
    , m_descriptionRow(new FormField(tr("Description"), m_description, tr("optional")))
    , m_rolesRow(new FormField(tr("Role"), m_roles))
{
    // A server may hold a longer text than the console sends: it must not be cut unseen.
    m_description->setMaxLength(std::numeric_limits<int>::max());
    m_rolesRow->addBelow(m_allowed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::fieldGap);
    column->addWidget(m_descriptionRow);
    column->addWidget(m_rolesRow);
    setFocusProxy(m_description);
    showDraft();

    connect(m_description, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setDescription(text);
        showNotes();
    });
    connect(m_roles, &RoleField::changed, this, [this] {
        m_draft.setRoles(m_roles->roles());
        showNotes();
    });
}

void EditAccountForm::setSignsInWithIt(bool signsIn)
{
    m_draft.setSignsInWithIt(signsIn);
    showNotes();
}

bool EditAccountForm::refuse(const Error &error)
{
    const bool isAllPlaced = m_draft.refuse(error);
    showNotes();
    return isAllPlaced;
}

void EditAccountForm::showAccount(const ServiceAccount &account)
{
    m_draft.takeBase(account);
    showDraft();
}

void EditAccountForm::showChanges(const ServiceAccount &base, const AccountChanges &changes)
{
    m_draft.takeBase(base);
    m_draft.setDescription(changes.description().text());
    m_draft.setRoles(changes.roles());
    showDraft();
}

void EditAccountForm::showDraft()
{
    const QSignalBlocker blocker(m_description);
    m_description->setText(m_draft.description());
    m_roles->setRoles(m_draft.roles());
    showNotes();
}

void EditAccountForm::showNotes()
{
    const FieldNote description = m_draft.note(Field::Description);
    m_descriptionRow->setMessage(messageKind(description.tone), description.text);
    const FieldNote roles = m_draft.note(Field::Roles);
    m_rolesRow->setMessage(messageKind(roles.tone), roles.text);
    m_allowed->setRoles(m_draft.roles());
    Q_EMIT changed();
}

void EditAccountForm::putCursorAtEnd()
{
    m_description->end(false);
}

QWidget *EditAccountForm::firstBadField() const
{
    if (m_draft.note(Field::Description).isBad())
        return m_description;
    return m_draft.note(Field::Roles).isBad() ? m_roles : nullptr;
}
