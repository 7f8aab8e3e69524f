#include "models/connections/currentconnection.h"

using namespace std::chrono_literals;

namespace {

/// How long a start waits for the keychain before "Welcome" says that it does not answer. Long enough for a
/// person to type the keychain's password into the desktop's prompt.
constexpr Deadline credentialDeadline = 60s;

} // namespace

CurrentConnection::CurrentConnection(LocalWorkspace &workspace, AdminApiFactory &apis, TokenVault &vault,
                                     ConnectionStore &store, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_apis(apis)
    , m_vault(vault)
    , m_store(store)
{
    connect(&m_workspace, &LocalWorkspace::ready, this, &CurrentConnection::workspaceReady);
    connect(&m_workspace, &LocalWorkspace::failed, this, [this](const Error &error) {
        if (m_connection && m_connection->kind == Connection::Kind::Local)
            fail(State::Failed, error);
    });
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
    QList<Connection> result{m_store.local()};
    if (const auto server = m_store.server())
        result.append(*server);
    return result;
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
    if (!m_connection || m_connection->key != local.key)
        return;
    const bool wasOpen = m_state == State::Open;
    open();
    if (wasOpen && isComingBack)
        Q_EMIT workspaceRestarted();
}

void CurrentConnection::openServer()
{
    const std::optional<Connection> server = m_store.server();
    if (!server)
        return;
    begin(*server);
    if (m_opened.count(server->key) > 0) {
        open();
        return;
    }
    m_call = m_vault.read(VaultEntry::forConnection(server->key), credentialDeadline, this,
                          [this](Result<SecretText> result) { credentialRead(std::move(result)); });
}

void CurrentConnection::credentialRead(Result<SecretText> result)
{
    if (!result) {
        // It was saved once, so "not found" may as well mean "locked": never say that it is gone.
        const bool isMissing = result.error().kind == ErrorKind::KeychainEntryMissing;
        fail(State::NeedsCredential, isMissing ? Error(ErrorKind::KeychainLockedOrRemoved) : result.error());
        return;
    }
    apiFor(m_connection->key).setTarget(m_connection->target, std::move(result).value());
    open();
}

Result<Done> CurrentConnection::connectTo(const ApiTarget &target, SecretText credential)
{
    Result<Connection> saved = m_store.saveServer(target);
    if (!saved)
        return saved.error();
    begin(std::move(saved).value());
    const QString key = m_connection->key;
    // A new object: whoever still talks to the server with the former token is not disturbed.
    m_opened.erase(key);
    m_keptInMemoryOnly.erase(key);
    apiFor(key).setTarget(m_connection->target, credential.clone());
    m_credentialWrite = m_vault.write(VaultEntry::forConnection(key), std::move(credential), this,
                                      [this, key](const Result<Done> &result) {
                                          if (result)
                                              return;
                                          m_keptInMemoryOnly.insert_or_assign(key, result.error());
                                          Q_EMIT changed();
                                      });
    open();
    return Done{};
}

void CurrentConnection::openLastUsed()
{
    const QString key = m_store.lastUsedKey();
    const std::optional<Connection> server = m_store.server();
    if (key.isEmpty())
        setState(State::None);
    else if (server && server->key == key)
        openServer();
    else
        openLocal();
}

void CurrentConnection::retry()
{
    if (!m_connection)
        return;
    if (m_connection->kind == Connection::Kind::Local)
        openLocal();
    else
        openServer();
}

void CurrentConnection::begin(Connection connection)
{
    m_call.cancel();
    m_sessionCall.cancel();
    m_signedInId.clear();
    m_connection = std::move(connection);
    setState(State::Opening);
}

void CurrentConnection::open()
{
    // Not being able to note it costs a click at the next start and nothing now.
    static_cast<void>(m_store.setLastUsed(m_connection->key));
    setState(State::Open);
    if (m_connection->kind == Connection::Kind::Server)
        askWhoWeAre();
}

void CurrentConnection::askWhoWeAre()
{
    m_sessionCall = m_opened.at(m_connection->key)
                        ->session(standardDeadline, this, [this](const Result<Session> &session) {
                            // A server need not tell; then nothing is protected from here.
                            if (session)
                                m_signedInId = session.value().userId;
                        });
}

bool CurrentConnection::signsInWith(const ServiceAccount &account) const
{
    return !m_signedInId.isEmpty() && account.id == m_signedInId;
}

std::optional<Error> CurrentConnection::keptInMemoryOnly() const
{
    const auto found = m_connection ? m_keptInMemoryOnly.find(m_connection->key) : m_keptInMemoryOnly.cend();
    return found == m_keptInMemoryOnly.cend() ? std::nullopt : std::optional(found->second);
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
