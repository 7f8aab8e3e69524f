#pragma once

#include "models/list/accounttablemodel.h"
#include "models/ports/adminapi.h"

#include <QObject>
#include <QSet>

#include <memory>

/// The accounts of the open connection: reads them page by page, keeps them, and knows how that went.
class AccountList : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,    ///< No connection yet.
        Loading, ///< Rows that came already, or those of before, can be read.
        Loaded,
        Failed ///< error() says why; the rows of before are still there, old.
    };
    Q_ENUM(State)

    explicit AccountList(const Clock &clock, QObject *parent = nullptr);

    /// Another connection: forgets all rows. nullptr for none.
    void setApi(std::shared_ptr<AdminApi> api);
    const std::shared_ptr<AdminApi> &api() const { return m_api; }

    /// Reads the list. While rows are there it is compared with them at the end, so that the user's place is
    /// kept; else rows appear as they come. Does nothing without a connection; begins anew while it reads.
    void refresh();
    /// Reads no further: Failed with Cancelled, and the rows that came already stay. Only while Loading.
    void stop();
    /// Shows @p error as the reason why there is no list (the connection itself failed).
    void fail(const Error &error);

    AccountTableModel *model() { return &m_model; }
    const AccountTableModel *model() const { return &m_model; }

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// The last try failed and nothing has been answered since, also while the next one is under way: what
    /// error() says is still so.
    bool isFailing() const { return m_isFailing; }
    /// The server does not show the list to who one is signed in as.
    bool needsAdmin() const { return m_isFailing && m_error.kind == ErrorKind::Forbidden; }
    /// When the rows were last read whole, by this computer's clock; invalid before.
    QDateTime loadedAt() const { return m_loadedAt; }
    /// When the last refresh began, by the same clock; invalid before.
    QDateTime triedAt() const { return m_triedAt; }
    /// Failed, and it will be tried again by itself then; invalid otherwise.
    QDateTime nextTryAt() const { return m_nextTryAt; }
    /// For who plans it, in answer to attemptEnded().
    void setNextTryAt(const QDateTime &time) { m_nextTryAt = time; }
    /// Failed, with rows of an earlier time.
    bool hasOldRows() const { return m_state == State::Failed && m_model.total() > 0; }

    /// The one row that a create, an edit or a delete changed. Also stands against a refresh under way that
    /// read it before.
    void accountChanged(const ServiceAccount &account);
    void accountDeleted(const QString &id);

Q_SIGNALS:
    void stateChanged();
    /// Loaded or Failed, right before stateChanged() tells everybody.
    void attemptEnded();

private:
    void readPage(const QString &pageToken);
    void pageArrived(Result<AccountPage> result);
    void pagesComplete();
    void keepServerTime(const QDateTime &serverTime);
    void setState(State state);

    const Clock &m_clock;
    AccountTableModel m_model;
    std::shared_ptr<AdminApi> m_api;
    Call m_call;
    State m_state = State::Idle;
    Error m_error;
    bool m_isFailing = false;
    QDateTime m_loadedAt;
    QDateTime m_triedAt;
    QDateTime m_nextTryAt;
    /// Of the refresh under way, to be compared with the rows that are there at its end.
    QList<ServiceAccount> m_arrived;
    /// Nothing was there before: rows are shown as they come.
    bool m_isFirstLoad = false;
    QSet<QString> m_seenPageTokens;
    /// Changed or deleted by us since the refresh began: what it read of them may be older.
    QSet<QString> m_touched;
};
