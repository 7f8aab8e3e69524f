#include "models/many/manychanges.h"

#include "models/errors/serverpause.h"
#include "models/list/accountlist.h"
#include "models/many/singledeletion.h"
#include "models/many/singlerolechange.h"

#include <algorithm>

using ItemState = ChangedAccount::State;

namespace {

/// It is not this account that failed: every other one would fail in the same way.
bool concernsAll(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::Unreachable:
    case ErrorKind::Untrusted:
    case ErrorKind::Redirected:
    case ErrorKind::InsecureAddress:
    case ErrorKind::WorkspaceFailed:
        return true;
    default:
        return false;
    }
}

} // namespace

ManyChanges::ManyChanges(Parts parts, QList<ServiceAccount> accounts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_accounts(std::move(accounts))
{
    m_pauseTimer.setSingleShot(true);
    m_pauseTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_pauseTimer, &QTimer::timeout, this, &ManyChanges::goOn);
}

ManyChanges::~ManyChanges() = default;

QList<PlannedChange> ManyChanges::plan(const ManyChange &change) const
{
    QList<PlannedChange> result;
    result.reserve(m_accounts.size());
    for (const ServiceAccount &account : m_accounts)
        result.append(planChange(change, account, m_parts.signsInWith));
    return result;
}

int ManyChanges::keychainCopies() const
{
    return static_cast<int>(
        std::count_if(m_accounts.cbegin(), m_accounts.cend(), [this](const ServiceAccount &account) {
            return m_parts.savedTokens.holds(m_parts.connectionKey, account.name, account.id);
        }));
}

void ManyChanges::start(const ManyChange &change)
{
    if (m_state != State::Ready)
        return;
    m_change = change;
    for (const PlannedChange &planned : plan(change)) {
        if (planned.fate == PlannedChange::Fate::Refused)
            m_refusedIds.append(planned.account.id);
        if (planned.fate != PlannedChange::Fate::WillChange)
            continue;
        m_queue.append(static_cast<int>(m_items.size()));
        m_items.append(ChangedAccount{planned.account});
    }
    m_counts[static_cast<size_t>(ItemState::NotBegun)] = static_cast<int>(m_items.size());
    setState(State::Running);
    beginNext();
    finishIfDone();
}

void ManyChanges::beginNext()
{
    while (m_state == State::Running && !m_queue.isEmpty() && count(ItemState::Running) < mostInFlight)
        begin(m_queue.takeFirst());
}

void ManyChanges::begin(int item)
{
    const ServiceAccount &account = m_items.at(item).account;
    // Another token may have come since the plan.
    if (planChange(m_change, account, m_parts.signsInWith).refusal == PlannedChange::Refusal::SignsInWithIt) {
        m_items[item].outcome.error = Error(ErrorKind::NotAllowed, tr("This console signs in with it."));
        setItemState(item, ItemState::Failed);
        Q_EMIT progressed();
        return;
    }
    SingleChange *single = nullptr;
    if (m_change.kind == ManyChange::Kind::Delete)
        single = new SingleDeletion(m_parts.api, m_parts.vault, m_parts.savedTokens, m_parts.connectionKey,
                                    account, this);
    else
        single = new SingleRoleChange(m_parts.api, m_change, account.id, this);
    const auto then = [this, item, single, token = m_token](const ChangeOutcome &outcome) {
        single->disconnect(this);
        single->deleteLater();
        singleEnded(item, outcome, token);
    };
    connect(single, &SingleChange::ended, this, then);
    setItemState(item, ItemState::Running);
    single->start();
}

void ManyChanges::singleEnded(int item, const ChangeOutcome &outcome, int token)
{
    m_items[item].outcome = outcome;
    keepInList(m_items.at(item));
    // With another token it goes on where it was.
    const bool isPause =
        outcome.error && (outcome.error->asksToWait() || outcome.error->kind == ErrorKind::Unauthorized);
    const bool goesOn = m_state == State::Running || m_state == State::Waiting;
    if (isPause && goesOn) {
        m_queue.prepend(item);
        setItemState(item, ItemState::NotBegun);
        if (outcome.error->asksToWait() || token == m_token)
            pause(*outcome.error);
        else
            beginNext();
        return;
    }
    setItemState(item, outcome.error ? ItemState::Failed : ItemState::Done);
    if (outcome.error && concernsAll(outcome.error->kind) && goesOn) {
        m_stoppedBy = outcome.error;
        m_pauseTimer.stop();
        setState(State::Stopping);
    }
    Q_EMIT progressed();
    beginNext();
    finishIfDone();
}

void ManyChanges::keepInList(const ChangedAccount &item)
{
    // The console may show another connection's list by now.
    if (m_parts.list.api() != m_parts.api)
        return;
    if (item.outcome.isGone)
        m_parts.list.accountDeleted(item.account.id);
    else if (item.outcome.account)
        m_parts.list.accountChanged(*item.outcome.account);
}

void ManyChanges::pause(const Error &reason)
{
    if (!reason.asksToWait()) {
        m_pauseReason = reason;
        m_pauseTimer.stop();
        setState(State::Waiting);
        return;
    }
    const bool waitsForPerson = m_state == State::Waiting && !m_pauseTimer.isActive();
    if (waitsForPerson)
        return;
    const std::chrono::milliseconds wait = pauseAfter(reason);
    if (m_state == State::Waiting && m_pauseTimer.remainingTimeAsDuration() >= wait)
        return;
    m_pauseReason = reason;
    m_pauseTimer.start(wait);
    setState(State::Waiting);
}

std::chrono::seconds ManyChanges::waitLeft() const
{
    return m_pauseTimer.isActive()
               ? std::chrono::ceil<std::chrono::seconds>(m_pauseTimer.remainingTimeAsDuration())
               : std::chrono::seconds(0);
}

void ManyChanges::goOn()
{
    if (m_state != State::Waiting)
        return;
    ++m_token;
    m_pauseTimer.stop();
    setState(State::Running);
    beginNext();
    finishIfDone();
}

void ManyChanges::cancel()
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    m_wasCancelled = true;
    m_pauseTimer.stop();
    setState(State::Stopping);
    finishIfDone();
}

void ManyChanges::finishIfDone()
{
    const bool beginsMore = m_state != State::Stopping && !m_queue.isEmpty();
    if (m_state == State::Finished || beginsMore || count(ItemState::Running) > 0)
        return;
    // Those that the server had put off were begun once: what it said of them is their end.
    for (const int item : std::as_const(m_queue)) {
        if (m_items.at(item).outcome.error)
            setItemState(item, ItemState::Failed);
    }
    setState(State::Finished);
}

QStringList ManyChanges::idsLeft() const
{
    QStringList ids = m_refusedIds;
    for (const ChangedAccount &item : m_items) {
        if (item.state != ItemState::Done)
            ids.append(item.account.id);
    }
    return ids;
}

void ManyChanges::setItemState(int item, ItemState state)
{
    ChangedAccount &changed = m_items[item];
    --m_counts[static_cast<size_t>(changed.state)];
    ++m_counts[static_cast<size_t>(state)];
    changed.state = state;
}

void ManyChanges::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}
