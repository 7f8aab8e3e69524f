#include "app/desktop/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace {

const auto serviceName = QStringLiteral("org.freedesktop.Notifications");
const auto objectPath = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

/// A desktop that keeps the last notice.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList capabilities;
    QString title;
    QString text;
    QStringList actions;
    QVariantMap hints;
    uint lastId = 40;

public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): the specification's names
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &summary,
                const QString &body, const QStringList &choices, const QVariantMap &more, int timeout)
    {
        Q_UNUSED(program)
        Q_UNUSED(replaces)
        Q_UNUSED(icon)
        Q_UNUSED(timeout)
        title = summary;
        text = body;
        actions = choices;
        hints = more;
        return ++lastId;
    }
    // NOLINTEND(readability-identifier-naming)
};

class DesktopNoticesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void saysThatNothingShowsNotices();
    void showsPlainText_data();
    void showsPlainText();
    void saysWhenItIsPressed();
    void ignoresTheNoticesOfOthers();

private:
    void show(DesktopNotices *notices, const Notice &notice);
    void send(const QString &signal, const QVariantList &arguments);

    // A connection of its own: calls on one connection would not go over the bus.
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    FakeDesktop m_desktop;
    std::optional<bool> m_isShown;
};

void DesktopNoticesTest::initTestCase()
{
    QVERIFY2(m_bus.isConnected(), "This test needs a session bus: run it with dbus-run-session.");
    QVERIFY(m_bus.registerObject(objectPath, &m_desktop, QDBusConnection::ExportAllSlots));
}

void DesktopNoticesTest::init()
{
    m_isShown.reset();
    m_desktop.title.clear();
    m_desktop.capabilities = {QStringLiteral("body"), QStringLiteral("actions")};
    m_bus.registerService(serviceName);
}

void DesktopNoticesTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

void DesktopNoticesTest::show(DesktopNotices *notices, const Notice &notice)
{
    const Call call =
        notices->show(notice, this, [this](const Result<Done> &result) { m_isShown = result.ok(); });
    QVERIFY(!m_isShown);
    QTRY_VERIFY(m_isShown.has_value());
}

void DesktopNoticesTest::send(const QString &signal, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createSignal(objectPath, serviceName, signal);
    message.setArguments(arguments);
    QVERIFY(m_bus.send(message));
}

void DesktopNoticesTest::saysThatNothingShowsNotices()
{
    QVERIFY(m_bus.unregisterService(serviceName));
    DesktopNotices notices;
    notices.setBus(QDBusConnection::sessionBus());
    show(&notices, {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(m_isShown, std::optional(false));
    // A service that comes later is used.
    m_isShown.reset();
    m_bus.registerService(serviceName);
    show(&notices, {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(m_isShown, std::optional(true));
}

void DesktopNoticesTest::showsPlainText_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canBePressed");
    QTest::newRow("plain") << QStringList{QStringLiteral("body")} << QStringLiteral("<b>x</b> & y") << false;
    QTest::newRow("markup") << QStringList{QStringLiteral("body-markup"), QStringLiteral("actions")}
                            << QStringLiteral("&lt;b&gt;x&lt;/b&gt; &amp; y") << true;
}

void DesktopNoticesTest::showsPlainText()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, text);
    QFETCH(bool, canBePressed);
    m_desktop.capabilities = capabilities;
    DesktopNotices notices;
    notices.setBus(QDBusConnection::sessionBus());
    show(&notices, {QStringLiteral("ci_deploy expires in 3 days"), QStringLiteral("<b>x</b> & y")});
    QCOMPARE(m_isShown, std::optional(true));
    QCOMPARE(m_desktop.title, QStringLiteral("ci_deploy expires in 3 days"));
    QCOMPARE(m_desktop.text, text);
    QCOMPARE(m_desktop.actions.contains(QStringLiteral("default")), canBePressed);
    QCOMPARE(m_desktop.hints.value(QStringLiteral("desktop-entry")).toString(),
             QStringLiteral("apono-console"));
}

void DesktopNoticesTest::saysWhenItIsPressed()
{
    DesktopNotices notices;
    notices.setBus(QDBusConnection::sessionBus());
    QSignalSpy pressed(&notices, &Notices::pressed);
    show(&notices, {QStringLiteral("a"), QStringLiteral("b")});
    send(QStringLiteral("ActivationToken"), {m_desktop.lastId, QStringLiteral("token-7")});
    send(QStringLiteral("ActionInvoked"), {m_desktop.lastId, QStringLiteral("default")});
    QTRY_COMPARE(pressed.size(), 1);
    QCOMPARE(pressed.constFirst().constFirst().toString(), QStringLiteral("token-7"));
}

void DesktopNoticesTest::ignoresTheNoticesOfOthers()
{
    DesktopNotices notices;
    notices.setBus(QDBusConnection::sessionBus());
    QSignalSpy pressed(&notices, &Notices::pressed);
    show(&notices, {QStringLiteral("a"), QStringLiteral("b")});
    send(QStringLiteral("ActionInvoked"), {m_desktop.lastId + 1, QStringLiteral("default")});
    send(QStringLiteral("ActionInvoked"), {m_desktop.lastId, QStringLiteral("settings")});
    send(QStringLiteral("ActionInvoked"), {m_desktop.lastId, QStringLiteral("default")});
    QTRY_COMPARE(pressed.size(), 1);
    QCOMPARE(pressed.constFirst().constFirst().toString(), QString());
}

QTEST_GUILESS_MAIN(DesktopNoticesTest)
#include "tst_desktopnotices.moc"
