#include "app/buscheck.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

namespace {

constexpr char session[] = "DBUS_SESSION_BUS_ADDRESS";
constexpr char systems[] = "DBUS_SYSTEM_BUS_ADDRESS";

enum class Bus { Answers, HangsUp, Silent };

/// Takes connections in a thread of its own: the check waits in the test's.
class FakeBus : public QThread
{
public:
    FakeBus(const QString &place, Bus kind)
        : m_place(place)
        , m_kind(kind)
    {
        start();
        while (!m_isListening && isRunning())
            QThread::msleep(1);
    }
    ~FakeBus() override
    {
        quit();
        wait();
    }

protected:
    void run() override
    {
        QLocalServer server;
        server.setSocketOptions(m_place.startsWith(u'/') ? QLocalServer::NoOptions
                                                         : QLocalServer::AbstractNamespaceOption);
        if (!server.listen(m_place))
            return;
        QObject::connect(&server, &QLocalServer::newConnection, &server, [this, &server] {
            QLocalSocket *client = server.nextPendingConnection();
            if (m_kind == Bus::HangsUp)
                client->abort();
            else if (m_kind == Bus::Answers)
                client->write("REJECTED EXTERNAL\r\n");
        });
        m_isListening = true;
        exec();
    }

private:
    const QString m_place;
    const Bus m_kind;
    std::atomic<bool> m_isListening = false;
};

} // namespace

class tst_BusCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leavesOutOnlyOneThatSaysNothing_data();
    void leavesOutOnlyOneThatSaysNothing();
    void leavesOutOneOnAnAbstractSocket();
    void leavesTheOtherOneAlone();
    void looksWhereTheSessionHasItByDefault();

private:
    QByteArray place() const { return m_folder.filePath(QStringLiteral("bus")).toUtf8(); }

    QTemporaryDir m_folder;
};

void tst_BusCheck::init()
{
    // Nobody is there.
    qputenv(session, "unix:path=" + place() + "-none");
    qputenv(systems, "unix:path=" + place() + "-none");
}

void tst_BusCheck::leavesOutOnlyOneThatSaysNothing_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<Bus>("kind");
    QTest::addColumn<bool>("isLeftOut");
    const QByteArray at = "unix:path=" + place();
    QTest::newRow("answers") << at << Bus::Answers << false;
    QTest::newRow("hangs up") << at << Bus::HangsUp << false;
    QTest::newRow("silent") << at << Bus::Silent << true;
    QTest::newRow("silent, with an id") << at + ",guid=0123" << Bus::Silent << true;
    QTest::newRow("silent, and another one") << at + ";unix:path=/nowhere" << Bus::Silent << true;
    QTest::newRow("silent, written otherwise")
        << "unix:path=" + place().replace('/', "%2f") << Bus::Silent << true;
    QTest::newRow("by another way") << QByteArray("tcp:host=localhost,port=1") << Bus::Silent << false;
    QTest::newRow("no address") << QByteArray("nonsense") << Bus::Silent << false;
    QTest::newRow("a name too long for the system")
        << "unix:path=/" + QByteArray(200, 'x') << Bus::Silent << false;
}

void tst_BusCheck::leavesOutOnlyOneThatSaysNothing()
{
    QFETCH(const QByteArray, address);
    QFETCH(const Bus, kind);
    QFETCH(const bool, isLeftOut);
    const FakeBus bus(QString::fromUtf8(place()), kind);
    qputenv(session, address);
    QCOMPARE(BusCheck::leaveOutSilentBuses(),
             isLeftOut ? QStringList(QString::fromLatin1(session)) : QStringList());
    QCOMPARE(qgetenv(session), isLeftOut ? QByteArray("disabled:") : address);
}

void tst_BusCheck::leavesOutOneOnAnAbstractSocket()
{
    const QByteArray name = "bus-of-a-test-" + QByteArray::number(QCoreApplication::applicationPid());
    const FakeBus bus(QString::fromUtf8(name), Bus::Silent);
    qputenv(session, "unix:abstract=" + name);
    QCOMPARE(BusCheck::leaveOutSilentBuses(), QStringList(QString::fromLatin1(session)));
}

void tst_BusCheck::leavesTheOtherOneAlone()
{
    const FakeBus bus(QString::fromUtf8(place()), Bus::Silent);
    qputenv(systems, "unix:path=" + place());
    const QByteArray before = qgetenv(session);
    QCOMPARE(BusCheck::leaveOutSilentBuses(), QStringList(QString::fromLatin1(systems)));
    QCOMPARE(qgetenv(session), before);
}

void tst_BusCheck::looksWhereTheSessionHasItByDefault()
{
    const FakeBus bus(QString::fromUtf8(place()), Bus::Silent);
    qunsetenv(session);
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    QCOMPARE(BusCheck::leaveOutSilentBuses(), QStringList(QString::fromLatin1(session)));
}

QTEST_GUILESS_MAIN(tst_BusCheck)
#include "tst_buscheck.moc"
