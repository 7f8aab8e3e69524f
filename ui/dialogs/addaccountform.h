#pragma once

#include "models/creation/accountdraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

class AccountList;
class Clock;
struct Connection;
class ExpirationField;
class FormField;
class RoleField;
class RolesAllowed;

/// The group "Create API Token": shows an AccountDraft and changes it. What a draft says, AccountDraft knows.
class AddAccountForm final : public QWidget
{
    Q_OBJECT

public:
    /// @p list tells which names are taken. List and clock must outlive the form.
    AddAccountForm(const AccountList &list, const Clock &clock, const Connection &connection,
                   QWidget *parent = nullptr);

    /// Begins with what @p original has, under a free name that is selected.
    void startFrom(const ServiceAccount &original);
    /// Shows what was sent before.
    void startFrom(const NewServiceAccount &request);

    /// What would be sent now; nothing while a field stands in its way. "Now" has whole seconds, so that
    /// "30 days" is not a fraction short where a server keeps none.
    std::optional<NewServiceAccount> account() const;
    QDateTime now() const;

    /// Says at every field what is missing. Afterwards firstBadField() has it.
    void showProblems();
    /// As AccountDraft::refuse().
    bool refuse(const Error &error);

    QString name() const { return m_draft.name(); }
    /// Whether anything was typed that closing would lose.
    bool hasText() const { return m_draft.hasText(); }
    int fieldsToChange() const;
    /// nullptr when no field needs a change.
    QWidget *firstBadField() const;

Q_SIGNALS:
    /// A value or a message: what the form is worth may be another.
    void changed();
    /// Enter in a field, while the form cannot be sent.
    void incompleteEntered();

private:
    void build();
    void listen();
    void showNotes();
    void showDraft();
    void enter();
    AccountDraft::NameUse useOf(const QString &name) const;

    const AccountList &m_list;
    const Clock &m_clock;
    AccountDraft m_draft;
    QLineEdit *m_name;
    QLineEdit *m_description;
    ExpirationField *m_expiration;
    RoleField *m_roles;
    RolesAllowed *m_allowed;
    FormField *m_nameRow = nullptr;
    FormField *m_descriptionRow = nullptr;
    FormField *m_rolesRow = nullptr;
};
