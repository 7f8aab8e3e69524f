#pragma once

#include "models/ports/adminapi.h"
#include "models/ports/clock.h"
#include "models/ports/journal.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

/// Finds out by looking what became of a create whose answer was lost (design: "What a client may repeat").
/// An account of that name is ours only when whoever we sign in as made it, not before the try began and not
/// long after it, with the roles and the description that were sent. A name that is not there is looked for
/// again until the time is over: a server may still be at work on the request.
class CreationLookup : public QObject
{
    Q_OBJECT
public:
    /// For all of it.
    static constexpr Deadline wholeTime = std::chrono::seconds(3);

    enum class Finding {
        Absent,
        Ours,
        Unsure ///< There is an account of that name, and it may be somebody else's.
    };
    struct Answer
    {
        Finding finding = Finding::Absent;
        /// Nothing when Absent.
        std::optional<ServiceAccount> account = {};
    };

    /// @p clock must outlive it.
    CreationLookup(std::shared_ptr<AdminApi> api, const Clock &clock, JournalEntry entry,
                   QObject *parent = nullptr);

    /// Once. @p then runs later, and not when this object is gone.
    void start(std::function<void(Result<Answer>)> then);

    /// The rule alone. @p serverTime is invalid when the server did not say it: then nothing is ours.
    static bool isOurs(const ServiceAccount &account, const JournalEntry &entry, const Session &session,
                       const QDateTime &serverTime, const QDateTime &now);

private:
    void look();
    void askForPage(const QString &pageToken);
    void readPage(Result<AccountPage> page);
    /// Whose it is.
    void judge(const ServiceAccount &account, const QDateTime &serverTime);
    void lookAgainOrEnd();
    void end(Result<Answer> answer);
    Deadline timeLeft() const;

    std::shared_ptr<AdminApi> m_api;
    const Clock &m_clock;
    const JournalEntry m_entry;
    std::function<void(Result<Answer>)> m_then;
    QDeadlineTimer m_time;
    int m_looks = 0;
    QElapsedTimer m_sinceLook;
    Call m_call;
};
