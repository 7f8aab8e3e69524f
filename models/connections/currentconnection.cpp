#include "models/connections/currentconnection.h"

#include "models/connections/connectionname.h"
#include "models/connections/serveraddress.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// How long a start waits for the keychain before "Welcome" says that it does not answer. Long enough for a
/// person to type the keychain's password into the desktop's prompt.
constexpr Deadline credentialDeadline = 60s;

/// Whether a list that was read from @p before is the list of @p after.
bool isSameList(const ApiTarget &before, const ApiTarget &after)
{
    return normalizedAddress(before.address) == normalizedAddress(after.address) &&
           before.resourcePath == after.resourcePath;
}

} // namespace

CurrentConnection::CurrentConnection(LocalWorkspace &workspace, AdminApiFactory &apis, TokenVault &vault,
                                     ConnectionStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_apis(apis)
    , m_store(store)
    , m_credentials(vault, store, clock)
{
    connect(&m_workspace, &LocalWorkspace::ready, this, &CurrentConnection::workspaceReady);
    connect(&m_workspace, &LocalWorkspace::failed, this, [this](const Error &error) {
        if (m_connection && m_connection->kind == Connection::Kind::Local)
            fail(State::Failed, error);
    });
    connect(&m_credentials, &ConnectionCredentials::changed, this, [this](const QString &key) {
        if (const auto known = find(key); known && isCurrent(key))
            m_connection->credentialSaved = known->credentialSaved;
        Q_EMIT changed();
    });
    connect(&m_credentials, &ConnectionCredentials::removed, this, &CurrentConnection::removed);
}

CurrentConnection::~CurrentConnection() = default;

std::shared_ptr<AdminApi> CurrentConnection::api() const
{
    if (m_state != State::Open)
        return nullptr;
    const auto found = m_opened.find(m_connection->key);
    return found == m_opened.cend() ? nullptr : found->second;
}

QList<Connection> CurrentConnection::known() const
{
    return QList<Connection>{m_store.local()} + m_store.servers();
}

std::optional<Connection> CurrentConnection::find(const QString &key) const
{
    const QList<Connection> all = known();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&key](const Connection &candidate) { return candidate.key == key; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

QString CurrentConnection::keyOf(const QString &keyOrName) const
{
    if (find(keyOrName))
        return keyOrName;
    const QString folded = tidyConnectionName(keyOrName).toCaseFolded();
    const QList<Connection> all = known();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&folded](const Connection &candidate) {
        return candidate.name.toCaseFolded() == folded;
    });
    return found == all.cend() ? QString() : found->key;
}

RetargetableAdminApi &CurrentConnection::apiFor(const QString &key)
{
    std::shared_ptr<RetargetableAdminApi> &api = m_opened[key];
    if (!api)
        api = m_apis.create();
    return *api;
}

void CurrentConnection::openLocal()
{
    begin(m_store.local());
    if (m_workspace.address().isValid())
        workspaceReady();
    else
        m_workspace.start();
}

void CurrentConnection::workspaceReady()
{
    const Connection local = m_store.local();
    const bool isComingBack = m_opened.count(local.key) > 0;
    ApiTarget target;
    target.address = m_workspace.address();
    target.honoursIdempotencyKeys = true;
    apiFor(local.key).setTarget(target, m_workspace.credential());
    if (!isCurrent(local.key))
        return;
    const bool wasOpen = m_state == State::Open;
    finishOpening();
    if (wasOpen && isComingBack)
        Q_EMIT reconnected();
}

bool CurrentConnection::open(const QString &key)
{
    const std::optional<Connection> wanted = find(key);
    if (!wanted)
        return false;
    if (wanted->kind == Connection::Kind::Local) {
        openLocal();
        return true;
    }
    begin(*wanted);
    if (m_opened.count(key) > 0) {
        finishOpening();
        return true;
    }
    if (const SecretText *known = m_credentials.known(key)) {
        apiFor(key).setTarget(m_connection->target, known->clone());
        finishOpening();
        return true;
    }
    m_call = m_credentials.read(key, credentialDeadline, this,
                                [this](Result<SecretText> result) { credentialRead(std::move(result)); });
    return true;
}

void CurrentConnection::credentialRead(Result<SecretText> result)
{
    if (!result) {
        fail(State::NeedsCredential, result.error());
        return;
    }
    apiFor(m_connection->key).setTarget(m_connection->target, std::move(result).value());
    finishOpening();
}

Result<Done> CurrentConnection::connectTo(const ApiTarget &target, SecretText credential)
{
    const QUrl address = normalizedAddress(target.address);
    const QList<Connection> servers = m_store.servers();
    const auto isThere = [&address](const Connection &server) {
        return normalizedAddress(server.target.address) == address;
    };
    auto found = std::find_if(servers.cbegin(), servers.cend(), isThere);
    std::optional<Connection> server;
    if (m_connection && m_connection->kind == Connection::Kind::Server && isThere(*m_connection))
        server = m_connection;
    else if (found != servers.cend())
        server = *found;
    if (!server) {
        Connection made;
        made.kind = Connection::Kind::Server;
        made.name = freeConnectionName(nameOfAddress(address), known());
        made.target = target;
        Result<Connection> added = m_store.add(made);
        if (!added)
            return added.error();
        server = std::move(added).value();
    }
    begin(*server);
    // A new object: whoever still talks to the server with the former token is not disturbed.
    m_opened.erase(server->key);
    apiFor(server->key).setTarget(server->target, credential.clone());
    m_credentials.keep(server->key, std::move(credential));
    finishOpening();
    return Done{};
}

void CurrentConnection::openLastUsed()
{
    if (!open(m_store.lastUsedKey()))
        setState(State::None);
}

void CurrentConnection::retry()
{
    if (m_connection)
        open(m_connection->key);
}

void CurrentConnection::stopOpening()
{
    if (!canStopOpening())
        return;
    m_call.cancel();
    fail(State::NeedsCredential, Error(ErrorKind::KeychainSilent));
}

Result<Connection> CurrentConnection::add(const Connection &server, SecretText credential)
{
    Result<Connection> added = m_store.add(server);
    if (!added)
        return added;
    if (!credential.isEmpty())
        m_credentials.keep(added.value().key, std::move(credential));
    Q_EMIT changed();
    return added;
}

Result<Done> CurrentConnection::update(const Connection &connection, SecretText credential)
{
    const std::optional<Connection> before = find(connection.key);
    if (!before)
        return Error(ErrorKind::NotAllowed, tr("This connection was removed meanwhile."));
    const bool isServer = before->kind == Connection::Kind::Server;
    if (isServer && credential.isEmpty() && !isSameServer(before->target.address, connection.target.address))
        return Error(ErrorKind::NotAllowed,
                     tr("The token was given for %1 and is not sent to another server. "
                        "Enter the one for the new address.")
                         .arg(before->target.address.host()));
    Connection after = connection;
    after.credentialSaved = before->credentialSaved;
    if (const auto saved = m_store.update(after); !saved)
        return saved;
    after = find(connection.key).value_or(after);
    if (isCurrent(after.key))
        m_connection = after;
    const bool isSignedInAnew = isServer && !credential.isEmpty();
    if (isSignedInAnew)
        m_credentials.keep(after.key, std::move(credential));
    if (isServer && (isSignedInAnew || before->target != after.target))
        takeEffect(after, isSameList(before->target, after.target));
    Q_EMIT changed();
    return Done{};
}

void CurrentConnection::takeEffect(const Connection &server, bool isSameList)
{
    const bool isWaiting = m_state == State::NeedsCredential && m_credentials.known(server.key);
    if (isSameList && !(isWaiting && isCurrent(server.key))) {
        retarget(server);
        return;
    }
    // Another list needs another api(), so that nobody takes the rows of the one for those of the other.
    m_opened.erase(server.key);
    if (isCurrent(server.key))
        open(server.key);
}

void CurrentConnection::retarget(const Connection &connection)
{
    const auto opened = m_opened.find(connection.key);
    const SecretText *credential = m_credentials.known(connection.key);
    if (opened == m_opened.cend() || !credential)
        return;
    opened->second->setTarget(connection.target, credential->clone());
    if (!isCurrent(connection.key) || m_state != State::Open)
        return;
    forgetSession();
    askWhoWeAre();
    Q_EMIT reconnected();
}

Result<Done> CurrentConnection::remove(const QString &key)
{
    const std::optional<Connection> server = find(key);
    if (server && server->kind == Connection::Kind::Local)
        return Error(ErrorKind::NotAllowed, tr("The local workspace belongs to this program and cannot be "
                                               "removed."));
    if (const auto gone = m_store.remove(key); !gone)
        return gone;
    m_opened.erase(key);
    if (server)
        m_credentials.remove(*server);
    if (!isCurrent(key)) {
        Q_EMIT changed();
        return Done{};
    }
    m_call.cancel();
    forgetSession();
    m_connection.reset();
    // The next start shows "Welcome" and not something that nobody chose.
    static_cast<void>(m_store.setLastUsed({}));
    setState(State::None);
    return Done{};
}

Result<Done> CurrentConnection::useCredential(SecretText credential)
{
    return useCredential(m_connection ? m_connection->key : QString(), std::move(credential));
}

Result<Done> CurrentConnection::useCredential(const QString &key, SecretText credential)
{
    const std::optional<Connection> server = find(key);
    if (!server || server->kind == Connection::Kind::Local)
        return Error(ErrorKind::NotAllowed,
                     tr("Only a server is signed in to with a token of your choice. Choose a server first."));
    m_credentials.keep(key, std::move(credential));
    takeEffect(*server, true);
    return Done{};
}

Call CurrentConnection::credential(const QString &key, QObject *context, Continuation<SecretText> then)
{
    return m_credentials.read(key, credentialDeadline, context, std::move(then));
}

void CurrentConnection::begin(Connection connection)
{
    m_call.cancel();
    forgetSession();
    m_connection = std::move(connection);
    setState(State::Opening);
}

void CurrentConnection::finishOpening()
{
    // Not being able to note it costs a click at the next start and nothing now.
    static_cast<void>(m_store.setLastUsed(m_connection->key));
    setState(State::Open);
    // Whoever heard of it may have opened another one; then this asks that one.
    askWhoWeAre();
}

void CurrentConnection::askWhoWeAre()
{
    if (m_state != State::Open || !signsInWithToken())
        return;
    m_sessionCall =
        m_opened.at(m_connection->key)->session(standardDeadline, this, [this](Result<Session> session) {
            // A server need not tell; then nothing is protected from here.
            if (session) {
                m_session = std::move(session).value();
                Q_EMIT sessionChanged();
            }
            Q_EMIT whoWeAreTold();
        });
}

void CurrentConnection::forgetSession()
{
    m_sessionCall.cancel();
    if (!m_session)
        return;
    m_session.reset();
    Q_EMIT sessionChanged();
}

bool CurrentConnection::signsInWith(const ServiceAccount &account) const
{
    return m_session && !m_session->userId.isEmpty() && account.id == m_session->userId;
}

bool CurrentConnection::signsInWithToken() const
{
    return m_connection && m_connection->kind == Connection::Kind::Server;
}

std::optional<Error> CurrentConnection::keptInMemoryOnly() const
{
    return m_connection ? m_credentials.keptInMemoryOnly(m_connection->key) : std::nullopt;
}

std::optional<Error> CurrentConnection::keptInMemoryOnly(const QString &key) const
{
    return m_credentials.keptInMemoryOnly(key);
}

void CurrentConnection::fail(State state, const Error &error)
{
    m_error = error;
    setState(state);
}

void CurrentConnection::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}
