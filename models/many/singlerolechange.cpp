#include "models/many/singlerolechange.h"

namespace {

/// Whoever changes an account between each of our reads and saves is not raced for longer.
constexpr int mostTries = 5;

} // namespace

SingleRoleChange::SingleRoleChange(std::shared_ptr<AdminApi> api, ManyChange change, QString accountId,
                                   QObject *parent)
    : SingleChange(parent)
    , m_api(std::move(api))
    , m_change(std::move(change))
    , m_id(std::move(accountId))
    , m_readBack(m_api)
{
}

void SingleRoleChange::start()
{
    read();
}

void SingleRoleChange::read()
{
    m_call = m_api->serviceAccount(m_id, standardDeadline, this, [this](Result<ServiceAccount> result) {
        if (result)
            change(result.value());
        else
            fail(result.error());
    });
}

void SingleRoleChange::change(const ServiceAccount &current)
{
    if (isAsWanted(current)) {
        Q_EMIT ended({.account = current});
        return;
    }
    const auto description = AccountDescription::fromText(current.description);
    const auto changes =
        description ? AccountChanges::of(*description, m_change.appliedTo(current.roles)) : std::nullopt;
    if (!changes) {
        const QString reason = description
                                   ? tr("It has no other role any more, so this one was kept.")
                                   : tr("Its description is longer than 500 characters. Edit it first.");
        Q_EMIT ended({.error = Error(ErrorKind::Conflict, reason), .account = current});
        return;
    }
    ++m_tries;
    m_call =
        m_api->updateServiceAccount(m_id, *changes, current.etag, standardDeadline, this,
                                    [this](Result<ServiceAccount> result) { answered(std::move(result)); });
}

void SingleRoleChange::answered(Result<ServiceAccount> result)
{
    if (result) {
        Q_EMIT ended({.account = std::move(result).value()});
        return;
    }
    const Error error = result.error();
    if (error.kind == ErrorKind::Stale && m_tries < mostTries)
        read();
    else if (error.leavesOutcomeUnknown() && !error.asksToWait())
        readBack(error);
    else
        fail(error);
}

void SingleRoleChange::readBack(const Error &reason)
{
    const auto isSettled = [this](const ServiceAccount &account) { return isAsWanted(account); };
    m_readBack.start(m_id, isSettled, [this, reason](Result<ServiceAccount> result) {
        if (result && isAsWanted(result.value()))
            Q_EMIT ended({.account = std::move(result).value()});
        else if (result)
            Q_EMIT ended({.error = reason, .account = std::move(result).value()});
        else if (result.error().kind == ErrorKind::NotFound)
            fail(result.error());
        else
            Q_EMIT ended({.error = AccountReadBack::worthTelling(result.error(), reason), .isUnknown = true});
    });
}

void SingleRoleChange::fail(const Error &error)
{
    Q_EMIT ended({.error = error, .isGone = error.kind == ErrorKind::NotFound});
}

bool SingleRoleChange::isAsWanted(const ServiceAccount &account) const
{
    return sameRoles(account.roles, m_change.appliedTo(account.roles));
}
