#pragma once

#include "models/connections/connectioncredentials.h"
#include "models/ports/connectionstore.h"
#include "models/ports/localworkspace.h"
#include "models/ports/tokenvault.h"

#include <QObject>

#include <map>
#include <memory>

/// The connections that are known, the one that is open, and how opening it went. Its AdminApi stays the same
/// object while the local workspace comes and goes beneath it, and while a token or a setting is replaced.
class CurrentConnection : public QObject
{
    Q_OBJECT
public:
    enum class State {
        None,    ///< Nothing was opened yet, or what was open is removed: "Welcome".
        Opening, ///< The workspace starts, or the keychain is read.
        Open,
        NeedsCredential, ///< The credential cannot be read; error() says why. "Welcome" with the address.
        Failed           ///< The workspace does not start; error() says why, retry() tries again.
    };
    Q_ENUM(State)

    CurrentConnection(LocalWorkspace &workspace, AdminApiFactory &apis, TokenVault &vault,
                      ConnectionStore &store, const Clock &clock, QObject *parent = nullptr);
    ~CurrentConnection() override;

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// The one being opened or open; nothing in None.
    const std::optional<Connection> &connection() const { return m_connection; }
    /// nullptr unless Open.
    std::shared_ptr<AdminApi> api() const;
    /// Local and then the servers in the order in which they were added: the menu "Connection".
    QList<Connection> known() const;
    std::optional<Connection> find(const QString &key) const;
    /// The key of the connection that somebody means by its key or its name, whatever the case of its
    /// letters; empty when there is none.
    QString keyOf(const QString &keyOrName) const;

    /// The keychain did not take the credential of the open connection: it is known until the program ends.
    /// Error says why.
    std::optional<Error> keptInMemoryOnly() const;
    std::optional<Error> keptInMemoryOnly(const QString &key) const;
    /// Who the open server says one is signed in as; nothing until it says so, and for the local workspace.
    const std::optional<Session> &session() const { return m_session; }
    /// Whether the open connection signs in with this very account: then it must not be deleted, nor lose
    /// Admin, from here. The server tells who one is some time after opening; the local workspace signs in
    /// with no account of its list.
    bool signsInWith(const ServiceAccount &account) const;
    /// Whether the connection, open or not, is signed in to with a token that a person can replace: that of a
    /// server. The local workspace makes its credential itself.
    bool signsInWithToken() const;

    void openLocal();
    /// Opens a known connection, a server with the credential of this run or from the keychain. Whether there
    /// is one with that key.
    bool open(const QString &key);
    /// What a start without options does: the one used last, else None.
    void openLastUsed();
    /// After NeedsCredential or Failed.
    void retry();
    /// Waits no longer for the keychain: NeedsCredential. The local workspace needs none, and is there or has
    /// failed within seconds.
    void stopOpening();
    bool canStopOpening() const { return m_state == State::Opening && signsInWithToken(); }

    /// "Welcome": opens the server at target.address and keeps it and the credential. One that is known
    /// there keeps its name and its settings, else it is new, with @p target and a name after the address.
    /// When it cannot be kept, what was open stays open.
    Result<Done> connectTo(const ApiTarget &target, SecretText credential);

    /// A new server, which is not opened; its key is made. An empty credential is asked for at opening.
    Result<Connection> add(const Connection &server, SecretText credential);
    /// Name, target and policy of a known connection, and its credential unless @p credential is empty. The
    /// open one takes the change at once. NotAllowed where the address is another server's and no credential
    /// for it comes along: a kept one is never sent to another server than the one it was given for.
    Result<Done> update(const Connection &connection, SecretText credential = {});
    /// Forgets a server and its credential, in the keychain too: removed() says how that went. The open one
    /// is closed to None. The local workspace cannot be removed: NotAllowed. Tokens that were saved for
    /// scripts stay in the keychain.
    Result<Done> remove(const QString &key);

    /// "Use Another Token…" on the open connection: replaces the credential, also in the keychain, asks who
    /// one is, and says reconnected(). Nothing is tried here: ConnectionTest does that before.
    Result<Done> useCredential(SecretText credential);
    /// The same for any known server ("Replace…").
    Result<Done> useCredential(const QString &key, SecretText credential);
    /// What a known server is signed in to with, for a ConnectionTest: of this run, else from the keychain.
    Call credential(const QString &key, QObject *context, Continuation<SecretText> then);

    /// Asks the open server again, for what session() says may have changed meanwhile. Until the answer comes
    /// it says what it said.
    void askWhoWeAre();

Q_SIGNALS:
    /// Another connection, another state of it, or something about it or the known ones.
    void changed();
    /// The same list is reached anew under the same api(): the local workspace came back, or the token or a
    /// setting of the connection was replaced. Read the list again.
    void reconnected();
    void sessionChanged();
    /// After opening, another token, or askWhoWeAre(): session() is what the server says now, or it does not
    /// say.
    void whoWeAreTold();
    /// After remove(): @p problem says why the credential may still be in the keychain; nothing when it is
    /// gone.
    void removed(const Connection &connection, const std::optional<Error> &problem);

private:
    void workspaceReady();
    void credentialRead(Result<SecretText> result);
    void begin(Connection connection);
    void finishOpening();
    void takeEffect(const Connection &server, bool isSameList);
    void retarget(const Connection &connection);
    void forgetSession();
    bool isCurrent(const QString &key) const { return m_connection && m_connection->key == key; }
    void fail(State state, const Error &error);
    void setState(State state);
    RetargetableAdminApi &apiFor(const QString &key);

    LocalWorkspace &m_workspace;
    AdminApiFactory &m_apis;
    ConnectionStore &m_store;
    ConnectionCredentials m_credentials;
    std::optional<Connection> m_connection;
    State m_state = State::None;
    Error m_error;
    /// By connection key: kept for this run, with their credentials.
    std::map<QString, std::shared_ptr<RetargetableAdminApi>> m_opened;
    std::optional<Session> m_session;
    Call m_call;
    Call m_sessionCall;
};
