#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/app/admin_api/testauthority.h"
#include "tests/faults/trapserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

constexpr Deadline plenty = 20s;
/// A head that is too long ends a call no sooner than this.
constexpr auto silence = 1500ms;
const QByteArray secretOfTheAddress = "the-secret-of-the-address";

} // namespace

/// A server that points elsewhere: whoever listens there hears nothing, and the person reads where it was.
class TestRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void hearsAClientThatFollows();
    void followsNone_data();
    void followsNone();
    void makesNothingOfAnOddLocation_data();
    void makesNothingOfAnOddLocation();
    void namesTheTargetAlsoWhereAPageComesAlong();
    void showsNothingOfTheBody();

private:
    void connectTo(const FaultServer &server);
    /// One call of each method, with the name of the method.
    QList<std::pair<QByteArray, Error>> failures();
    Error createFailure();
    static void pointTo(FaultServer &server, int status, const QByteArray &location,
                        const QByteArray &body = {}, const QByteArray &type = "text/plain");
    int connectionsElsewhere() const;
    QByteArray heardElsewhere() const;

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<FaultServer> m_server;
    /// With a certificate: the one that is worth most to lead to http://.
    std::unique_ptr<FaultServer> m_encrypted;
    /// At the server's port of another address of this computer, and at another port.
    std::unique_ptr<TrapServer> m_otherHost;
    std::unique_ptr<TrapServer> m_otherPort;
    HttpAdminApi m_api{HttpLimits{silence}};
    int m_tried = 0;
    int m_failed = 0;
};

void TestRedirects::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(u"api.example.test"_s);
    QVERIFY2(m_authority->isThere(), "This needs the program openssl and a Qt with TLS.");
    const auto nothing = [](const Request &) { return Reply::close(); };
    m_server = std::make_unique<FaultServer>(nothing);
    m_encrypted = std::make_unique<FaultServer>(nothing, m_authority->server());
    const auto port = static_cast<quint16>(m_server->address().port());
    m_otherHost = std::make_unique<TrapServer>(QHostAddress(u"127.0.0.2"_s), port);
    m_otherPort = std::make_unique<TrapServer>(QHostAddress(QHostAddress::LocalHost));
    QVERIFY(m_otherHost->isListening() && m_otherPort->isListening());
}

void TestRedirects::init()
{
    connectTo(*m_server);
}

void TestRedirects::cleanupTestCase()
{
    if (m_otherHost)
        qInfo("Redirects: %d tried, %d followed, %lld bytes of Authorization elsewhere, %d failed", m_tried,
              connectionsElsewhere(), static_cast<long long>(heardElsewhere().size()), m_failed);
}

void TestRedirects::hearsAClientThatFollows()
{
    FaultServer open([](const Request &) { return Reply::close(); });
    const TrapServer trap{QHostAddress(QHostAddress::LocalHost)};
    open.setScript([&trap](const Request &) {
        return Reply::json(302, {},
                           "Location: http://127.0.0.1:" + QByteArray::number(trap.serverPort()) + "/\r\n");
    });
    QNetworkAccessManager careless;
    QNetworkRequest request(open.address());
    request.setRawHeader("Authorization", "Bearer " + samples::credential);
    const std::unique_ptr<QNetworkReply> reply(careless.get(request));
    QTRY_VERIFY(trap.seen().contains("Bearer " + samples::credential));
    QCOMPARE(trap.connections(), 1);
}

void TestRedirects::followsNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isEncrypted");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("shown");

    static constexpr const char *anotherScheme = "another scheme";
    const QByteArray path = "/elsewhere";
    const QByteArray query = "?code=" + secretOfTheAddress;
    const QByteArray samePort = ':' + QByteArray::number(m_server ? m_server->address().port() : 1);
    const QByteArray otherPort = ':' + QByteArray::number(m_otherPort ? m_otherPort->serverPort() : 1);
    const QList<std::tuple<const char *, QByteArray, QByteArray>> targets{
        {"another host", "http://127.0.0.2", samePort},
        {"another port", "http://127.0.0.1", otherPort},
        {anotherScheme, "http://127.0.0.1", otherPort},
        {"a name in the address", "http://admin:" + secretOfTheAddress + "@127.0.0.1", otherPort},
    };
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const auto &[name, origin, port] : targets) {
            const QByteArray shown = (origin.startsWith("http://admin") ? "http://127.0.0.1" : origin);
            QTest::addRow("%d to %s", status, name)
                << status << (name == anotherScheme) << origin + port + path + query
                << QString::fromLatin1(shown + port + path);
        }
    }
}

void TestRedirects::followsNone()
{
    QFETCH(int, status);
    QFETCH(bool, isEncrypted);
    QFETCH(QByteArray, location);
    QFETCH(QString, shown);
    FaultServer &server = isEncrypted ? *m_encrypted : *m_server;
    connectTo(server);
    pointTo(server, status, location);
    const qsizetype before = server.requests().size();
    const auto all = failures();
    QCOMPARE(all.size(), 4);
    for (const auto &[method, error] : all) {
        ++m_tried;
        ++m_failed;
        const QString sentence = error.sentence();
        QVERIFY2(error.kind == ErrorKind::Redirected, method.constData());
        QCOMPARE(error.httpStatus, status);
        QVERIFY2(sentence.contains(u'(' + shown + u')'), qPrintable(sentence));
        for (const QString &told : {sentence, error.details()}) {
            QVERIFY2(!told.contains(QString::fromLatin1(secretOfTheAddress)), qPrintable(told));
            QVERIFY2(!told.contains(u"admin:"_s), qPrintable(told));
        }
        --m_failed;
    }
    // Each once, also the one that makes a token.
    QCOMPARE(server.requests().size() - before, 4);
    QCOMPARE(connectionsElsewhere(), 0);
    QCOMPARE(heardElsewhere(), QByteArray());
}

void TestRedirects::makesNothingOfAnOddLocation_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("shown");

    const QString none = u"(not named)"_s;
    QTest::newRow("none") << QByteArray() << none;
    QTest::newRow("empty") << QByteArray("Location:\r\n") << none;
    QTest::newRow("script") << QByteArray("Location: javascript:alert(1)\r\n") << none;
    QTest::newRow("data") << QByteArray("Location: data:text/html,<b>" + secretOfTheAddress + "</b>\r\n")
                          << none;
    QTest::newRow("a file") << QByteArray("Location: file:///etc/passwd\r\n") << none;
    QTest::newRow("no address") << QByteArray("Location: https://[::1\r\n") << none;
    QTest::newRow("a name without a host")
        << QByteArray("Location: https:admin:" + secretOfTheAddress + "@127.0.0.1/\r\n") << none;
    QTest::newRow("itself") << QByteArray("Location: /again\r\n") << u"(/again)"_s;
    QTest::newRow("markup") << QByteArray("Location: https://127.0.0.2/<b>bold</b>\r\n")
                            << u"(https://127.0.0.2/%3Cb%3Ebold%3C/b%3E)"_s;
    QTest::newRow("two of them") << QByteArray(
                                        "Location: https://127.0.0.2/\r\nLocation: https://127.0.0.1:" +
                                        QByteArray::number(m_otherPort ? m_otherPort->serverPort() : 1) +
                                        "/\r\n")
                                 << QString();
    QTest::newRow("90 KB") << QByteArray("Location: https://127.0.0.2/" + QByteArray(90000, 'x') + "\r\n")
                           << u"(https://127.0.0.2/xxx"_s;
    QTest::newRow("1 MB") << QByteArray("Location: https://127.0.0.2/" + QByteArray(1 << 20, 'x') + "\r\n")
                          << QString();
}

void TestRedirects::makesNothingOfAnOddLocation()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, shown);
    m_server->setScript([location](const Request &) { return Reply::json(302, {}, location); });
    const qsizetype before = m_server->count("POST");
    ++m_tried;
    ++m_failed;
    const Error error = createFailure();
    if (!shown.isEmpty()) {
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QVERIFY2(error.sentence().contains(shown), qPrintable(error.sentence()));
    }
    QVERIFY(error.sentence().size() < 1000);
    QVERIFY(!error.details().contains(QString::fromLatin1(secretOfTheAddress)));
    QCOMPARE(m_server->count("POST") - before, 1);
    QCOMPARE(connectionsElsewhere(), 0);
    --m_failed;
}

void TestRedirects::namesTheTargetAlsoWhereAPageComesAlong()
{
    // As web servers send it by themselves.
    pointTo(*m_server, 301, "https://127.0.0.2/login", "<html><b>Moved</b></html>", "text/html");
    const Error error = createFailure();
    QCOMPARE(error.kind, ErrorKind::Redirected);
    QVERIFY2(error.sentence().contains(u"https://127.0.0.2/login"_s), qPrintable(error.sentence()));
    QVERIFY(!error.details().contains(u'<'));
}

void TestRedirects::showsNothingOfTheBody()
{
    for (const QByteArray &body : {samples::created(), QByteArray("Your token: " + samples::token),
                                   QByteArray(R"({"message":")" + samples::token + "\"}")}) {
        pointTo(*m_server, 303, "https://127.0.0.2/", body);
        const Error error = createFailure();
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QVERIFY(!error.message.contains(QString::fromLatin1(samples::token)));
        QVERIFY(!error.details().contains(QString::fromLatin1(samples::token)));
    }
    QCOMPARE(connectionsElsewhere(), 0);
}

void TestRedirects::connectTo(const FaultServer &server)
{
    ApiTarget target = samples::target(server.address());
    if (&server == m_encrypted.get())
        target.authorityFile = m_authority->file();
    m_api.setTarget(target, SecretText::fromUtf8(samples::credential));
}

QList<std::pair<QByteArray, Error>> TestRedirects::failures()
{
    Caught<AccountPage> listed;
    Caught<CreatedToken> created;
    Caught<ServiceAccount> updated;
    Caught<Done> deleted;
    const Call list = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    const Call create =
        m_api.createServiceAccount(samples::newAccount(), u"key"_s, plenty, this, created.then());
    const Call update =
        m_api.updateServiceAccount(u"a1"_s, samples::changes(), u"\"1\""_s, plenty, this, updated.then());
    const Call remove = m_api.deleteServiceAccount(u"a1"_s, plenty, this, deleted.then());
    if (!listed.wait() || !created.wait() || !updated.wait() || !deleted.wait())
        return {};
    return {{"GET", listed.error()},
            {"POST", created.error()},
            {"PUT", updated.error()},
            {"DELETE", deleted.error()}};
}

Error TestRedirects::createFailure()
{
    Caught<CreatedToken> created;
    const Call create =
        m_api.createServiceAccount(samples::newAccount(), u"key"_s, plenty, this, created.then());
    return created.wait() && !created.ok() ? created.error() : Error(ErrorKind::ServerFault);
}

void TestRedirects::pointTo(FaultServer &server, int status, const QByteArray &location,
                            const QByteArray &body, const QByteArray &type)
{
    server.setScript([status, location, body, type](const Request &) {
        return Reply::typed(status, type, body, "Location: " + location + "\r\n");
    });
}

int TestRedirects::connectionsElsewhere() const
{
    return m_otherHost->connections() + m_otherPort->connections();
}

QByteArray TestRedirects::heardElsewhere() const
{
    return m_otherHost->seen() + m_otherPort->seen();
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
