#include "app/admin_api/bearercredential.h"
#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

/// How the credential goes out, and that it does not where the other side is not who it should be.
class TestBearerCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatAHeaderCanHold_data();
    void knowsWhatAHeaderCanHold();
    void hardensEveryRequest();
    void isTakenOutOfAnError();
    void isNotSentToAServerThatNobodyVouchesFor();

private:
    /// Makes a certificate for 127.0.0.1 that is signed by itself; empty when there is no openssl.
    static QSslConfiguration selfSigned();
};

void TestBearerCredential::knowsWhatAHeaderCanHold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("sendable");

    QTest::newRow("a token") << samples::token << true;
    QTest::newRow("any visible ASCII") << QByteArray("!~.-_=+/") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("line break") << QByteArray("a\n") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("not ASCII") << QByteArray("é") << false;
}

void TestBearerCredential::knowsWhatAHeaderCanHold()
{
    QFETCH(QByteArray, text);
    QTEST(BearerCredential(SecretText::fromUtf8(text)).isSendable(), "sendable");
}

void TestBearerCredential::hardensEveryRequest()
{
    const BearerCredential credential(SecretText::fromUtf8("abc"));
    const QNetworkRequest request = credential.request(QUrl(QStringLiteral("https://api.example/")));
    QCOMPARE(request.rawHeader("Authorization"), QByteArray("Bearer abc"));
    QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int{QNetworkRequest::ManualRedirectPolicy});
    QCOMPARE(request.attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QCOMPARE(request.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
             int{QNetworkRequest::Manual});
    QCOMPARE(request.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
             int{QNetworkRequest::Manual});
    QCOMPARE(request.attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt(),
             int{QNetworkRequest::Manual});
}

void TestBearerCredential::isTakenOutOfAnError()
{
    const BearerCredential credential(SecretText::fromUtf8("abc-123"));
    Error error(ErrorKind::Invalid, QStringLiteral("abc-123 and abc-123 again, ä"));
    error.fields = {{QStringLiteral("abc-123"), QStringLiteral("abc-123"), QStringLiteral("no abc-123")}};
    error.requestId = QStringLiteral("abc-123");
    error.target = QStringLiteral("https://example.org/abc-123");

    const Error clean = credential.removedFrom(error);
    QCOMPARE(clean.message, QStringLiteral("… and … again, ä"));
    QCOMPARE(clean.fields.constFirst(),
             (FieldError{QStringLiteral("…"), QStringLiteral("…"), QStringLiteral("no …")}));
    QCOMPARE(clean.requestId, QStringLiteral("…"));
    QCOMPARE(clean.target, QStringLiteral("https://example.org/…"));
    QCOMPARE(BearerCredential().removedFrom(error).message, error.message);
}

void TestBearerCredential::isNotSentToAServerThatNobodyVouchesFor()
{
    const QSslConfiguration tls = selfSigned();
    if (tls.localCertificate().isNull())
        QSKIP("This needs the program openssl and a Qt with TLS.");
    FaultServer server([](const Request &) { return Reply::json(200, samples::created()); }, tls);

    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> listed;
    const Call list = api.listServiceAccounts({}, 100, 20s, this, listed.then());
    Caught<CreatedToken> created;
    const Call create =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), 20s, this, created.then());
    QVERIFY(listed.wait() && created.wait());
    QCOMPARE(listed.kind(), ErrorKind::Untrusted);
    QCOMPARE(created.kind(), ErrorKind::Untrusted);
    QVERIFY(!created.error().leavesOutcomeUnknown());
    QVERIFY(server.handshakes() > 0);
    QCOMPARE(server.connections(), 0);
    QCOMPARE(server.bytesReceived(), 0);

    // The server itself is well: whoever trusts this certificate gets through.
    QSslSocket trusting;
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates({tls.localCertificate()});
    trusting.setSslConfiguration(trust);
    trusting.connectToHostEncrypted(QStringLiteral("127.0.0.1"),
                                    static_cast<quint16>(server.address().port()));
    QTRY_VERIFY2(trusting.isEncrypted(), qPrintable(trusting.errorString()));
    trusting.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.count("GET"), 1);
}

QSslConfiguration TestBearerCredential::selfSigned()
{
    QSslConfiguration none;
    const QTemporaryDir folder;
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty() || !folder.isValid() || !QSslSocket::supportsSsl())
        return none;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    QProcess process;
    process.start(openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                            QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                            QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                            QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                            QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return none;

    QFile keyFile(key);
    QFile certificateFile(certificate);
    if (!keyFile.open(QIODevice::ReadOnly) || !certificateFile.open(QIODevice::ReadOnly))
        return none;
    QSslConfiguration made = QSslConfiguration::defaultConfiguration();
    made.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    made.setLocalCertificate(QSslCertificate(&certificateFile));
    return made;
}

QTEST_GUILESS_MAIN(TestBearerCredential)
#include "tst_bearercredential.moc"
