#include "app/admin_api/trustedauthorities.h"

TrustedAuthorities::~TrustedAuthorities()
{
    if (m_reading.joinable())
        m_reading.join();
}

void TrustedAuthorities::load()
{
    if (m_reading.joinable())
        return;
    m_reading = std::thread([this] {
        const QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
        QMetaObject::invokeMethod(
            this, [this, authorities] { take(authorities); }, Qt::QueuedConnection);
    });
}

void TrustedAuthorities::take(const QList<QSslCertificate> &authorities)
{
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_configuration.setCaCertificates(authorities);
    m_ready = true;
    Q_EMIT ready();
}
