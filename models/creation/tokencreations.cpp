#include "models/creation/tokencreations.h"

#include <algorithm>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;

TokenCreations::TokenCreations(const CreationParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

TokenCreation *TokenCreations::start(std::shared_ptr<AdminApi> api, const QString &connectionKey,
                                     const NewServiceAccount &request)
{
    auto *creation = new TokenCreation(std::move(api), m_parts, connectionKey, request, this);
    adopt(creation);
    creation->start();
    return creation;
}

void TokenCreations::resume(const std::shared_ptr<AdminApi> &api, const QString &connectionKey)
{
    const auto awake = findChildren<TokenCreation *>(Qt::FindDirectChildrenOnly);
    for (const JournalEntry &entry : m_parts.journal.entries()) {
        if (entry.connectionKey != connectionKey)
            continue;
        const bool isAwake = std::any_of(awake.cbegin(), awake.cend(), [&entry](TokenCreation *creation) {
            return creation->idempotencyKey() == entry.idempotencyKey;
        });
        if (isAwake)
            continue;
        if (entry.stage == Stage::Stored) {
            // Read back from the keychain: nothing is lost, nobody has to be told.
            static_cast<void>(m_parts.journal.drop(entry.idempotencyKey));
            continue;
        }
        auto *creation = new TokenCreation(api, m_parts, entry, this);
        adopt(creation);
        creation->start();
        if (entry.stage == Stage::NotMade)
            followUnwatched(creation);
        else
            Q_EMIT needsPerson(creation);
    }
}

QStringList TokenCreations::waitingElsewhere(const QString &connectionKey) const
{
    QStringList names;
    for (const JournalEntry &entry : m_parts.journal.entries()) {
        const bool isOpenQuestion = entry.stage == Stage::Sent || entry.stage == Stage::Answered;
        if (isOpenQuestion && entry.connectionKey != connectionKey)
            names.append(entry.request.name.text());
    }
    return names;
}

void TokenCreations::letGo(TokenCreation *creation)
{
    followUnwatched(creation);
    if (creation->state() != State::Answered)
        return;
    // Later: the window that goes away may be the last one.
    QMetaObject::invokeMethod(
        creation,
        [this, creation] {
            if (creation->state() == State::Answered && !creation->keychainSave()->isRunning())
                Q_EMIT needsPerson(creation);
        },
        Qt::QueuedConnection);
}

void TokenCreations::adopt(TokenCreation *creation)
{
    connect(creation, &TokenCreation::stateChanged, this, &TokenCreations::unfinishedChanged);
    connect(creation, &TokenCreation::finished, creation, &QObject::deleteLater);
}

void TokenCreations::followUnwatched(TokenCreation *creation)
{
    const bool wasToldAsNotMade = creation->isFromJournal();
    connect(creation, &TokenCreation::stateChanged, this, [this, creation, wasToldAsNotMade] {
        switch (creation->state()) {
        case State::Answered:
            // Of a save that its window did not wait for.
            if (creation->keychainSave()->isRunning())
                return;
            break;
        case State::TokenGone:
            break;
        case State::Stored:
            creation->confirm();
            return;
        case State::NotMade:
        case State::Undecided:
            // That it does not exist the person knows; a later account of that name is not this click's.
            if (!wasToldAsNotMade)
                break;
            creation->confirm();
            return;
        case State::Unknown:
            if (!creation->isFindingOut() && wasToldAsNotMade)
                creation->confirm();
            if (creation->isFindingOut() || wasToldAsNotMade)
                return;
            break;
        case State::Journalled:
        case State::Sent:
        case State::Confirmed:
        case State::Deleting:
            return;
        }
        // From here on a window watches it.
        disconnect(creation, &TokenCreation::stateChanged, this, nullptr);
        connect(creation, &TokenCreation::stateChanged, this, &TokenCreations::unfinishedChanged);
        Q_EMIT needsPerson(creation);
    });
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
