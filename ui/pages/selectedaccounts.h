#pragma once

#include "models/accounts/serviceaccount.h"

#include <QObject>

class AccountDialogs;
class AccountTableView;
class SelectionPlace;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// What can be done with the selected rows, from the bar, the keyboard and the menus.
class SelectedAccounts final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it; see SelectionPlace for @p line and @p below.
    SelectedAccounts(AccountTableView &view, AccountDialogs &dialogs, QWidget *line, int below,
                     QWidget *page);

    int count() const;

    /// One opens the window for one.
    void deleteThem();
    void addRole();
    void removeRole();
    /// The selected rows if there are several, else all that are shown.
    void exportThem();

Q_SIGNALS:
    void countChanged(int count);

private:
    /// In the order in which they are shown; of the current row where none is selected.
    QList<ServiceAccount> accounts() const;
    QList<ServiceAccount> shownAccounts() const;
    void select(const QStringList &ids);

    AccountTableView &m_view;
    AccountDialogs &m_dialogs;
    SelectionPlace *m_place;
};
