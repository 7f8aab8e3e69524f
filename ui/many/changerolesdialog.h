#pragma once

#include "ui/many/manychangesdialog.h"

class Box;
class RoleOption;

/// "Add Role" and "Remove Role": which roles, and what that will do to the selected accounts.
class ChangeRolesDialog final : public ManyChangesDialog
{
    Q_OBJECT

public:
    /// @param kind AddRoles or RemoveRoles; see ManyChangesDialog for @p changes
    ChangeRolesDialog(ManyChange::Kind kind, ManyChanges *changes, QWidget *parent);

private:
    QString heading() const;
    ManyChange chosen() const;
    void refresh();
    QString consequence(Role role, const QList<PlannedChange> &plan) const;

    const ManyChange::Kind m_kind;
    QList<RoleOption *> m_options;
    Box *m_summary;
    QVBoxLayout *m_lines;
    Button *m_go;
};
