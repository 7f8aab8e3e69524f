#pragma once

#include "ui/consoleparts.h"

#include <QTimer>
#include <QWidget>

class AccountDialogs;
class AccountTable;
class EmptyState;
class FilterBar;
class ListNotices;
class PageHead;
class ProgressLine;

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

struct AccountFilter;

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

public Q_SLOTS:
    void createAccount();
    /// Reads the list again; opens the connection again where that failed.
    void refresh();
    void focusSearch();
    void clearFilters();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString &sentence);
    void canCreateChanged(bool can);
    /// Once, on the first rows.
    void rowsPainted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void connectParts();
    void followConnection();
    void keepSavedIds();
    void applyFilter(const AccountFilter &filter);
    void showCreated(const QString &accountId);
    void updateState();
    void updateCounts();
    void updateBody();
    void updateNotices();
    EmptyState *emptyState();
    EmptyState *noMatchState();
    QString noMatchTitle() const;
    QString noMatchSentence() const;

    const ConsoleParts m_parts;
    PageHead *m_head;
    FilterBar *m_filters;
    ProgressLine *m_progress;
    ListNotices *m_notices;
    QStackedLayout *m_body;
    AccountTable *m_table;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
    AccountDialogs *m_dialogs;
    QTimer m_minute;
    /// Of the connection whose rows are in the list.
    QString m_connectionKey;
    bool m_wasOpen = false;
};
