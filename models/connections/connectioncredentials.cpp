#include "models/connections/connectioncredentials.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// For a keychain that wants its password typed first.
constexpr Deadline removalDeadline = 60s;

} // namespace

ConnectionCredentials::ConnectionCredentials(TokenVault &vault, ConnectionStore &store, const Clock &clock,
                                             QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_store(store)
    , m_clock(clock)
{
}

ConnectionCredentials::~ConnectionCredentials() = default;

void ConnectionCredentials::keep(const QString &key, SecretText credential)
{
    m_known.insert_or_assign(key, credential.clone());
    m_keptInMemoryOnly.erase(key);
    m_removals.erase(key);
    m_writes[key] =
        m_vault.write(VaultEntry::forConnection(key), std::move(credential), TokenVault::Existing::Replace,
                      this, [this, key](const Result<Done> &result) { written(key, result); });
}

void ConnectionCredentials::written(const QString &key, const Result<Done> &result)
{
    if (!result) {
        m_keptInMemoryOnly.insert_or_assign(key, result.error());
        Q_EMIT changed(key);
        return;
    }
    const QList<Connection> servers = m_store.servers();
    const auto found = std::find_if(servers.cbegin(), servers.cend(),
                                    [&key](const Connection &server) { return server.key == key; });
    if (found != servers.cend()) {
        Connection server = *found;
        server.credentialSaved = m_clock.now();
        // Not being able to note the date changes nothing for the credential.
        static_cast<void>(m_store.update(server));
    }
    Q_EMIT changed(key);
}

Call ConnectionCredentials::read(const QString &key, Deadline deadline, QObject *context,
                                 Continuation<SecretText> then)
{
    if (const SecretText *credential = known(key)) {
        const Promise<SecretText> promise(context, std::move(then));
        promise.finishLater(credential->clone());
        return promise.call();
    }
    return m_vault.read(VaultEntry::forConnection(key), deadline, context,
                        [self = QPointer(this), key, then = std::move(then)](Result<SecretText> result) {
                            if (self && result)
                                self->m_known.insert_or_assign(key, result.value().clone());
                            // "Not found" may as well mean "locked": what was saved is never called gone.
                            const bool isMissing =
                                !result && result.error().kind == ErrorKind::KeychainEntryMissing;
                            if (self && isMissing && self->wasSaved(key))
                                then(Error(ErrorKind::KeychainLockedOrRemoved));
                            else
                                then(std::move(result));
                        });
}

bool ConnectionCredentials::wasSaved(const QString &key) const
{
    const QList<Connection> servers = m_store.servers();
    return std::any_of(servers.cbegin(), servers.cend(), [&key](const Connection &server) {
        return server.key == key && server.credentialSaved.isValid();
    });
}

const SecretText *ConnectionCredentials::known(const QString &key) const
{
    const auto found = m_known.find(key);
    return found == m_known.cend() ? nullptr : &found->second;
}

void ConnectionCredentials::remove(const Connection &connection)
{
    const QString key = connection.key;
    m_known.erase(key);
    m_keptInMemoryOnly.erase(key);
    // The keychain does one thing after the other: a write that has begun ends before this.
    m_writes.erase(key);
    m_removals[key] =
        m_vault.remove(VaultEntry::forConnection(key), removalDeadline, this,
                       [this, connection](const Result<Done> &result) {
                           Q_EMIT removed(connection, result ? std::nullopt : std::optional(result.error()));
                       });
}

std::optional<Error> ConnectionCredentials::keptInMemoryOnly(const QString &key) const
{
    const auto found = m_keptInMemoryOnly.find(key);
    return found == m_keptInMemoryOnly.cend() ? std::nullopt : std::optional(found->second);
}
