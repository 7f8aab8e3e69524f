#pragma once

#include "models/editing/editdraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

class FormField;
class RoleField;
class RolesAllowed;

/// Description and roles of an account: shows an EditDraft and changes it.
class EditAccountForm final : public QWidget
{
    Q_OBJECT

public:
    explicit EditAccountForm(const ServiceAccount &account, QWidget *parent = nullptr);

    const EditDraft &draft() const { return m_draft; }
    void setSignsInWithIt(bool signsIn);
    bool refuse(const Error &error);

    /// Shows another version of the account, unchanged.
    void showAccount(const ServiceAccount &account);
    /// Shows these values as changes to @p base.
    void showChanges(const ServiceAccount &base, const AccountChanges &changes);

    /// In the description, without a selection.
    void putCursorAtEnd();

    /// nullptr when no field needs a change.
    QWidget *firstBadField() const;

Q_SIGNALS:
    void changed();

private:
    void showDraft();
    void showNotes();

    EditDraft m_draft;
    QLineEdit *m_description;
    RoleField *m_roles;
    RolesAllowed *m_allowed;
    FormField *m_descriptionRow;
    FormField *m_rolesRow;
};
