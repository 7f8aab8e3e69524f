#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

/// A certificate authority of the test's own, made by the program openssl, and a server that it vouches for.
class TestAuthority
{
public:
    /// The server's certificate is for @p host and 127.0.0.1.
    explicit TestAuthority(const QString &host);

    /// False without openssl or a Qt with TLS.
    bool isThere() const { return !m_server.localCertificate().isNull(); }
    QString file() const { return m_folder.filePath(QStringLiteral("authority.pem")); }
    QSslConfiguration server() const { return m_server; }

private:
    bool openssl(const QStringList &arguments) const;
    QByteArray content(const QString &name) const;

    QTemporaryDir m_folder;
    QSslConfiguration m_server;
};
