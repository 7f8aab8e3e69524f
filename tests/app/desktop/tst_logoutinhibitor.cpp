#include "app/desktop/logoutinhibitor.h"

#include <QSocketNotifier>
#include <QTest>

#include <array>
#include <unistd.h>

namespace {

const auto reason = QStringLiteral("The token of ci_deploy was neither copied nor saved.");

} // namespace

/// org.gnome.SessionManager, which keeps who holds it up.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.SessionManager")
public:
    QHash<uint, QString> held;
    QVariantList asked;
    int times = 0;

public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): the interface's names
    uint Inhibit(const QString &program, uint window, const QString &why, uint what)
    {
        asked = {program, window, why, what};
        held.insert(static_cast<uint>(++times), why);
        return static_cast<uint>(times);
    }
    void Uninhibit(uint cookie) { held.remove(cookie); }
    // NOLINTEND(readability-identifier-naming)
};

/// login1, which knows from a pipe whether its lock is still open.
class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    QStringList asked;
    bool isHeld = false;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the interface's name
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode)
    {
        asked = {what, who, why, mode};
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return {};
        isHeld = true;
        auto *closed = new QSocketNotifier(ends.at(0), QSocketNotifier::Read, this);
        connect(closed, &QSocketNotifier::activated, this, [this, closed] {
            isHeld = false;
            ::close(static_cast<int>(closed->socket()));
            closed->setEnabled(false);
            closed->deleteLater();
        });
        QDBusUnixFileDescriptor lock(ends.at(1));
        ::close(ends.at(1));
        return lock;
    }
};

class LogoutInhibitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void holdsUpTheSessionAndSwitchingOffUntilItIsLetGo();
    void holdsWhatWasHeldBeforeThereWasABus();
    void givesBackWhatComesTooLate();
    void asksOnceForEachReason();
    void isSilentWhereNobodyCanBeAsked();

private:
    bool isHeldNowhere() const { return m_desktop.held.isEmpty() && !m_login.isHeld; }
    void registerServices();

    // A connection of its own: calls on one connection would not go over the bus.
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    // One bus stands for both.
    const QDBusConnection m_ours = QDBusConnection::sessionBus();
    FakeDesktop m_desktop;
    FakeLogin m_login;
};

void LogoutInhibitorTest::initTestCase()
{
    QVERIFY2(m_bus.isConnected(), "This test needs a session bus: run it with dbus-run-session.");
    QVERIFY(m_bus.registerObject(QStringLiteral("/org/gnome/SessionManager"), &m_desktop,
                                 QDBusConnection::ExportAllSlots));
    QVERIFY(m_bus.registerObject(QStringLiteral("/org/freedesktop/login1"), &m_login,
                                 QDBusConnection::ExportAllSlots));
}

void LogoutInhibitorTest::init()
{
    m_desktop.times = 0;
    m_desktop.asked.clear();
    m_login.asked.clear();
    registerServices();
}

void LogoutInhibitorTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

void LogoutInhibitorTest::registerServices()
{
    m_bus.registerService(QStringLiteral("org.gnome.SessionManager"));
    m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
}

void LogoutInhibitorTest::holdsUpTheSessionAndSwitchingOffUntilItIsLetGo()
{
    LogoutInhibitor inhibitor;
    inhibitor.setBuses(m_ours, m_ours);
    inhibitor.hold(reason);
    QVERIFY(inhibitor.isHeld());
    QTRY_COMPARE(m_desktop.held.size(), 1);
    QTRY_VERIFY(m_login.isHeld);
    QCOMPARE(m_desktop.asked, QVariantList({QStringLiteral("apono-console"), 0U, reason, 1U}));
    QCOMPARE(m_login.asked,
             QStringList({QStringLiteral("shutdown"), QStringLiteral("Service Accounts Console"), reason,
                          QStringLiteral("block")}));
    // As long as the token is there.
    QTest::qWait(100);
    QVERIFY(m_login.isHeld);
    inhibitor.letGo();
    QVERIFY(!inhibitor.isHeld());
    QTRY_VERIFY(isHeldNowhere());
}

void LogoutInhibitorTest::holdsWhatWasHeldBeforeThereWasABus()
{
    LogoutInhibitor inhibitor;
    inhibitor.hold(reason);
    QVERIFY(inhibitor.isHeld());
    inhibitor.setBuses(m_ours, m_ours);
    QTRY_COMPARE(m_desktop.held.size(), 1);
    QTRY_VERIFY(m_login.isHeld);
    inhibitor.letGo();
    QTRY_VERIFY(isHeldNowhere());
}

void LogoutInhibitorTest::givesBackWhatComesTooLate()
{
    LogoutInhibitor inhibitor;
    inhibitor.setBuses(m_ours, m_ours);
    inhibitor.hold(reason);
    inhibitor.letGo();
    QTRY_COMPARE(m_desktop.times, 1);
    QTRY_VERIFY(!m_login.asked.isEmpty());
    QTRY_VERIFY(isHeldNowhere());
}

void LogoutInhibitorTest::asksOnceForEachReason()
{
    LogoutInhibitor inhibitor;
    inhibitor.setBuses(m_ours, m_ours);
    inhibitor.hold(reason);
    inhibitor.hold(reason);
    const QString other = QStringLiteral("another");
    inhibitor.hold(other);
    QTRY_COMPARE(m_desktop.held.values(), QStringList(other));
    QCOMPARE(m_desktop.times, 2);
    inhibitor.letGo();
    QTRY_VERIFY(isHeldNowhere());
}

void LogoutInhibitorTest::isSilentWhereNobodyCanBeAsked()
{
    QVERIFY(m_bus.unregisterService(QStringLiteral("org.gnome.SessionManager")));
    QVERIFY(m_bus.unregisterService(QStringLiteral("org.freedesktop.login1")));
    LogoutInhibitor inhibitor;
    inhibitor.setBuses(m_ours, QDBusConnection(QStringLiteral("none")));
    inhibitor.hold(reason);
    QTest::qWait(100);
    QVERIFY(inhibitor.isHeld());
    inhibitor.letGo();
    QVERIFY(!inhibitor.isHeld());
    QCOMPARE(m_desktop.times, 0);
}

QTEST_GUILESS_MAIN(LogoutInhibitorTest)
#include "tst_logoutinhibitor.moc"
