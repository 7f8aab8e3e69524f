#pragma once

#include "models/list/accounttablemodel.h"
#include "ui/consoleparts.h"

#include <QTimer>
#include <QWidget>

class AccountDialogs;
class AccountTable;
class AccountTableView;
class ColumnsMenu;
class ExpirationsPanel;
class FilterBar;
class ListNotices;
class PageArrangement;
class PageBody;
class PageFilters;
class PageHead;
class PageStates;
class ProgressLine;
class SelectedAccounts;

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

/// The page "Service Accounts": head, filters, table, and what stands in the table's place. It follows the
/// open connection: another one is another list.
class ServiceAccountsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceAccountsPage(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// Whether there is a connection that an account can be made on.
    bool canCreate() const;
    AccountDialogs *dialogs() const { return m_dialogs; }
    AccountTableView *view() const;
    ExpirationsPanel *expirations() const { return m_expirations; }
    /// What the button "Columns" offers; it fills itself whenever it opens.
    QMenu *columnsMenu() const;
    bool areDetailsShown() const;
    int selectedCount() const;
    bool areTimesExact() const;
    /// Something is being loaded: the list, or the credential of the connection that is being opened.
    bool canStop() const;

public Q_SLOTS:
    void createAccount();
    /// The current row's account once more, under a free name.
    void duplicateCurrent();
    /// Reads the list again; opens the connection again where that failed.
    void refresh();
    /// Of what canStop().
    void stop();
    void focusSearch();
    void clearFilters();
    /// In place of a chosen week too.
    void chooseStatus(StatusChoice choice);
    /// Makes its row the current one; shown even when the filter would hide it.
    void showAccount(const QString &accountId);
    /// The same for an account that was just made.
    void showNewAccount(const QString &accountId);

    // Of the current row; nothing where there is none.
    void editCurrent();
    void copyName();
    /// Of the selected rows, or of the current one.
    void copyRows();
    void selectAll();
    /// Of the selected rows, or of the current one.
    void deleteSelected();
    void addRole();
    void removeRole();
    /// Of the selected rows if there are several, else of all that are shown.
    void exportAccounts();
    void clearSelection();

    /// Remembered for the connection.
    void setDetailsShown(bool shown);
    /// Moments with date and time of day instead of "4 min ago".
    void setTimesExact(bool exact);

Q_SIGNALS:
    /// For the status bar.
    void message(const QString &sentence);
    void canCreateChanged(bool can);
    void selectedCountChanged(int count);
    void detailsShownChanged(bool shown);
    void timesExactChanged(bool exact);
    /// The server refuses the token of this connection, and the person has another one.
    void anotherTokenRequested();
    /// Once, on the first rows.
    void rowsPainted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void connectParts();
    void connectTable();
    void followConnection();
    void keepSavedIds();
    void showInAnyCase(const QString &accountId, AccountTableModel::ShownFor reason);
    void updateState();
    void updateCounts();
    void updateNotices();

    const ConsoleParts m_parts;
    PageHead *m_head;
    FilterBar *m_filterBar;
    ExpirationsPanel *m_expirations;
    PageFilters *m_filters;
    ProgressLine *m_progress;
    ListNotices *m_notices;
    AccountTable *m_table;
    PageStates *m_states;
    PageBody *m_body;
    PageArrangement *m_arrangement;
    ColumnsMenu *m_columnsMenu;
    AccountDialogs *m_dialogs;
    SelectedAccounts *m_selected;
    QTimer m_minute;
    /// Of the connection whose rows are in the list.
    QString m_connectionKey;
    bool m_wasOpen = false;
};
