#pragma once

#include <QObject>
#include <QSslConfiguration>

#include <thread>

/// How the client speaks TLS: 1.2 or newer, against the system's certificate authorities as an explicit list,
/// so that OpenSSL does not search folders by itself. Reading that list takes some 80 ms, so a thread does
/// it, once it is first needed.
class TrustedAuthorities : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for the thread: what OpenSSL keeps for it must be freed before OpenSSL itself ends.
    ~TrustedAuthorities() override;

    /// Starts reading unless that was done before; ready() follows.
    void load();
    bool isReady() const { return m_ready; }

    /// Trusts nobody until it is ready.
    const QSslConfiguration &configuration() const { return m_configuration; }

Q_SIGNALS:
    void ready();

private:
    void take(const QList<QSslCertificate> &authorities);

    std::thread m_reading;
    QSslConfiguration m_configuration;
    bool m_ready = false;
};
