#include "tests/faults/certificatemaker.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

CertificateMaker::CertificateMaker()
{
    write(u"ca.cnf"_s, "[ca]\ndefault_ca=own\n[own]\ndatabase=index\nserial=serial\nnew_certs_dir=.\n"
                       "unique_subject=no\npolicy=any\n[any]\ncommonName=supplied\n");
    write(u"index"_s, {});
    write(u"serial"_s, "1000\n");
}

bool CertificateMaker::make(const Wish &wish)
{
    const QString request = file(wish.name, ".csr");
    const QString extensions = file(wish.name, ".ext");
    const QString subject = u"/CN="_s + (wish.commonName.isEmpty() ? wish.name : wish.commonName);
    if (!write(wish.name + u".ext"_s, wish.extensions + '\n'))
        return false;
    if (!wish.serial.isEmpty() && !write(u"serial"_s, wish.serial + '\n'))
        return false;
    const QStringList by = wish.issuer.isEmpty() ? QStringList{u"-selfsign"_s, u"-keyfile"_s, key(wish.name)}
                                                 : QStringList{u"-cert"_s, certificate(wish.issuer),
                                                               u"-keyfile"_s, key(wish.issuer)};
    return openssl(QStringList{u"req"_s, u"-new"_s, u"-nodes"_s, u"-subj"_s, subject, u"-keyout"_s,
                               key(wish.name), u"-out"_s, request, u"-newkey"_s} +
                   wish.key) &&
           openssl(QStringList{u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-in"_s,
                               request, u"-out"_s, certificate(wish.name), u"-md"_s, wish.digest,
                               u"-startdate"_s, wish.from, u"-enddate"_s, wish.until, u"-extfile"_s,
                               extensions} +
                   by);
}

bool CertificateMaker::tamperWith(const QString &name) const
{
    QByteArray der = QSslCertificate(content(name)).toDer();
    if (der.isEmpty())
        return false;
    der.back() = static_cast<char>(der.back() ^ 1);
    return write(name + u".pem"_s,
                 "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n");
}

QString CertificateMaker::bundle(const QStringList &names) const
{
    QByteArray all;
    for (const QString &name : names)
        all += content(name);
    const QString together = names.join(u'+');
    return write(together + u".pem"_s, all) ? certificate(together) : QString();
}

QString CertificateMaker::fingerprint(const QString &name) const
{
    const QByteArray digest = QSslCertificate(content(name)).digest(QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

QByteArray CertificateMaker::content(const QString &name) const
{
    QFile pem(certificate(name));
    return pem.open(QIODevice::ReadOnly) ? pem.readAll() : QByteArray();
}

QString CertificateMaker::file(const QString &name, const char *ending) const
{
    return m_folder.filePath(name + QLatin1StringView(ending));
}

bool CertificateMaker::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.path() + u'/' + name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool CertificateMaker::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    const bool isMade =
        process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isMade)
        qWarning("openssl: %s", process.readAllStandardError().constData());
    return isMade;
}
