#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// Certificates of any kind, also of kinds that nobody should make, by the program openssl. They and their
/// keys live as long as this object.
class CertificateMaker
{
public:
    struct Wish
    {
        /// What the files are called, and the common name unless there is one.
        QString name;
        /// The name of another one that is made already; empty for one that vouches for itself.
        QString issuer = {};
        /// Lines as openssl's x509v3_config has them.
        QByteArray extensions = {};
        QStringList key = {QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                           QStringLiteral("ec_paramgen_curve:prime256v1")};
        QString digest = QStringLiteral("sha256");
        QString from = QStringLiteral("20200101000000Z");
        QString until = QStringLiteral("20491231235959Z");
        QString commonName = {};
        /// In hexadecimal; empty for the next one.
        QByteArray serial = {};
    };

    CertificateMaker();

    /// False when the program openssl is not there, or refuses.
    bool make(const Wish &wish);
    /// Changes the last byte of what its issuer signed it with.
    bool tamperWith(const QString &name) const;

    QString certificate(const QString &name) const { return file(name, ".pem"); }
    QString key(const QString &name) const { return file(name, ".key"); }
    /// One file of these, in this order; empty when it cannot be written.
    QString bundle(const QStringList &names) const;
    /// As a person is shown it: "AB:CD:…", of SHA-256.
    QString fingerprint(const QString &name) const;

private:
    QString file(const QString &name, const char *ending) const;
    QByteArray content(const QString &name) const;
    bool write(const QString &name, const QByteArray &content) const;
    bool openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
};
