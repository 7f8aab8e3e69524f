#include "app/keychain/keychainjob.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <qt6keychain/keychain.h>

#include <sodium.h>

namespace {

using Outcome = JobAnswer::Outcome;

/// For --verbose: what was done and how it went, never which entry.
Q_LOGGING_CATEGORY(keychain, "apono.keychain", QtWarningMsg)

Outcome outcomeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return Outcome::Succeeded;
    case QKeychain::EntryNotFound:
        return Outcome::Absent;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Outcome::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Outcome::NoKeychain;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Outcome::Failed;
}

const char *nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return "succeeded";
    case Outcome::Absent:
        return "found nothing";
    case Outcome::Denied:
        return "was denied";
    case Outcome::NoKeychain:
        return "found no keychain";
    case Outcome::Failed:
        break;
    }
    return "failed";
}

const char *kindOf(const QKeychain::ReadPasswordJob &)
{
    return "read";
}

const char *kindOf(const QKeychain::WritePasswordJob &)
{
    return "write";
}

const char *kindOf(const QKeychain::DeletePasswordJob &)
{
    return "delete";
}

/// Takes the text out of a read job and wipes the job's own copy, which QtKeychain would only free.
SecretText takeText(const QKeychain::ReadPasswordJob &job)
{
    const QByteArray shared = job.binaryData();
    SecretText text = SecretText::fromUtf8(shared);
    // Not detached on purpose: these are the job's own bytes, and it is asked no more.
    if (!shared.isEmpty())
        sodium_memzero(const_cast<char *>(shared.constData()), static_cast<size_t>(shared.size()));
    return text;
}

/// Jobs have no parent and delete themselves; insecureFallback stays off.
template <class Job>
void start(Job *job, const VaultEntry &entry, QObject *context, AfterJob then)
{
    job->setKey(entry.user());
    QElapsedTimer sinceStart;
    sinceStart.start();
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, sinceStart, then = std::move(then)](QKeychain::Job *) {
                         JobAnswer answer;
                         answer.outcome = outcomeOf(job->error());
                         qCInfo(keychain, "%s %s in %lld ms", kindOf(*job), nameOf(answer.outcome),
                                static_cast<long long>(sinceStart.elapsed()));
                         answer.message = job->errorString();
                         if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
                             if (answer.outcome == Outcome::Succeeded)
                                 answer.text = takeText(*job);
                         }
                         then(std::move(answer));
                     });
    job->start();
}

} // namespace

bool holdsNul(const SecretText &text)
{
    return text.reveal().contains('\0');
}

void startReadJob(const VaultEntry &entry, QObject *context, AfterJob then)
{
    start(new QKeychain::ReadPasswordJob(VaultEntry::service()), entry, context, std::move(then));
}

void startWriteJob(const VaultEntry &entry, const SecretText &text, QObject *context, AfterJob then)
{
    auto *job = new QKeychain::WritePasswordJob(VaultEntry::service());
    // Text mode: a binary entry would be base64 to secret-tool.
    QString plain = QString::fromUtf8(text.reveal());
    job->setTextData(plain);
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()) * sizeof(QChar));
    start(job, entry, context, std::move(then));
}

void startDeleteJob(const VaultEntry &entry, QObject *context, AfterJob then)
{
    start(new QKeychain::DeletePasswordJob(VaultEntry::service()), entry, context, std::move(then));
}
