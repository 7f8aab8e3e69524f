#include "models/creation/tokencreations.h"

#include "models/connections/serveraddress.h"

#include <algorithm>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;

namespace {

/// Whether it stays as it is until somebody does something about it.
bool hasStopped(TokenCreation &creation)
{
    switch (creation.state()) {
    case State::Journalled:
    case State::Sent:
    case State::Confirmed:
    case State::Deleting:
        return false;
    case State::Unknown:
        return !creation.isFindingOut();
    case State::Answered:
        // A save may go on that its window did not wait for.
        return !creation.keychainSave()->isRunning();
    case State::Stored:
    case State::TokenGone:
    case State::NotMade:
    case State::Undecided:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenCreations::TokenCreations(const CreationParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

TokenCreation *TokenCreations::start(std::shared_ptr<AdminApi> api, const QString &connectionKey,
                                     const NewServiceAccount &request, const QUrl &server)
{
    const JournalledClick click(m_parts.journal, connectionKey, request, m_parts.clock.now(), server);
    auto *creation = new TokenCreation(std::move(api), m_parts, click, this);
    adopt(creation);
    creation->start();
    return creation;
}

/// Earlier versions of the journal do not tell the server.
bool TokenCreations::wasSentTo(const JournalEntry &entry, const QString &connectionKey, const QUrl &server)
{
    return entry.connectionKey == connectionKey &&
           (entry.server.isEmpty() || isSameServer(entry.server, server));
}

bool TokenCreations::isAwake(const JournalEntry &entry) const
{
    const auto awake = findChildren<TokenCreation *>(Qt::FindDirectChildrenOnly);
    return std::any_of(awake.cbegin(), awake.cend(), [&entry](TokenCreation *creation) {
        return creation->idempotencyKey() == entry.idempotencyKey;
    });
}

void TokenCreations::resume(const std::shared_ptr<AdminApi> &api, const QString &connectionKey,
                            const QUrl &server)
{
    for (const JournalEntry &entry : m_parts.journal.entries()) {
        if (!wasSentTo(entry, connectionKey, server))
            continue;
        if (isAwake(entry))
            continue;
        if (isSafe(entry)) {
            // Nothing is lost, nobody has to be told.
            static_cast<void>(m_parts.journal.drop(entry.idempotencyKey));
            continue;
        }
        auto *creation = new TokenCreation(api, m_parts, JournalledClick(m_parts.journal, entry), this);
        adopt(creation);
        creation->resume();
        if (entry.stage == Stage::NotMade)
            followUnwatched(creation, Told::NotMade);
        else if (entry.savingBegun)
            // The keychain is asked first: most likely there is nothing to tell.
            followUnwatched(creation, Told::Nothing);
        else
            Q_EMIT needsPerson(creation);
    }
}

QList<JournalEntry> TokenCreations::waitingElsewhere(const QString &connectionKey, const QUrl &server) const
{
    QList<JournalEntry> waiting;
    for (const JournalEntry &entry : m_parts.journal.entries()) {
        if (isUnseen(entry) && !isAwake(entry) && !wasSentTo(entry, connectionKey, server))
            waiting.append(entry);
    }
    return waiting;
}

QList<JournalEntry> TokenCreations::unseenOn(const QString &connectionKey) const
{
    QList<JournalEntry> unseen = m_parts.journal.entries();
    erase_if(unseen, [this, &connectionKey](const JournalEntry &entry) {
        return entry.connectionKey != connectionKey || !isUnseen(entry);
    });
    return unseen;
}

bool TokenCreations::isUnseen(const JournalEntry &entry) const
{
    return (entry.stage == Stage::Sent || entry.stage == Stage::Answered) && !isSafe(entry);
}

void TokenCreations::forget(const JournalEntry &entry)
{
    if (!isAwake(entry))
        static_cast<void>(m_parts.journal.drop(entry.idempotencyKey));
}

/// Its token was read back from the keychain. The index says so too: it is written first, and the program may
/// have ended before the journal was.
bool TokenCreations::isSafe(const JournalEntry &entry) const
{
    if (entry.stage != Stage::Answered)
        return entry.stage == Stage::Stored;
    return m_parts.savedTokens.holds(entry.connectionKey, entry.request.name.text(), entry.accountId);
}

void TokenCreations::letGo(TokenCreation *creation)
{
    followUnwatched(creation, Told::Nothing);
    if (creation->state() != State::Answered)
        return;
    // Later: the window that goes away may be the last one.
    QMetaObject::invokeMethod(
        creation,
        [this, creation] {
            if (creation->state() == State::Answered && hasStopped(*creation))
                Q_EMIT needsPerson(creation);
        },
        Qt::QueuedConnection);
}

void TokenCreations::adopt(TokenCreation *creation)
{
    connect(creation, &TokenCreation::finished, creation, &QObject::deleteLater);
}

void TokenCreations::followUnwatched(TokenCreation *creation, Told told)
{
    connect(creation, &TokenCreation::stateChanged, this, [this, creation, told] {
        if (!hasStopped(*creation))
            return;
        // From here on a window watches it, or nobody has to.
        disconnect(creation, &TokenCreation::stateChanged, this, nullptr);
        if (isNews(creation->state(), told))
            Q_EMIT needsPerson(creation);
        else
            creation->confirm();
    });
}

bool TokenCreations::isNews(TokenCreation::State state, Told told)
{
    // Who knows that it was not made is told only that it was made after all: a later account of that name
    // that may be somebody else's is not this click's.
    if (told == Told::NotMade)
        return state == State::Answered || state == State::TokenGone;
    return state != State::Stored;
}

TokenCreation *TokenCreations::unfinished() const
{
    const auto creations = findChildren<TokenCreation *>(Qt::FindDirectChildrenOnly);
    const auto found = std::find_if(creations.cbegin(), creations.cend(), [](TokenCreation *creation) {
        switch (creation->state()) {
        case State::Journalled:
        case State::Sent:
        case State::Deleting:
            return true;
        case State::Answered:
            return !creation->isKept();
        // The journal has these: the next start tells of them.
        case State::Unknown:
        case State::TokenGone:
        case State::Undecided:
        case State::Stored:
        case State::Confirmed:
        case State::NotMade:
            return false;
        }
        Q_UNREACHABLE();
    });
    return found == creations.cend() ? nullptr : *found;
}
