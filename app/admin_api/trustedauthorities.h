#pragma once

#include "models/errors/error.h"

#include <QObject>
#include <QSslConfiguration>

#include <optional>
#include <thread>

/// How the client speaks TLS: 1.2 or newer, against the system's certificate authorities, and those of one
/// file where a connection names one, as an explicit list, so that OpenSSL does not search folders by itself.
/// Reading that list takes some 80 ms, so a thread does it, once it is first needed.
class TrustedAuthorities : public QObject
{
    Q_OBJECT
public:
    /// @p file is in PEM; empty for the system's alone.
    explicit TrustedAuthorities(const QString &file = {}, QObject *parent = nullptr);
    /// Waits for the thread: what OpenSSL keeps for it must be freed before OpenSSL itself ends.
    ~TrustedAuthorities() override;

    /// Starts reading unless that was done before; over() follows. A file that had a problem is read again.
    void load();
    bool isReady() const { return m_ready; }
    /// Why the file cannot be used: nobody is trusted then. Its message is a translated sentence.
    const std::optional<Error> &problem() const { return m_problem; }

    /// Trusts nobody until it is ready.
    const QSslConfiguration &configuration() const { return m_configuration; }

Q_SIGNALS:
    /// It is ready, or there is a problem.
    void over();

private:
    struct Reading
    {
        QList<QSslCertificate> authorities;
        std::optional<Error> problem;
    };
    static Reading read(const QString &file);
    void take(const Reading &reading);

    QString m_file;
    std::thread m_thread;
    bool m_isReading = false;
    QSslConfiguration m_configuration;
    std::optional<Error> m_problem;
    bool m_ready = false;
};
