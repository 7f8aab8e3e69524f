#include "tests/app/local_api/testserver.h"

#include <QFile>
#include <QtDebug>

const QByteArray TestServer::accounts = "/api/admin/v1/service-accounts";

TestServer::TestServer()
    : TestServer(Setup())
{
}

TestServer::TestServer(Setup setup)
    : m_setup(std::move(setup))
{
    start();
}

TestServer::~TestServer()
{
    stop();
}

void TestServer::start()
{
    localapi::LocalApi::Settings settings;
    settings.dataDir = m_folder.path();
    settings.seed = m_setup.seed;
    settings.limits = m_setup.limits;
    if (!m_setup.sessionCredential.isEmpty())
        settings.sessionCredential =
            localapi::SecretBytes::copyOf({m_setup.sessionCredential.constData(),
                                           static_cast<std::size_t>(m_setup.sessionCredential.size())});
    settings.clock = [this] { return localapi::systemTime() + m_ahead; };
    m_api = std::make_unique<localapi::LocalApi>(std::move(settings));
    if (const auto sentence = m_api->start())
        qFatal("%s", qPrintable(*sentence));
    m_thread = std::thread([this] { m_api->run(); });
}

void TestServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_api->stop();
    m_thread.join();
    m_api.reset();
}

void TestServer::restart()
{
    stop();
    start();
}

QByteArray TestServer::adminToken() const
{
    if (!m_setup.sessionCredential.isEmpty())
        return m_setup.sessionCredential;
    QFile file(m_folder.filePath(QStringLiteral("admin-token")));
    return file.open(QFile::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

Reply TestServer::call(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                       const TestClient::Headers &headers) const
{
    return callAs(adminToken(), method, path, body, headers);
}

Reply TestServer::callAs(const QByteArray &token, const QByteArray &method, const QByteArray &path,
                         const QByteArray &body, const TestClient::Headers &headers) const
{
    return TestClient(port()).call(method, path, token, body, headers);
}

Reply TestServer::create(const QByteArray &name, const QByteArray &roles, const QByteArray &expiry,
                         const TestClient::Headers &headers) const
{
    return call("POST", accounts,
                R"({"name":")" + name + R"(","roles":[)" + roles + R"(],"expiry_date":)" + expiry + "}",
                headers);
}

QByteArray TestServer::account(const Reply &created)
{
    return accounts + '/' + created.json().value(QLatin1String("id")).toString().toLatin1();
}

QByteArray TestServer::token(const Reply &created)
{
    return created.json().value(QLatin1String("token")).toString().toLatin1();
}
