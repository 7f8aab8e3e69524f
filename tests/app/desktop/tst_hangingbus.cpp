#include "app/desktop/colorscheme.h"
#include "app/desktop/desktopbuses.h"
#include "app/desktop/desktopnotices.h"
#include "app/desktop/logoutinhibitor.h"
#include "app/desktop/screenlock.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/support/loopprobe.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

namespace {

constexpr int longEnoughMs = 1000;

/// The event loop comes round all the while.
bool wasFreeFor(const std::function<void()> &work)
{
    LoopProbe probe;
    work();
    QTest::qWait(longEnoughMs);
    probe.stop();
    return probe.wasFree();
}

} // namespace

/// In the order in which it happens to a process, which connects each bus once.
class HangingBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectingWaitsForNobody();
    void nothingWaitsForABusThatHangsLater();
    void cleanupTestCase();

private:
    PrivateSession m_session;
    QTemporaryDir m_folder;
    QLocalServer m_silent;
};

void HangingBusTest::initTestCase()
{
    QVERIFY(m_session.isReady());
    QVERIFY(m_silent.listen(m_folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + m_silent.fullServerName().toUtf8());
}

void HangingBusTest::connectingWaitsForNobody()
{
    DesktopBuses buses;
    bool isDecided = false;
    bool hasSession = false;
    bool hasSystem = true;
    connect(&buses, &DesktopBuses::decided, this,
            [&](const QDBusConnection &session, const QDBusConnection &system) {
                isDecided = true;
                hasSession = session.isConnected();
                hasSystem = system.isConnected();
            });
    QVERIFY(wasFreeFor([&buses] { buses.connectInBackground(); }));
    QVERIFY(!isDecided);
    while (QLocalSocket *client = m_silent.nextPendingConnection())
        client->abort();
    QTRY_VERIFY(isDecided);
    QVERIFY(hasSession);
    QVERIFY(!hasSystem);
}

void HangingBusTest::nothingWaitsForABusThatHangsLater()
{
    const QDBusConnection session = QDBusConnection::sessionBus();
    ColorScheme colors;
    colors.follow(session);
    ScreenLock lock;
    lock.follow(session, session);
    DesktopNotices notices;
    notices.setBus(session);
    LogoutInhibitor inhibitor;
    inhibitor.setBuses(session, session);
    m_session.freezeBus();
    Call call;
    QVERIFY(wasFreeFor([&] {
        call = notices.show({QStringLiteral("a"), QStringLiteral("b")}, this, [](const Result<Done> &) {});
        inhibitor.hold(QStringLiteral("a token"));
        inhibitor.letGo();
        inhibitor.hold(QStringLiteral("another"));
    }));
}

void HangingBusTest::cleanupTestCase()
{
    m_session.killBus();
}

QTEST_GUILESS_MAIN(HangingBusTest)
#include "tst_hangingbus.moc"
