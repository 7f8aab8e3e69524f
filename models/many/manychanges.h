#pragma once

#include "models/many/changedaccount.h"
#include "models/many/changeplan.h"
#include "models/ports/adminapi.h"
#include "models/ports/savedtokens.h"
#include "models/ports/tokenvault.h"

#include <QList>
#include <QTimer>

#include <array>
#include <memory>

class AccountList;

/// "Delete…", "Add Role…", "Remove Role…" for several accounts: plans, then changes one after the other with
/// a few calls in flight. Each success changes one row of the list. Runs to its end whether or not a window
/// watches.
class ManyChanges : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Ready, ///< plan() can be asked.
        Running,
        Waiting,  ///< The server asked to come back later: goes on by itself after waitLeft(). Or it refused
                  ///< the token: goes on by goOn() only.
        Stopping, ///< What is in flight is waited for; nothing else is begun.
        Finished
    };
    Q_ENUM(State)

    /// How many accounts are worked on at the same time.
    static constexpr int mostInFlight = 4;

    /// What it works with; all of it must outlive it.
    struct Parts
    {
        std::shared_ptr<AdminApi> api;
        AccountList &list;
        TokenVault &vault;
        SavedTokens &savedTokens;
        QString connectionKey;
        SignsInWith signsInWith;
    };

    ManyChanges(Parts parts, QList<ServiceAccount> accounts, QObject *parent = nullptr);
    ~ManyChanges() override;

    const QList<ServiceAccount> &accounts() const { return m_accounts; }
    /// What @p change would do to each of accounts(), in their order.
    QList<PlannedChange> plan(const ManyChange &change) const;
    /// How many of accounts() have a copy in the keychain of this computer, by the index.
    int keychainCopies() const;

    /// From Ready: changes those whose fate is WillChange.
    void start(const ManyChange &change);
    /// Begins nothing else; what is in flight ends and is told.
    void cancel();
    /// Ends a pause.
    void goOn();

    State state() const { return m_state; }
    const ManyChange &change() const { return m_change; }
    /// Those that were to change at start(), in the order of accounts().
    const QList<ChangedAccount> &items() const { return m_items; }
    int count(ChangedAccount::State state) const { return m_counts[static_cast<size_t>(state)]; }
    /// Done or failed.
    int ended() const { return count(ChangedAccount::State::Done) + count(ChangedAccount::State::Failed); }
    bool wasCancelled() const { return m_wasCancelled; }

    /// In Waiting: what the server said, and how long it is still waited for.
    const Error &pauseReason() const { return m_pauseReason; }
    std::chrono::seconds waitLeft() const;
    /// The failure after which nothing else was begun, because everything else would fail in the same way.
    const std::optional<Error> &stoppedBy() const { return m_stoppedBy; }

    /// Of all accounts that are not as wanted after start(): failed, not begun, or refused by the plan.
    QStringList idsLeft() const;

Q_SIGNALS:
    void stateChanged();
    /// Another account ended.
    void progressed();

private:
    void beginNext();
    void begin(int item);
    void singleEnded(int item, const ChangeOutcome &outcome, int token);
    void keepInList(const ChangedAccount &item);
    void pause(const Error &reason);
    void finishIfDone();
    void setItemState(int item, ChangedAccount::State state);
    void setState(State state);

    const Parts m_parts;
    const QList<ServiceAccount> m_accounts;
    ManyChange m_change;
    QList<ChangedAccount> m_items;
    /// By the plan at start(): another token may be used since.
    QStringList m_refusedIds;
    /// Items to begin, next one first.
    QList<int> m_queue;
    std::array<int, 4> m_counts{};
    QTimer m_pauseTimer;
    Error m_pauseReason;
    /// How often it went on, perhaps with another token: a refusal of the one before says nothing of this
    /// one.
    int m_token = 0;
    std::optional<Error> m_stoppedBy;
    bool m_wasCancelled = false;
    State m_state = State::Ready;
};
