#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/app/admin_api/tunnelproxy.h"
#include "tests/faults/appearance.h"
#include "tests/faults/opensslserver.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

constexpr Deadline plenty = 20s;

} // namespace

/// Servers that nobody should give a token to: not a byte of a request reaches them, whether or not the
/// connection has a certificate authority of its own, and the person reads which certificate it was.
class TestBadCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void refuses_data();
    void refuses();
    void refusesAGoodOneOfAnotherAuthority();
    void checksTheConnectionThatAStoppedCallLeaves();
    void works_data();
    void works();

private:
    bool make(const Appearances &all);
    QStringList shown(const Appearance &appearance) const;
    QSslConfiguration configured(const Appearance &appearance) const;
    ApiTarget target(const QString &host, quint16 port, const QString &authority);
    void refusesAlways(const ApiTarget &target, const Appearance &appearance);

    std::unique_ptr<CertificateMaker> m_maker;
    Appearances m_bad;
    Appearances m_good;
    std::unique_ptr<TunnelProxy> m_proxy;
    HttpAdminApi m_api;
    int m_servers = 0;
    int m_tried = 0;
    int m_failed = 0;
    qsizetype m_bytes = 0;
};

void TestBadCertificates::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    m_maker = std::make_unique<CertificateMaker>();
    for (const auto &wish : appearances::authorities())
        QVERIFY2(m_maker->make(wish), "This needs the program openssl.");
    for (const Appearances &some : {appearances::badInItself(), appearances::badByName(),
                                    appearances::badByIssuer(), appearances::old()})
        m_bad.insert(m_bad.end(), some.cbegin(), some.cend());
    m_good = appearances::good();
    QVERIFY(make(m_bad) && make(m_good));
}

bool TestBadCertificates::make(const Appearances &all)
{
    return std::all_of(all.cbegin(), all.cend(), [this](const Appearance &appearance) {
        const auto &wish = appearance.certificate;
        return m_maker->make(wish) && (!appearance.isTampered || m_maker->tamperWith(wish.name));
    });
}

void TestBadCertificates::cleanupTestCase()
{
    qInfo("TLS: %d servers with bad certificates or old versions, %d calls tried, %d servers failed, %lld "
          "bytes of requests received",
          m_servers, m_tried, m_failed, static_cast<long long>(m_bytes));
}

void TestBadCertificates::refuses_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < m_bad.size(); ++i)
        QTest::newRow(qPrintable(m_bad[i].certificate.name)) << static_cast<int>(i);
}

void TestBadCertificates::refuses()
{
    QFETCH(int, index);
    const Appearance &appearance = m_bad[static_cast<size_t>(index)];
    ++m_servers;
    ++m_failed;
    OpenSslServer server(shown(appearance));
    QVERIFY(server.isThere());
    refusesAlways(target(appearance.host, server.port(), u"authority"_s), appearance);
    // None of this computer's own authorities vouches for any of them.
    Appearance unknown = appearance;
    unknown.reason.clear();
    refusesAlways(target(appearance.host, server.port(), {}), unknown);
    // It listens, speaks and hands over what it hears: to a client that trusts everybody.
    const QByteArray words = "These words come from a client that trusts everybody.";
    QVERIFY(server.isTold(words, appearance.speaks));
    m_bytes += server.heard().size() - words.size() - 1;
    QCOMPARE(server.heard(), words + '\n');
    if (!QTest::currentTestFailed())
        --m_failed;
}

void TestBadCertificates::refusesAGoodOneOfAnotherAuthority()
{
    const Appearance &appearance = m_good.front();
    FaultServer server([](const Request &) { return Reply::json(200, samples::page({})); },
                       configured(appearance));
    refusesAlways(target(appearance.host, static_cast<quint16>(server.address().port()), u"stranger"_s),
                  appearance);
    QVERIFY(server.handshakes() > 0);
    QCOMPARE(server.bytesReceived(), 0);
    m_bytes += server.bytesReceived();
    ++m_servers;
}

void TestBadCertificates::refusesAlways(const ApiTarget &target, const Appearance &appearance)
{
    m_api.setTarget(target, SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    Caught<CreatedToken> created;
    const Call list = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    const Call create =
        m_api.createServiceAccount(samples::newAccount(), u"key"_s, plenty, this, created.then());
    QVERIFY(listed.wait() && created.wait());
    for (const Error &error : {listed.error(), created.error()}) {
        ++m_tried;
        const QString sentence = error.sentence();
        QVERIFY2(error.kind == ErrorKind::Untrusted, qPrintable(error.details()));
        QVERIFY(!error.leavesOutcomeUnknown());
        QVERIFY2(sentence.contains(target.address.host()), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"nothing was sent"_s), qPrintable(sentence));
        QVERIFY2(error.details().contains(appearance.reason), qPrintable(error.details()));
        QVERIFY2(!error.message.isEmpty(), qPrintable(error.details()));
        // Of a version of TLS that is too old nobody got to see the certificate.
        const bool isShown = appearance.speaks.isEmpty();
        QCOMPARE(error.fingerprint, isShown ? m_maker->fingerprint(appearance.certificate.name) : QString());
        QVERIFY2(sentence.contains(error.fingerprint), qPrintable(sentence));
    }
}

/// Qt gives a connection that nobody waits for any more to the next call.
void TestBadCertificates::checksTheConnectionThatAStoppedCallLeaves()
{
    const auto isWanted = [](const Appearance &appearance) {
        return appearance.certificate.name == u"address as common name only";
    };
    const auto appearance = std::find_if(m_bad.cbegin(), m_bad.cend(), isWanted);
    QVERIFY(appearance != m_bad.cend());
    FaultServer server([](const Request &) { return Reply::json(200, samples::page({})); },
                       configured(*appearance));
    m_api.setTarget(target(appearance->host, static_cast<quint16>(server.address().port()), u"authority"_s),
                    SecretText::fromUtf8(samples::credential));
    for (int turns = 0; turns < 40; ++turns) {
        const int handshakes = server.handshakes();
        Caught<AccountPage> stopped;
        Caught<AccountPage> listed;
        {
            const Call call = m_api.listServiceAccounts({}, 100, plenty, this, stopped.then());
            QVERIFY(QTest::qWaitFor([&] { return server.handshakes() > handshakes; }, 20000));
            for (int turn = 0; turn < turns; ++turn)
                QCoreApplication::processEvents();
        }
        const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
        QVERIFY(listed.wait());
        ++m_tried;
        QCOMPARE(listed.kind(), ErrorKind::Untrusted);
        QCOMPARE(server.bytesReceived(), 0);
    }
}

void TestBadCertificates::works_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QSsl::SslProtocol>("version");
    for (size_t i = 0; i < m_good.size(); ++i) {
        const QString name = m_good[i].certificate.name;
        QTest::newRow(qPrintable(name + u", TLS 1.2"_s)) << static_cast<int>(i) << QSsl::TlsV1_2;
        QTest::newRow(qPrintable(name + u", TLS 1.3"_s)) << static_cast<int>(i) << QSsl::TlsV1_3;
    }
}

void TestBadCertificates::works()
{
    QFETCH(int, index);
    QFETCH(QSsl::SslProtocol, version);
    const Appearance &appearance = m_good[static_cast<size_t>(index)];
    QSslConfiguration tls = configured(appearance);
    tls.setProtocol(version);
    FaultServer server(
        [](const Request &request) {
            return request.method == "POST" ? Reply::json(201, samples::created())
                                            : Reply::json(200, samples::page(samples::account()));
        },
        tls);
    m_api.setTarget(target(appearance.host, static_cast<quint16>(server.address().port()), u"authority"_s),
                    SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    Caught<CreatedToken> created;
    const Call list = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY2(listed.ok(), qPrintable(listed.error().details()));
    const Call create =
        m_api.createServiceAccount(samples::newAccount(), u"key"_s, plenty, this, created.then());
    QVERIFY(created.wait());
    QVERIFY2(created.ok(), qPrintable(created.error().details()));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().constLast().header("Authorization"), "Bearer " + samples::credential);
}

QStringList TestBadCertificates::shown(const Appearance &appearance) const
{
    const QString name = appearance.certificate.name;
    QStringList arguments{u"-cert"_s, m_maker->certificate(name), u"-key"_s, m_maker->key(name)};
    if (!appearance.chain.isEmpty())
        arguments += {u"-cert_chain"_s, m_maker->bundle(appearance.chain)};
    return arguments + appearance.speaks;
}

QSslConfiguration TestBadCertificates::configured(const Appearance &appearance) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    const QString name = appearance.certificate.name;
    QList<QSslCertificate> chain = QSslCertificate::fromPath(m_maker->certificate(name));
    for (const QString &link : appearance.chain)
        chain += QSslCertificate::fromPath(m_maker->certificate(link));
    QFile key(m_maker->key(name));
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(
            QSslKey(&key, appearance.certificate.key.constFirst() == u"ec" ? QSsl::Ec : QSsl::Rsa));
    tls.setLocalCertificateChain(chain);
    return tls;
}

ApiTarget TestBadCertificates::target(const QString &host, quint16 port, const QString &authority)
{
    QUrl address(u"https://"_s + host);
    const bool isHere = host == u"127.0.0.1" || host == u"localhost";
    if (isHere)
        address.setPort(port);
    ApiTarget target = samples::target(address);
    if (!authority.isEmpty())
        target.authorityFile = m_maker->certificate(authority);
    if (!isHere) {
        m_proxy = std::make_unique<TunnelProxy>(port);
        target.proxy = m_proxy->asHttp();
    }
    return target;
}

QTEST_GUILESS_MAIN(TestBadCertificates)
#include "tst_badcertificates.moc"
