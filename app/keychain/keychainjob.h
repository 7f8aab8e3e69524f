#pragma once

#include "models/ports/vaultentry.h"
#include "models/secrets/secrettext.h"

#include <QObject>

#include <functional>

/// How a job of QtKeychain ended. `Absent` is not to be believed: a locked keychain says so too.
struct JobAnswer
{
    enum class Outcome { Succeeded, Absent, Denied, NoKeychain, Failed };

    Outcome outcome = Outcome::Failed;
    /// The keychain's own words.
    QString message = {};
    /// Of a read that succeeded.
    SecretText text = {};
};

using AfterJob = std::function<void(JobAnswer)>;

/// A keychain would keep what stands before it.
bool holdsNul(const SecretText &text);

// One job each, answered later. When @p context goes first, the job is cut loose and ends by itself: deleting
// a running job is a use after free in QtKeychain (frankosterfeld/qtkeychain#261), and it knows no cancel.
void startReadJob(const VaultEntry &entry, QObject *context, AfterJob then);
void startWriteJob(const VaultEntry &entry, const SecretText &text, QObject *context, AfterJob then);
void startDeleteJob(const VaultEntry &entry, QObject *context, AfterJob then);
