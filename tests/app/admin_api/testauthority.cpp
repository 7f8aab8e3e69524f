#include "tests/app/admin_api/testauthority.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

TestAuthority::TestAuthority(const QString &host)
{
    QFile names(m_folder.filePath(u"names"_s));
    if (!QSslSocket::supportsSsl() || !names.open(QIODevice::WriteOnly))
        return;
    names.write("subjectAltName=IP:127.0.0.1,DNS:" + host.toLatin1() + '\n');
    names.close();
    const QStringList newKey{u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s};
    const bool isMade =
        openssl(QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test Authority"_s,
                            u"-keyout"_s, u"authority.key"_s, u"-out"_s, u"authority.pem"_s} +
                newKey) &&
        openssl(QStringList{u"req"_s, u"-subj"_s, u"/CN="_s + host, u"-keyout"_s, u"server.key"_s, u"-out"_s,
                            u"server.csr"_s} +
                newKey) &&
        openssl({u"x509"_s, u"-req"_s, u"-in"_s, u"server.csr"_s, u"-CA"_s, u"authority.pem"_s, u"-CAkey"_s,
                 u"authority.key"_s, u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s, u"names"_s,
                 u"-out"_s, u"server.pem"_s});
    if (!isMade)
        return;
    m_server = QSslConfiguration::defaultConfiguration();
    m_server.setLocalCertificate(QSslCertificate(content(u"server.pem"_s)));
    m_server.setPrivateKey(QSslKey(content(u"server.key"_s), QSsl::Rsa));
}

bool TestAuthority::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

QByteArray TestAuthority::content(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
