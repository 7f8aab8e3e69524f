#include "tests/app/admin_api/testauthority.h"
#include "tests/faults/networktrial.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Cut = CuttingProxy::Cut;
using Reply = FaultServer::Reply;
using Way = CuttingProxy::Way;

Q_DECLARE_METATYPE(NetworkFault)

namespace {

constexpr qint64 sixHundredMegabytes = 600 << 20;
const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

Reply good(int status = 200)
{
    return Reply::json(status, samples::created());
}

Reply refusal(int status, const QByteArray &headers = {})
{
    return Reply::json(status, R"({"title":"T","detail":"What the server says."})", headers);
}

Reply html(int status)
{
    return Reply::typed(status, "text/html", "<!DOCTYPE html><title>Gateway</title>");
}

/// Nine kilobytes that unpack to nine megabytes; qCompress writes four bytes before what HTTP calls
/// "deflate".
Reply bomb()
{
    return Reply::json(200, qCompress(QByteArray(9 << 20, ' '), 9).mid(4), "Content-Encoding: deflate\r\n");
}

using Trials = std::vector<std::unique_ptr<NetworkTrial>>;

/// One call of each method at the same time, once all are over; none when one could not begin or did not end.
Trials tryAll(const NetworkFault &fault, NetworkTrial::Patience patience,
              const std::shared_ptr<TrustedAuthorities> &authorities)
{
    Trials trials;
    for (const char *method : {"POST", "PUT", "DELETE", "GET"}) {
        trials.push_back(std::make_unique<NetworkTrial>(method, fault, patience, authorities));
        if (!trials.back()->prepare())
            return {};
    }
    for (const auto &trial : trials)
        trial->begin();
    const auto isOver = [](const auto &trial) { return trial->isOver(); };
    const bool areAllOver = QTest::qWaitFor(
        [&trials, isOver] { return std::all_of(trials.cbegin(), trials.cend(), isOver); }, 30000);
    return areAllOver ? std::move(trials) : Trials();
}

/// The most of this process that was in memory since the last forgetPeak(), in bytes.
qint64 peakInMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() << 10;
    }
    return -1;
}

bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

/// Every way in which a network fails, with each method: how it ends, when, what the person reads, and how
/// often a write went over the wire.
class TestNetworkFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void endsAsItShould_data();
    void endsAsItShould();
    void saysAtTheDeadlineToo_data();
    void saysAtTheDeadlineToo();
    void keepsLittleInMemory_data();
    void keepsLittleInMemory();

private:
    std::shared_ptr<TrustedAuthorities> m_authorities = std::make_shared<TrustedAuthorities>();
    std::unique_ptr<TestAuthority> m_authority;
    int m_tried = 0;
    int m_failed = 0;
    QMap<QByteArray, qsizetype> m_most;
    std::chrono::milliseconds m_longest{0};
    qint64 m_mostMemory = 0;
};

void TestNetworkFaults::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(u"api.example.test"_s);
    QVERIFY2(m_authority->isThere(), "This needs the program openssl and a Qt with TLS.");
    m_authorities->load();
    QTRY_VERIFY(m_authorities->isReady());
}

void TestNetworkFaults::endsAsItShould_data()
{
    using namespace networkfaults;
    using Kind = ErrorKind;
    QTest::addColumn<NetworkFault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("posts");

    const auto row = [](const char *name, const NetworkFault &fault, Kind kind, const char *sentence,
                        int posts) {
        QTest::newRow(name) << fault << kind << QString::fromUtf8(sentence) << posts;
    };
    const char *lost = "was lost before its answer was complete, which says nothing about the token";
    const char *late = "did not answer in time, which says nothing about the token";
    const char *notThere = "cannot be reached, so nothing was sent to it";
    const char *proxy = "did not let the request to api.example.test through, so nothing was sent to it";
    const qsizetype body = samples::created().size();
    const qsizetype whole = good().bytes.size();

    row("closed before the head", answers(Reply::close()), Kind::Cut, lost, 1);
    row("reset before the head", answers(Reply::reset()), Kind::Cut, lost, 1);
    row("closed in the head", cuts(Way::ToClient, 20, Cut::Close), Kind::Cut, lost, 1);
    row("reset in the head", cuts(Way::ToClient, 20, Cut::Reset), Kind::Cut, lost, 1);
    row("closed before the body", cuts(Way::ToClient, whole - body, Cut::Close), Kind::Cut, lost, 1);
    row("reset before the body", cuts(Way::ToClient, whole - body, Cut::Reset), Kind::Cut, lost, 1);
    row("closed in the body", cuts(Way::ToClient, whole - 9, Cut::Close), Kind::Cut, lost, 1);
    row("reset in the body", cuts(Way::ToClient, whole - 9, Cut::Reset), Kind::Cut, lost, 1);
    row("201 cut", answers(good(201).cutBy(30)), Kind::Cut, lost, 1);
    row("chunks cut", answers(Reply::raw(head + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"id\":\"a")),
        Kind::Cut, lost, 1);
    row("the request closed in its head", cuts(Way::ToServer, 40, Cut::Close), Kind::Cut, lost, 0);
    row("the request reset in its head", cuts(Way::ToServer, 40, Cut::Reset), Kind::Cut, lost, 0);
    row("the request stalled in its head", cuts(Way::ToServer, 40, Cut::Stall), Kind::TimedOut, late, 0);
    row("closed, on a connection used before", answersOnUsedConnection(Reply::close()), Kind::Cut, lost, 1);
    row("reset, on a connection used before", answersOnUsedConnection(Reply::reset()), Kind::Cut, lost, 1);
    row("garbage, on a connection used before", answersOnUsedConnection(Reply::raw("garbage\r\n\r\n")),
        Kind::Cut, lost, 1);
    row("garbage", answers(Reply::raw("\x16\x03\x01 no HTTP at all\r\n\r\n")), Kind::Cut, lost, 1);
    row("silent", answers(Reply::silence()), Kind::TimedOut, late, 1);
    row("silent in the head", cuts(Way::ToClient, 20, Cut::Stall), Kind::TimedOut, late, 1);
    row("silent in the body", cuts(Way::ToClient, whole - 9, Cut::Stall), Kind::TimedOut, late, 1);
    row("a dripping head", answers(Reply::raw(head + QByteArray(2000, 'x')).dripping(20ms)), Kind::TimedOut,
        late, 1);
    row("a dripping body", answers(Reply::json(200, QByteArray(2000, ' ')).dripping(20ms)), Kind::TimedOut,
        late, 1);
    row("a bomb", answers(bomb()), Kind::TooLarge, "larger than this program reads", 1);
    row("600 MB announced",
        floods(head + "Content-Length: 629145600\r\n\r\n", QByteArray(65536, ' '), sixHundredMegabytes),
        Kind::TooLarge, "larger than this program reads", 1);
    row("600 MB", floods(head + "Connection: close\r\n\r\n", QByteArray(65536, ' '), sixHundredMegabytes),
        Kind::TooLarge, "larger than this program reads", 1);
    row("endless headers", floods(head, "X-More: " + QByteArray(4000, 'x') + "\r\n", sixHundredMegabytes),
        Kind::TimedOut, late, 1);
    row("an endless header", floods(head + "X-More: ", QByteArray(65536, 'x'), sixHundredMegabytes),
        Kind::TimedOut, late, 1);
    row("endless 100",
        floods("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n", sixHundredMegabytes),
        Kind::TimedOut, late, 1);
    row("an endless redirect",
        floods("HTTP/1.1 302 Found\r\nLocation: https://login.example.org/\r\n\r\n", QByteArray(65536, ' '),
               sixHundredMegabytes),
        Kind::Redirected, "The token was not sent there", 1);
    row("429 with seconds", answers(refusal(429, "Retry-After: 24\r\n")), Kind::TooManyRequests,
        "asks to go slower. Try again in 24 s.", 1);
    row("429", answers(refusal(429)), Kind::TooManyRequests, "asks to go slower. Try again in a moment.", 1);
    row("503 with a date",
        answers(refusal(503, "Date: Tue, 24 Nov 2026 10:42:00 GMT\r\n"
                             "Retry-After: Tue, 24 Nov 2026 10:42:09 GMT\r\n")),
        Kind::Unavailable, "cannot answer at the moment. Try again in 9 s.", 1);
    row("503", answers(refusal(503)), Kind::Unavailable, "Try again in a moment.", 1);
    row("500 with HTML", answers(html(500)), Kind::ServerFault, "failed with status 500", 1);
    row("502 with nothing", answers(Reply::typed(502, "", "")), Kind::ServerFault, "failed with status 502",
        1);
    row("504 with HTML", answers(html(504)), Kind::ServerFault, "failed with status 504", 1);
    row("the login page of a proxy", answers(html(200)), Kind::Unreadable, "a proxy or a login page", 1);
    row("401", answers(refusal(401)), Kind::Unauthorized, "wrong, expired or deleted", 1);
    row("403", answers(refusal(403)), Kind::Forbidden, "by an Admin only", 1);
    row("nobody listens", refuses(), Kind::Unreachable, notThere, 0);
    row("nobody takes the connection", takesNoConnection(), Kind::Unreachable, notThere, 0);
    row("an unknown name", hasNoSuchName(), Kind::Unreachable, notThere, 0);
    row("an unknown certificate", isUnknown(*m_authority), Kind::Untrusted, "Its SHA-256 fingerprint is", 0);
    row("no TLS at all", greetsInsteadOfTls("HTTP/1.1 400 Bad Request\r\n\r\n", true), Kind::Untrusted,
        "cannot be trusted, so nothing was sent to it", 0);
    row("closed instead of TLS", greetsInsteadOfTls({}, true), Kind::Unreachable, notThere, 0);
    row("silent instead of TLS", greetsInsteadOfTls({}, false), Kind::Unreachable, notThere, 0);
    row("a proxy that wants a password",
        proxyAnswers("HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                     "Content-Length: 0\r\n\r\n"),
        Kind::ProxyFailed, proxy, 0);
    row("a proxy that cannot reach it", proxyAnswers("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n"),
        Kind::ProxyFailed, proxy, 0);
    row("a proxy that is silent", proxyAnswers({}), Kind::ProxyFailed, proxy, 0);
    row("a proxy that is not there", proxyRefuses(), Kind::ProxyFailed, proxy, 0);
}

void TestNetworkFaults::endsAsItShould()
{
    QFETCH(NetworkFault, fault);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, sentence);
    QFETCH(int, posts);
    const Trials trials = tryAll(fault, {}, m_authorities);
    QCOMPARE(trials.size(), size_t{4});
    for (const auto &trial : trials) {
        const char *method = trial->method().constData();
        QVERIFY2(trial->times() == 1, method);
        QVERIFY2(trial->wasInTime(), method);
        m_longest = std::max(m_longest, trial->took());
        qsizetype &most = m_most[trial->method()];
        most = std::max(most, trial->onTheWire());
        if (trial->method() == "POST" || trial->method() == "PUT")
            QCOMPARE(trial->onTheWire(), posts);
        QVERIFY2(trial->error(), method);
        const QString said = trial->error()->sentence();
        QVERIFY2(trial->error()->kind == kind, qPrintable(said));
        QVERIFY2(said.contains(sentence), qPrintable(said));
        const QString details = trial->error()->details();
        for (const QByteArray &secret : {samples::credential, samples::token})
            QVERIFY2(!details.contains(QString::fromLatin1(secret)), method);
    }
}

void TestNetworkFaults::saysAtTheDeadlineToo_data()
{
    QTest::addColumn<NetworkFault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    using namespace networkfaults;
    QTest::newRow("nobody takes the connection") << takesNoConnection() << ErrorKind::Unreachable;
    QTest::newRow("silent instead of TLS") << greetsInsteadOfTls({}, false) << ErrorKind::Unreachable;
    QTest::newRow("a proxy that is silent") << proxyAnswers({}) << ErrorKind::ProxyFailed;
    QTest::newRow("silent") << answers(Reply::silence()) << ErrorKind::TimedOut;
    QTest::newRow("silent, on a connection used before")
        << answersOnUsedConnection(Reply::silence()) << ErrorKind::TimedOut;
    QTest::newRow("stalled") << cuts(Way::ToServer, 40, Cut::Stall) << ErrorKind::TimedOut;
}

/// Not only after a silence: a deadline that comes first knows as well whether anything was sent.
void TestNetworkFaults::saysAtTheDeadlineToo()
{
    QFETCH(NetworkFault, fault);
    QFETCH(ErrorKind, kind);
    const Trials trials = tryAll(fault, {700ms, 15s}, m_authorities);
    QCOMPARE(trials.size(), size_t{4});
    for (const auto &trial : trials) {
        const char *method = trial->method().constData();
        QVERIFY2(trial->error() && trial->error()->kind == kind, method);
        QVERIFY2(trial->wasInTime(), method);
        QCOMPARE(trial->error()->leavesOutcomeUnknown(), kind == ErrorKind::TimedOut);
    }
}

void TestNetworkFaults::keepsLittleInMemory_data()
{
    QTest::addColumn<NetworkFault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    using namespace networkfaults;
    const QByteArray spaces(65536, ' ');
    QTest::newRow("600 MB") << floods(head + "Connection: close\r\n\r\n", spaces, sixHundredMegabytes)
                            << ErrorKind::TooLarge;
    QTest::newRow("600 MB announced")
        << floods(head + "Content-Length: 629145600\r\n\r\n", spaces, sixHundredMegabytes)
        << ErrorKind::TooLarge;
    QTest::newRow("a bomb") << answers(bomb()) << ErrorKind::TooLarge;
    QTest::newRow("endless headers") << floods(head, "X-More: " + QByteArray(4000, 'x') + "\r\n",
                                               sixHundredMegabytes)
                                     << ErrorKind::TimedOut;
    QTest::newRow("an endless redirect")
        << floods("HTTP/1.1 302 Found\r\nLocation: https://login.example.org/\r\n\r\n", spaces,
                  sixHundredMegabytes)
        << ErrorKind::Redirected;
}

void TestNetworkFaults::keepsLittleInMemory()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("A sanitizer keeps what was freed.");
#endif
    QFETCH(NetworkFault, fault);
    QFETCH(ErrorKind, kind);
    constexpr qint64 mostGrowth = 32 << 20;
    if (!forgetPeak())
        QSKIP("This system does not say how much memory a program used.");
    bool isWarm = false;
    // What a program keeps for its next calls, some 6 MiB, is there after the first one.
    for (const char *method : {"list", "list", "GET", "POST"}) {
        NetworkTrial trial(method, fault, {}, m_authorities);
        QVERIFY(forgetPeak());
        const qint64 before = peakInMemory();
        trial.begin();
        QTRY_VERIFY_WITH_TIMEOUT(trial.isOver(), 30000);
        const qint64 growth = peakInMemory() - before;
        QVERIFY2(trial.error() && trial.error()->kind == kind, method);
        if (!std::exchange(isWarm, true))
            continue;
        QVERIFY2(growth <= mostGrowth, qPrintable(QString::number(growth)));
        m_mostMemory = std::max(m_mostMemory, growth);
    }
}

void TestNetworkFaults::cleanup()
{
    ++m_tried;
    m_failed += QTest::currentTestFailed() ? 1 : 0;
}

void TestNetworkFaults::cleanupTestCase()
{
    qInfo(
        "Network faults: %d tried with POST, PUT, DELETE and GET, %d failed; most on the wire for one call: "
        "POST %lld, PUT %lld, DELETE %lld, GET %lld; longest %lld ms with a deadline of %lld ms; memory "
        "grew by at most %lld KiB",
        m_tried, m_failed, qint64{m_most["POST"]}, qint64{m_most["PUT"]}, qint64{m_most["DELETE"]},
        qint64{m_most["GET"]}, qint64{m_longest.count()}, qint64{NetworkTrial::Patience().deadline.count()},
        m_mostMemory >> 10);
}

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
