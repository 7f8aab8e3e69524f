#pragma once

#include <QProcess>

/// The program openssl as a TLS server on the loopback, in a process of its own: unlike a server inside the
/// test it can be made to speak and show what the client's OpenSSL would not even load. Says nothing by
/// itself.
class OpenSslServer
{
public:
    /// @p arguments are those of s_server: what it shows and speaks. At security level 0, so all is allowed.
    explicit OpenSslServer(const QStringList &arguments);
    ~OpenSslServer();

    /// Whether it came to listen.
    bool isThere() const { return m_port != 0; }
    quint16 port() const { return m_port; }

    /// All application data that came, from everybody, decrypted.
    const QByteArray &heard();

    /// Has the program openssl as a client that trusts everybody say @p words to it, with s_client's
    /// @p arguments.
    bool isTold(const QByteArray &words, const QStringList &arguments = {});

private:
    bool listens() const;

    QProcess m_server;
    QByteArray m_heard;
    quint16 m_port = 0;
};
