#include "app/desktop/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

class ScreenLockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhenTheScreenIsLocked_data();
    void saysWhenTheScreenIsLocked();
};

void ScreenLockTest::saysWhenTheScreenIsLocked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("member");
    const QString saver = QStringLiteral("org.freedesktop.ScreenSaver");
    const QString gnome = QStringLiteral("org.gnome.ScreenSaver");
    const QString login = QStringLiteral("org.freedesktop.login1");
    const QString active = QStringLiteral("ActiveChanged");
    QTest::newRow("freedesktop") << saver << QStringLiteral("/org/freedesktop/ScreenSaver") << saver
                                 << active;
    QTest::newRow("KDE's path") << saver << QStringLiteral("/ScreenSaver") << saver << active;
    QTest::newRow("GNOME") << gnome << QStringLiteral("/org/gnome/ScreenSaver") << gnome << active;
    QTest::newRow("before sleep") << login << QStringLiteral("/org/freedesktop/login1")
                                  << QStringLiteral("org.freedesktop.login1.Manager")
                                  << QStringLiteral("PrepareForSleep");
    QTest::newRow("login1 locks the session")
        << login << QStringLiteral("/org/freedesktop/login1/session/_32")
        << QStringLiteral("org.freedesktop.login1.Session") << QStringLiteral("Lock");
}

/// One bus plays both.
void ScreenLockTest::saysWhenTheScreenIsLocked()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, member);
    QDBusConnection desktop =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    QVERIFY2(desktop.isConnected(), "This test needs a session bus: run it with dbus-run-session.");
    QVERIFY(desktop.registerService(name));
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.follow(QDBusConnection::sessionBus(), QDBusConnection::sessionBus());
    const auto say = [&](const QVariantList &arguments) {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, member);
        signal.setArguments(arguments);
        QVERIFY(desktop.send(signal));
    };
    if (member == QStringLiteral("Lock")) {
        say({});
    } else {
        // Unlocking says nothing; the bus keeps the order.
        say({false});
        say({true});
    }
    QTRY_COMPARE(locked.size(), 1);
    QVERIFY(desktop.unregisterService(name));
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

QTEST_GUILESS_MAIN(ScreenLockTest)
#include "tst_screenlock.moc"
