#include "app/admin_api/trustedauthorities.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

void TrustedAuthorities::load()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_reading, &QFutureWatcherBase::finished, this, &TrustedAuthorities::take);
    const auto promise = std::make_shared<QPromise<QList<QSslCertificate>>>();
    promise->start();
    m_reading.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise] {
        promise->addResult(QSslConfiguration::systemCaCertificates());
        promise->finish();
    });
}

void TrustedAuthorities::take()
{
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_configuration.setCaCertificates(m_reading.result());
    m_ready = true;
    Q_EMIT ready();
}
