#include "app/desktop/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QTest>

#include <optional>

/// What the desktop's portal says about one setting.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;
    uint contrast = 0;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the portal's name
    QDBusVariant Read(const QString &group, const QString &key)
    {
        asked.append(group + u'/' + key);
        const uint value = key == QStringLiteral("contrast") ? contrast : scheme;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

public:
    QStringList asked;
};

class ColorSchemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void saysWhatThePortalSaysAtFirst_data();
    void saysWhatThePortalSaysAtFirst();
    void saysWhenItChanges_data();
    void saysWhenItChanges();
    void saysWhetherContrastIsToBeHigh();

private:
    void change(const QString &key, uint scheme);

    // A connection of its own: calls on one connection would not go over the bus.
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    FakePortal m_portal;
};

void ColorSchemeTest::initTestCase()
{
    QVERIFY2(m_bus.isConnected(), "This test needs a session bus: run it with dbus-run-session.");
    QVERIFY(m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                 QDBusConnection::ExportAllSlots));
    QVERIFY(m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
}

void ColorSchemeTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
}

void ColorSchemeTest::change(const QString &key, uint scheme)
{
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                     QStringLiteral("org.freedesktop.portal.Settings"),
                                                     QStringLiteral("SettingChanged"));
    signal.setArguments(
        {QStringLiteral("org.freedesktop.appearance"), key, QVariant::fromValue(QDBusVariant(scheme))});
    QVERIFY(m_bus.send(signal));
}

void ColorSchemeTest::saysWhatThePortalSaysAtFirst_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<QList<std::optional<bool>>>("said");
    QTest::newRow("no preference") << 0U << QList<std::optional<bool>>();
    QTest::newRow("dark") << 1U << QList<std::optional<bool>>({true});
    QTest::newRow("light") << 2U << QList<std::optional<bool>>({false});
    QTest::newRow("a number of later days") << 3U << QList<std::optional<bool>>();
}

void ColorSchemeTest::saysWhatThePortalSaysAtFirst()
{
    QFETCH(uint, scheme);
    QFETCH(QList<std::optional<bool>>, said);
    m_portal.scheme = scheme;
    m_portal.asked.clear();
    QList<std::optional<bool>> heard;
    ColorScheme follower;
    connect(&follower, &ColorScheme::preferred, this,
            [&heard](std::optional<bool> dark) { heard.append(dark); });
    follower.follow(QDBusConnection::sessionBus());
    QTRY_COMPARE(m_portal.asked, QStringList({QStringLiteral("org.freedesktop.appearance/color-scheme"),
                                              QStringLiteral("org.freedesktop.appearance/contrast")}));
    QTRY_COMPARE(heard.size(), said.size());
    QCOMPARE(heard, said);
}

void ColorSchemeTest::saysWhenItChanges_data()
{
    QTest::addColumn<uint>("before");
    QTest::addColumn<uint>("after");
    QTest::addColumn<std::optional<bool>>("said");
    QTest::newRow("dark") << 0U << 1U << std::optional(true);
    QTest::newRow("light after dark") << 1U << 2U << std::optional(false);
    QTest::newRow("dark no more, as GNOME says light") << 1U << 0U << std::optional<bool>();
}

void ColorSchemeTest::saysWhenItChanges()
{
    QFETCH(uint, before);
    QFETCH(uint, after);
    m_portal.scheme = before;
    m_portal.asked.clear();
    QList<std::optional<bool>> heard;
    ColorScheme follower;
    connect(&follower, &ColorScheme::preferred, this,
            [&heard](std::optional<bool> dark) { heard.append(dark); });
    follower.follow(QDBusConnection::sessionBus());
    QTRY_COMPARE(m_portal.asked.size(), 2);
    QTRY_COMPARE(heard.size(), before == 0 ? 0 : 1);
    heard.clear();
    change(QStringLiteral("accent-color"), 1);
    change(QStringLiteral("color-scheme"), after);
    QTRY_COMPARE(heard.size(), 1);
    QTEST(heard.constFirst(), "said");
}

void ColorSchemeTest::saysWhetherContrastIsToBeHigh()
{
    m_portal.scheme = 0;
    m_portal.contrast = 1;
    ColorScheme follower;
    QList<bool> heard;
    connect(&follower, &ColorScheme::highContrastPreferred, this,
            [&heard](bool high) { heard.append(high); });
    follower.follow(QDBusConnection::sessionBus());
    QTRY_COMPARE(heard, QList<bool>({true}));
    change(QStringLiteral("color-scheme"), 1);
    change(QStringLiteral("contrast"), 0);
    change(QStringLiteral("contrast"), 1);
    QTRY_COMPARE(heard, QList<bool>({true, false, true}));
    m_portal.contrast = 0;
}

QTEST_GUILESS_MAIN(ColorSchemeTest)
#include "tst_colorscheme.moc"
