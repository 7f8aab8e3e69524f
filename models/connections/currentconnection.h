#pragma once

#include "models/ports/connectionstore.h"
#include "models/ports/localworkspace.h"
#include "models/ports/tokenvault.h"

#include <QObject>

#include <map>
#include <memory>

/// The connection that is open, and how opening it went. Its AdminApi stays the same object while the local
/// workspace comes and goes beneath it.
class CurrentConnection : public QObject
{
    Q_OBJECT
public:
    enum class State {
        None,    ///< Nothing was opened yet: "Welcome".
        Opening, ///< The workspace starts, or the keychain is read.
        Open,
        NeedsCredential, ///< The credential cannot be read; error() says why. "Welcome" with the address.
        Failed           ///< The workspace does not start; error() says why, retry() tries again.
    };
    Q_ENUM(State)

    CurrentConnection(LocalWorkspace &workspace, AdminApiFactory &apis, TokenVault &vault,
                      ConnectionStore &store, QObject *parent = nullptr);
    ~CurrentConnection() override;

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// The one being opened or open; nothing in None.
    const std::optional<Connection> &connection() const { return m_connection; }
    /// nullptr unless Open.
    std::shared_ptr<AdminApi> api() const;
    /// Local and the server that is known, in this order: the menu "Connection".
    QList<Connection> known() const;
    /// The keychain did not take the credential: it is known until the program ends. Error says why.
    std::optional<Error> keptInMemoryOnly() const;
    /// Whether the open connection signs in with this very account: then it must not be deleted, nor lose
    /// Admin, from here. The server tells who one is some time after opening; the local workspace signs in
    /// with no account of its list.
    bool signsInWith(const ServiceAccount &account) const;

    void openLocal();
    /// Opens the known server with the credential from the keychain, or of this run.
    void openServer();
    /// Opens @p target, keeps it as the known server, and gives the credential to the keychain. When it
    /// cannot be kept, what was open stays open.
    Result<Done> connectTo(const ApiTarget &target, SecretText credential);
    /// What a start without options does: the one used last, else None.
    void openLastUsed();
    /// After NeedsCredential or Failed.
    void retry();

Q_SIGNALS:
    /// Another connection, or another state of it.
    void changed();
    /// The local workspace came back with the same data: read the list again.
    void workspaceRestarted();

private:
    void workspaceReady();
    void credentialRead(Result<SecretText> result);
    void begin(Connection connection);
    void open();
    void askWhoWeAre();
    void fail(State state, const Error &error);
    void setState(State state);
    RetargetableAdminApi &apiFor(const QString &key);

    LocalWorkspace &m_workspace;
    AdminApiFactory &m_apis;
    TokenVault &m_vault;
    ConnectionStore &m_store;
    std::optional<Connection> m_connection;
    State m_state = State::None;
    Error m_error;
    /// By connection key: kept for this run, with their credentials.
    std::map<QString, std::shared_ptr<RetargetableAdminApi>> m_opened;
    /// By connection key: of those whose credential the keychain did not take.
    std::map<QString, Error> m_keptInMemoryOnly;
    /// The account that the open server signs us in with; empty while unknown.
    QString m_signedInId;
    Call m_call;
    Call m_sessionCall;
    /// A credential on its way to the keychain goes there also when another connection is opened.
    Call m_credentialWrite;
};
