#include "models/creation/creationlookup.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// The Date header has whole seconds, and so may the creation date.
constexpr std::chrono::seconds grain = 1s;
/// No request of ours is under way longer: three tries of 30 s and the pauses between them. What was made
/// later was made by another click, perhaps of the same person elsewhere.
constexpr std::chrono::seconds longestTry = 120s;

bool hasRolesOf(const ServiceAccount &account, const NewServiceAccount &request)
{
    QStringList made = roleNames(account.roles);
    QStringList sent = roleNames(request.roles.asAccountRoles());
    made.sort();
    sent.sort();
    return made == sent;
}

bool isCreator(const Session &session, const QString &createdBy)
{
    const QStringList names{session.userId, session.userName, session.email};
    return !createdBy.isEmpty() && names.contains(createdBy);
}

} // namespace

CreationLookup::CreationLookup(std::shared_ptr<AdminApi> api, const Clock &clock, JournalEntry entry,
                               QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_clock(clock)
    , m_entry(std::move(entry))
{
}

bool CreationLookup::isOurs(const ServiceAccount &account, const JournalEntry &entry, const Session &session,
                            const QDateTime &serverTime, const QDateTime &now)
{
    if (!serverTime.isValid() || !account.creationDate.isValid())
        return false;
    const QDateTime begun = entry.begunAt.addMSecs(now.msecsTo(serverTime));
    const QDateTime earliest = begun.addMSecs(-std::chrono::milliseconds(grain).count());
    const QDateTime latest = begun.addMSecs(std::chrono::milliseconds(longestTry).count());
    return account.creationDate >= earliest && account.creationDate <= latest &&
           isCreator(session, account.createdBy) && hasRolesOf(account, entry.request) &&
           account.description == entry.request.description.text();
}

void CreationLookup::start(std::function<void(Result<Answer>)> then)
{
    m_then = std::move(then);
    m_time.setRemainingTime(wholeTime);
    look();
}

Deadline CreationLookup::timeLeft() const
{
    return std::max<Deadline>(std::chrono::duration_cast<Deadline>(m_time.remainingTimeAsDuration()), 1ms);
}

void CreationLookup::look()
{
    m_sinceLook.start();
    askForPage({});
}

void CreationLookup::askForPage(const QString &pageToken)
{
    m_call = m_api->serviceAccountsNamed(m_entry.request.name.text(), pageToken, timeLeft(), this,
                                         [this](Result<AccountPage> page) { readPage(std::move(page)); });
}

void CreationLookup::readPage(Result<AccountPage> page)
{
    if (!page) {
        end(page.error());
        return;
    }
    const AccountPage &got = page.value();
    const auto found =
        std::find_if(got.accounts.cbegin(), got.accounts.cend(), [this](const ServiceAccount &account) {
            return account.name == m_entry.request.name.text();
        });
    if (found != got.accounts.cend()) {
        judge(*found, got.serverTime);
    } else if (!got.nextPageToken.isEmpty()) {
        askForPage(got.nextPageToken);
    } else {
        lookAgainOrEnd();
    }
}

void CreationLookup::judge(const ServiceAccount &account, const QDateTime &serverTime)
{
    const auto then = [this, account, serverTime, now = m_clock.now()](const Result<Session> &session) {
        if (!session && session.error().mayPassByItself()) {
            end(session.error());
            return;
        }
        // A server that does not say who we are may have everything else.
        const bool ours = session && isOurs(account, m_entry, session.value(), serverTime, now);
        end(Answer{ours ? Finding::Ours : Finding::Unsure, account});
    };
    m_call = m_api->session(timeLeft(), this, then);
}

void CreationLookup::lookAgainOrEnd()
{
    const bool isLongAgo =
        m_entry.begunAt.msecsTo(m_clock.now()) > std::chrono::milliseconds(longestTry).count();
    const auto number = static_cast<size_t>(m_looks++);
    // One more that the time would cut off would say nothing at all, in place of what this one says.
    const std::chrono::milliseconds lookTakes(2 * m_sinceLook.elapsed());
    if (isLongAgo || number >= pausesBetweenLooks.size() ||
        m_time.remainingTimeAsDuration() <= pausesBetweenLooks.at(number) + lookTakes) {
        end(Answer{});
        return;
    }
    QTimer::singleShot(pausesBetweenLooks.at(number), this, &CreationLookup::look);
}

void CreationLookup::end(Result<Answer> answer)
{
    if (const auto then = std::exchange(m_then, {}))
        then(std::move(answer));
}
