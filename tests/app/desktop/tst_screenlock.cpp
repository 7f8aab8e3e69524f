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
    QTest::newRow("freedesktop") << QStringLiteral("org.freedesktop.ScreenSaver")
                                 << QStringLiteral("/org/freedesktop/ScreenSaver");
    QTest::newRow("KDE's path") << QStringLiteral("org.freedesktop.ScreenSaver")
                                << QStringLiteral("/ScreenSaver");
    QTest::newRow("GNOME") << QStringLiteral("org.gnome.ScreenSaver")
                           << QStringLiteral("/org/gnome/ScreenSaver");
}

void ScreenLockTest::saysWhenTheScreenIsLocked()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    QDBusConnection saver =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("saver"));
    QVERIFY2(saver.isConnected(), "This test needs a session bus: run it with dbus-run-session.");
    QVERIFY(saver.registerService(name));
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.follow(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
    const auto say = [&](bool active) {
        QDBusMessage signal = QDBusMessage::createSignal(path, name, QStringLiteral("ActiveChanged"));
        signal.setArguments({active});
        QVERIFY(saver.send(signal));
    };
    // Unlocking says nothing; the bus keeps the order.
    say(false);
    say(true);
    QTRY_COMPARE(locked.size(), 1);
    QVERIFY(saver.unregisterService(name));
    QDBusConnection::disconnectFromBus(QStringLiteral("saver"));
}

QTEST_GUILESS_MAIN(ScreenLockTest)
#include "tst_screenlock.moc"
