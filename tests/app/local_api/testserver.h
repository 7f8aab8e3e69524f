#pragma once

#include "app/local_api/localapi.h"
#include "tests/app/local_api/testclient.h"

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

/// The real server in this process, on a free port and a folder of its own, with a clock that can be put
/// forward.
class TestServer
{
public:
    struct Setup
    {
        QByteArray sessionCredential;
        int seed = 0;
        localapi::Limits limits;
    };

    TestServer();
    explicit TestServer(Setup setup);
    ~TestServer();

    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    quint16 port() const { return m_api->port(); }
    QString folder() const { return m_folder.path(); }
    /// Of the Admin account that the first start made.
    QByteArray adminToken() const;

    void stop();
    void restart();
    void advance(std::chrono::milliseconds by) { m_ahead += by.count(); }

    /// One call on a connection of its own; with the Admin's token unless @p token says otherwise.
    Reply call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
               const TestClient::Headers &headers = {}) const;
    Reply callAs(const QByteArray &token, const QByteArray &method, const QByteArray &path,
                 const QByteArray &body = {}, const TestClient::Headers &headers = {}) const;

    /// Creates an account with these JSON roles, for example `"Viewer"`, and gives the answer.
    Reply create(const QByteArray &name, const QByteArray &roles = R"("Viewer")",
                 const QByteArray &expiry = "null", const TestClient::Headers &headers = {}) const;

    static const QByteArray accounts;
    static QByteArray account(const Reply &created);
    static QByteArray token(const Reply &created);

private:
    void start();

    QTemporaryDir m_folder;
    Setup m_setup;
    std::atomic<qint64> m_ahead{0};
    std::unique_ptr<localapi::LocalApi> m_api;
    std::thread m_thread;
};
