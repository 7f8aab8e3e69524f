#include "app/admin_api/trustedauthorities.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

/// The system's own list is some 200 KiB.
constexpr qint64 largestFile = qint64{4} << 20;

} // namespace

TrustedAuthorities::TrustedAuthorities(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
}

TrustedAuthorities::~TrustedAuthorities()
{
    if (m_thread.joinable())
        m_thread.join();
}

void TrustedAuthorities::load()
{
    if (m_isReading || m_ready)
        return;
    if (m_thread.joinable())
        m_thread.join();
    m_isReading = true;
    m_thread = std::thread([this, file = m_file] {
        const Reading reading = read(file);
        QMetaObject::invokeMethod(
            this, [this, reading] { take(reading); }, Qt::QueuedConnection);
    });
}

TrustedAuthorities::Reading TrustedAuthorities::read(const QString &file)
{
    if (file.isEmpty())
        return {QSslConfiguration::systemCaCertificates(), {}};
    const QString shown = QDir::toNativeSeparators(file);
    const auto problem = [](const QString &sentence) {
        return Reading{{}, Error(ErrorKind::FileUnreadable, sentence)};
    };
    QFile pem(file);
    // A pipe or a device might never end.
    if (QFileInfo::exists(file) && !QFileInfo(file).isFile())
        return problem(tr("The certificate authority file %1 is no file, so nothing was sent. Choose another "
                          "one for this connection.")
                           .arg(shown));
    if (!pem.open(QIODevice::ReadOnly))
        return problem(
            tr("The certificate authority file %1 cannot be read (%2), so nothing was sent. Choose "
               "another one for this connection.")
                .arg(shown, pem.errorString()));
    QList<QSslCertificate> own;
    if (pem.size() <= largestFile)
        own = QSslCertificate::fromData(pem.read(largestFile), QSsl::Pem);
    own.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (own.isEmpty())
        return problem(tr("The certificate authority file %1 holds no certificate in PEM format, so nothing "
                          "was sent. Choose another one for this connection.")
                           .arg(shown));
    return {QSslConfiguration::systemCaCertificates() + own, {}};
}

void TrustedAuthorities::take(const Reading &reading)
{
    m_isReading = false;
    m_problem = reading.problem;
    if (!m_problem) {
        m_configuration = QSslConfiguration::defaultConfiguration();
        m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
        m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_configuration.setCaCertificates(reading.authorities);
        m_ready = true;
    }
    Q_EMIT over();
}
