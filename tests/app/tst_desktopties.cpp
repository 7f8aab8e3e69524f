#include "app/desktop/logoutinhibitor.h"
#include "app/desktopties.h"
#include "app/storage/datafolder.h"
#include "app/storage/filenoticememory.h"
#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/consolewindows.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingeffects.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenfield.h"

#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto desktopName = u"desktop"_s;

/// All the windows, tied to the desktop as main.cpp does it, with a new token on the screen and a copy of it
/// on the clipboard.
struct Tied
{
    QTemporaryDir folder;
    std::unique_ptr<DataFolder> data = std::move(DataFolder::open(folder.path())).value();
    FileNoticeMemory memory{data->noticesFile()};
    LogoutInhibitor logout;
    ConsoleFixture world;
    SettingEffects effects{world.settings, nullptr, world.clipboard, world.list};
    ConsoleWindows windows{world.parts};
    std::optional<DesktopTies> ties;

    Tied()
    {
        world.connection.openLocal();
        windows.open();
        ties.emplace(*data, world.parts, windows, effects, memory, logout);
        world.workspace.becomeReady();
        QTRY_COMPARE(world.list.state(), AccountList::State::Loaded);
        windows.mainWindow()->activateWindow();
        if (!QTest::qWaitForWindowActive(windows.mainWindow()))
            qFatal("the window does not become active");
        QTest::keyClick(windows.mainWindow(), Qt::Key_N, Qt::ControlModifier);
        Controls::get<QLineEdit>(dialog(), u"Name"_s)->setText(u"ci_deploy"_s);
        Controls::toggleRole(dialog(), u"Viewer"_s);
        Controls::press(dialog(), u"Generate New Token"_s);
        QTRY_VERIFY(Controls::find(dialog(), u"Done"_s));
        Controls::press(dialog(), u"Show"_s);
        Controls::press(dialog(), u"Copy"_s);
    }

    AddServiceAccountDialog *dialog() const
    {
        return windows.mainWindow()->findChild<AddServiceAccountDialog *>();
    }
    bool isTokenShown() const { return Controls::get<TokenField>(dialog(), u"Token"_s)->isShown(); }
};

QString onClipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// The windows are tied to the desktop's signals: when the person goes away, a shown token is masked and its
/// copy is taken off the clipboard.
class DesktopTiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void masksAndClearsWhenThePersonGoesAway_data();
    void masksAndClearsWhenThePersonGoesAway();
    void clearsWhenTheConsoleIsQuit();
};

void DesktopTiesTest::initTestCase()
{
    // One bus stands for both: what a desktop says on either is the test's.
    const QByteArray session = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY2(!session.isEmpty(), "This test needs a session bus: run it with dbus-run-session.");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", session);
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void DesktopTiesTest::masksAndClearsWhenThePersonGoesAway_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QVariantList>("arguments");
    const auto saver = u"org.freedesktop.ScreenSaver"_s;
    const auto gnome = u"org.gnome.ScreenSaver"_s;
    const auto login = u"org.freedesktop.login1"_s;
    QTest::newRow("the screen locks") << saver << saver << u"ActiveChanged"_s << QVariantList{true};
    QTest::newRow("the screen locks in GNOME") << gnome << gnome << u"ActiveChanged"_s << QVariantList{true};
    QTest::newRow("the computer goes to sleep")
        << login << u"org.freedesktop.login1.Manager"_s << u"PrepareForSleep"_s << QVariantList{true};
    QTest::newRow("the session is locked")
        << login << u"org.freedesktop.login1.Session"_s << u"Lock"_s << QVariantList();
}

void DesktopTiesTest::masksAndClearsWhenThePersonGoesAway()
{
    QFETCH(QString, service);
    QFETCH(QString, interface);
    QFETCH(QString, member);
    QFETCH(QVariantList, arguments);
    QDBusConnection desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, desktopName);
    QVERIFY(desktop.registerService(service));
    QDBusMessage signal = QDBusMessage::createSignal(u"/desktop"_s, interface, member);
    signal.setArguments(arguments);

    const Tied tied;
    QVERIFY(tied.isTokenShown());
    QVERIFY(onClipboard().startsWith(u"apono_sa_"_s));
    // The buses are connected in the background: whatever is said before that is not heard.
    QTRY_VERIFY(desktop.send(signal) && !tied.isTokenShown());
    QCOMPARE(onClipboard(), QString());

    QVERIFY(desktop.unregisterService(service));
    QDBusConnection::disconnectFromBus(desktopName);
}

void DesktopTiesTest::clearsWhenTheConsoleIsQuit()
{
    const Tied tied;
    QVERIFY(onClipboard().startsWith(u"apono_sa_"_s));
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QApplication::exec();
    QVERIFY(!tied.dialog() || !tied.dialog()->isVisible());
    QCOMPARE(onClipboard(), QString());
}

QTEST_MAIN(DesktopTiesTest)
#include "tst_desktopties.moc"
