#pragma once

#include <QString>

#include <optional>

/// What can be seen of the keychain without a prompt and without opening an entry.
struct KeychainView
{
    enum class State {
        Missing,      ///< Nothing on this computer answers for a keychain.
        Silent,       ///< Something does, but gave no answer in time.
        NoCollection, ///< It has no default collection: none was made yet, or the store is closed.
        Locked,
        Open,
        Unseen, ///< This keychain shows no more than that it is there.
    };

    State state = State::Unseen;
    /// Whether the entry is there, locked or not; empty when this keychain does not tell.
    std::optional<bool> holdsEntry = {};
    /// Why it is missing, translated, when there is more to say than that.
    QString reason = {};
};
