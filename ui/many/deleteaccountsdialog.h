#pragma once

#include "ui/many/manychangesdialog.h"

#include <QDateTime>

/// "Delete Service Accounts": one question about all of them. "No" is the default and has the focus, so that
/// Enter never deletes.
class DeleteAccountsDialog final : public ManyChangesDialog
{
    Q_OBJECT

public:
    /// @param now the server's time; see ManyChangesDialog for @p changes
    DeleteAccountsDialog(ManyChanges *changes, const QDateTime &now, QWidget *parent);

private:
    QWidget *makeRows(const QList<PlannedChange> &plan, const QDateTime &now);
};
