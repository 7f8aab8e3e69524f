#pragma once

#include "models/editing/accountreadback.h"

#include <QObject>

#include <memory>

/// One edit of description and roles, from opening the form to the saved account. What somebody else changed
/// meanwhile is never overwritten unseen: then it is Conflict, with both versions to choose from.
class AccountEdit : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Editing, ///< error() is set when the last save failed.
        Saving,
        Conflict, ///< theirs() and mine() differ; choose and save again.
        Saved,    ///< base() is the new version.
        Gone      ///< Deleted meanwhile.
    };
    Q_ENUM(State)

    /// @p opened is the account as the form shows it.
    AccountEdit(std::shared_ptr<AdminApi> api, ServiceAccount opened, QObject *parent = nullptr);

    /// Reads the account alone, for its ETag. When it is newer than what was opened, newerArrived() is sent:
    /// a form that nobody has touched yet shows it and calls acceptNewer().
    void load();
    void acceptNewer();

    /// The version that the form stands on; in Saved, the new one.
    const ServiceAccount &base() const { return m_base; }

    /// From Editing or Conflict.
    void save(const AccountChanges &changes);
    /// Gives up waiting for an answer; the change may have been made.
    void cancel();

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    /// In Editing after a failure: the changes may have been saved, and looking did not tell.
    bool isOutcomeUnknown() const { return m_isOutcomeUnknown; }

    /// In Conflict: the server's version, and what the person wanted.
    const ServiceAccount &theirs() const { return m_newer; }
    const AccountChanges &mine() const { return *m_mine; }

Q_SIGNALS:
    void stateChanged();
    void newerArrived();

private:
    void put();
    void answered(Result<ServiceAccount> result);
    void readBack(const Error &reason);
    void compareWith(const ServiceAccount &newer);
    void fail(const Error &error, bool isOutcomeUnknown);
    bool isAsWanted(const ServiceAccount &account) const;
    bool isUnchanged(const ServiceAccount &account) const;
    void setState(State state);

    std::shared_ptr<AdminApi> m_api;
    ServiceAccount m_base;
    ServiceAccount m_newer;
    std::optional<AccountChanges> m_mine;
    std::optional<Error> m_error;
    bool m_isSent = false;
    bool m_isOutcomeUnknown = false;
    State m_state = State::Editing;
    AccountReadBack m_readBack;
    Call m_loading;
    Call m_call;
};
