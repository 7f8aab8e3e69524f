#include "models/editing/accountedit.h"

AccountEdit::AccountEdit(std::shared_ptr<AdminApi> api, ServiceAccount opened, QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_base(std::move(opened))
    , m_readBack(m_api)
{
}

void AccountEdit::load()
{
    m_loading =
        m_api->serviceAccount(m_base.id, standardDeadline, this, [this](Result<ServiceAccount> result) {
            if (m_state != State::Editing)
                return;
            if (!result) {
                // Saving reads again: only that the account is gone has to be said at once.
                if (result.error().kind == ErrorKind::NotFound)
                    setState(State::Gone);
                return;
            }
            if (isUnchanged(result.value())) {
                m_base = std::move(result).value();
                return;
            }
            m_newer = std::move(result).value();
            Q_EMIT newerArrived();
        });
}

void AccountEdit::acceptNewer()
{
    m_base = m_newer;
}

void AccountEdit::save(const AccountChanges &changes)
{
    if (m_state != State::Editing && m_state != State::Conflict)
        return;
    m_loading.cancel();
    m_error.reset();
    m_isSent = false;
    m_mine = changes;
    if (m_state == State::Conflict)
        m_base = m_newer;
    setState(State::Saving);
    if (!m_base.etag.isEmpty()) {
        put();
        return;
    }
    // Without an ETag nothing tells the server which version the form stands on: look first.
    m_call = m_api->serviceAccount(m_base.id, standardDeadline, this, [this](Result<ServiceAccount> result) {
        if (!result) {
            fail(result.error(), false);
        } else if (isUnchanged(result.value())) {
            m_base = std::move(result).value();
            put();
        } else {
            compareWith(result.value());
        }
    });
}

void AccountEdit::put()
{
    m_isSent = true;
    m_call =
        m_api->updateServiceAccount(m_base.id, *m_mine, m_base.etag, standardDeadline, this,
                                    [this](Result<ServiceAccount> result) { answered(std::move(result)); });
}

void AccountEdit::answered(Result<ServiceAccount> result)
{
    if (result) {
        m_base = std::move(result).value();
        setState(State::Saved);
        return;
    }
    const Error error = result.error();
    if (error.kind == ErrorKind::Stale || error.leavesOutcomeUnknown())
        readBack(error);
    else
        fail(error, false);
}

void AccountEdit::readBack(const Error &reason)
{
    // A server that answered is not at work on it any more.
    const bool isAnswered = reason.kind == ErrorKind::Stale || reason.asksToWait();
    const auto isSettled = [this, isAnswered](const ServiceAccount &account) {
        return isAnswered || isAsWanted(account) || !isUnchanged(account);
    };
    m_readBack.start(m_base.id, isSettled, [this, reason](Result<ServiceAccount> result) {
        if (!result) {
            fail(AccountReadBack::worthTelling(result.error(), reason), true);
        } else if (isUnchanged(result.value()) && !isAsWanted(result.value())) {
            m_base = std::move(result).value();
            fail(reason, false);
        } else {
            compareWith(result.value());
        }
    });
}

void AccountEdit::compareWith(const ServiceAccount &newer)
{
    m_newer = newer;
    if (isAsWanted(newer)) {
        // Ours got through after all, or somebody saved the very same.
        m_base = newer;
        setState(State::Saved);
        return;
    }
    setState(State::Conflict);
}

void AccountEdit::fail(const Error &error, bool isOutcomeUnknown)
{
    m_error = error;
    m_isOutcomeUnknown = isOutcomeUnknown;
    setState(error.kind == ErrorKind::NotFound ? State::Gone : State::Editing);
}

void AccountEdit::cancel()
{
    m_call.cancel();
    m_readBack.cancel();
    if (m_state == State::Saving)
        fail(Error(ErrorKind::Cancelled), m_isSent);
}

bool AccountEdit::isAsWanted(const ServiceAccount &account) const
{
    return account.description == m_mine->description().text() && sameRoles(account.roles, m_mine->roles());
}

bool AccountEdit::isUnchanged(const ServiceAccount &account) const
{
    return account.description == m_base.description && sameRoles(account.roles, m_base.roles);
}

void AccountEdit::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
