#include "ui/dialogs/addaccountform.h"

#include "models/connections/connection.h"
#include "models/list/accountlist.h"
#include "ui/style/metrics.h"
#include "ui/widgets/expirationfield.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/rolefield.h"
#include "ui/widgets/rolesallowed.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <limits>

using Field = AccountDraft::Field;

AddAccountForm::AddAccountForm(const AccountList &list, const Clock &clock, const Connection &connection,
                               QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_clock(clock)
    , m_draft([this](const QString &name) { return useOf(name); }, connection.policy, connection.name)
    , m_name(new QLineEdit)
    , m_description(new QLineEdit)
    , m_expiration(new ExpirationField(clock))
    , m_roles(new RoleField)
    , m_allowed(new RolesAllowed)
{
    build();
    m_expiration->setPolicy(connection.policy, connection.name);
    m_expiration->setChoice(m_draft.expiration());
    listen();
    setFocusProxy(m_name);
    showNotes();
}

void AddAccountForm::startFrom(const ServiceAccount &original)
{
    m_draft.startFrom(AccountDuplicate::of(
        original, [this](const QString &name) { return m_list.model()->hasName(name); }));
    showDraft();
    m_name->selectAll();
}

void AddAccountForm::startFrom(const NewServiceAccount &request)
{
    m_draft.startFrom(request);
    showDraft();
}

void AddAccountForm::showDraft()
{
    const QSignalBlocker quietName(m_name);
    const QSignalBlocker quietDescription(m_description);
    m_name->setText(m_draft.name());
    m_description->setText(m_draft.description());
    m_expiration->setChoice(m_draft.expiration());
    m_roles->setRoles(m_draft.roles());
    showNotes();
}

void AddAccountForm::build()
{
    // What is pasted must not be cut unseen: the message says how much is too much.
    m_name->setMaxLength(std::numeric_limits<int>::max());
    m_description->setMaxLength(std::numeric_limits<int>::max());
    m_description->setPlaceholderText(tr("How this token will be used"));

    m_nameRow = new FormField(tr("Name"), m_name);
    m_descriptionRow = new FormField(tr("Description"), m_description, tr("optional"));
    m_rolesRow = new FormField(tr("Role"), m_roles);
    m_rolesRow->addBelow(m_allowed);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::fieldGap);
    column->addWidget(new TextLabel(tr("Create API Token"), TextStyle::DialogTitle));
    column->addWidget(m_nameRow);
    column->addWidget(m_descriptionRow);
    column->addWidget(new FormField(tr("Expiration"), m_expiration));
    column->addWidget(m_rolesRow);
}

void AddAccountForm::listen()
{
    // Not textEdited: a screen reader that sets the text emits this one only.
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setName(text);
        showNotes();
    });
    connect(m_description, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setDescription(text);
        showNotes();
    });
    connect(m_expiration, &ExpirationField::changed, this, [this] {
        m_draft.setExpiration(m_expiration->choice());
        showNotes();
    });
    connect(m_roles, &RoleField::changed, this, [this] {
        m_draft.setRoles(m_roles->roles());
        showNotes();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &AddAccountForm::enter);
    connect(m_description, &QLineEdit::returnPressed, this, &AddAccountForm::enter);
    connect(&m_list, &AccountList::stateChanged, this, &AddAccountForm::showNotes);
    connect(m_list.model(), &AccountTableModel::countsChanged, this, &AddAccountForm::showNotes);
}

AccountDraft::NameUse AddAccountForm::useOf(const QString &name) const
{
    if (m_list.model()->hasName(name))
        return AccountDraft::NameUse::Taken;
    return m_list.state() == AccountList::State::Loaded ? AccountDraft::NameUse::Free
                                                        : AccountDraft::NameUse::NotKnown;
}

QDateTime AddAccountForm::now() const
{
    const QDateTime exact = m_clock.now();
    return exact.addMSecs(-exact.time().msec());
}

std::optional<NewServiceAccount> AddAccountForm::account() const
{
    return m_draft.accountAt(now());
}

void AddAccountForm::enter()
{
    if (!account())
        Q_EMIT incompleteEntered();
}

void AddAccountForm::showProblems()
{
    m_draft.touchAll();
    showNotes();
}

bool AddAccountForm::refuse(const Error &error)
{
    const bool isAllPlaced = m_draft.refuse(error);
    showNotes();
    return isAllPlaced;
}

int AddAccountForm::fieldsToChange() const
{
    return m_draft.fieldsToChange(now());
}

QWidget *AddAccountForm::firstBadField() const
{
    const QList<std::pair<Field, QWidget *>> fields = {{Field::Name, m_name},
                                                       {Field::Description, m_description},
                                                       {Field::Expiration, m_expiration},
                                                       {Field::Roles, m_roles}};
    for (const auto &[field, widget] : fields) {
        if (m_draft.note(field, now()).isBad())
            return widget;
    }
    return nullptr;
}

void AddAccountForm::showNotes()
{
    const auto show = [this](auto *target, Field field) {
        const FieldNote note = m_draft.note(field, now());
        target->setMessage(messageKind(note.tone), note.text);
    };
    show(m_nameRow, Field::Name);
    show(m_descriptionRow, Field::Description);
    show(m_expiration, Field::Expiration);
    show(m_rolesRow, Field::Roles);
    m_allowed->setRoles(m_draft.roles());
    Q_EMIT changed();
}
