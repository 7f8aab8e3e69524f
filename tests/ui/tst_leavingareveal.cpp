#include "app/secondstart.h"
#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/sidepanel.h"
#include "ui/consolewindows.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/mainwindow.h"
#include "ui/style/consolestyle.h"
#include "ui/welcome/welcomewindow.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/tokenfield.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto serverName = u"api.example.org"_s;

enum class Answer { AtOnce, Later };

/// All the windows over two connections, with a new token on the screen that nobody has kept.
struct Revealed
{
    ConsoleFixture world;
    ConsoleWindows windows{world.parts};

    explicit Revealed(Answer answer = Answer::AtOnce)
    {
        world.addServer();
        world.connection.openLocal();
        windows.open();
        world.workspace.becomeReady();
        QTRY_COMPARE(world.list.state(), AccountList::State::Loaded);
        window()->activateWindow();
        if (!QTest::qWaitForWindowActive(window()))
            qFatal("the window does not become active");
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        Controls::get<QLineEdit>(dialog(), u"Name"_s)->setText(u"ci_deploy"_s);
        Controls::toggleRole(dialog(), u"Viewer"_s);
        if (answer == Answer::Later)
            world.server.hold(MemoryAdminApi::Verb::Create);
        Controls::press(dialog(), u"Generate New Token"_s);
        if (answer == Answer::AtOnce)
            QTRY_VERIFY(Controls::find(dialog(), u"Done"_s));
    }

    MainWindow *window() { return windows.mainWindow(); }
    AddServiceAccountDialog *dialog()
    {
        auto *dialog = window()->findChild<AddServiceAccountDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    QDialog *question()
    {
        for (auto *question : window()->findChildren<QuestionDialog *>()) {
            if (question->isVisible())
                return question;
        }
        return nullptr;
    }
    bool isTokenThere()
    {
        TokenCreation *creation = world.creations.unfinished();
        return creation && !creation->token().isEmpty() && dialog() && Controls::find(dialog(), u"Token"_s);
    }
    QString startAgain(const StartRequest &request)
    {
        return SecondStart::answer(request, world.connection, windows);
    }
    void triggerInMenu(const QString &text)
    {
        for (QAction *menu : window()->menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions()) {
                if (QString(action->text()).remove(u'&') == text)
                    action->trigger();
            }
        }
    }
    void chooseInSidePanel(const QString &connection)
    {
        QMenu *menu = window()->findChild<SidePanel *>()->findChild<DropDownButton *>()->choices();
        for (QAction *action : menu->actions()) {
            if (action->text() == connection)
                action->trigger();
        }
    }
};

using Way = void (*)(Revealed &);

} // namespace

Q_DECLARE_METATYPE(Way)

/// A token on the screen that nobody has kept is not left by accident, whatever happens.
class tst_LeavingAReveal : public QObject
{
    Q_OBJECT

private:
    static void addWay(const char *name, Way way) { QTest::newRow(name) << way; }

private Q_SLOTS:
    void initTestCase();
    void asksFirst_data();
    void asksFirst();
    void staysOnTheScreen_data();
    void staysOnTheScreen();
    void masksAShownToken_data();
    void masksAShownToken();
    void saysToASecondStartWhyItsConnectionIsNotOpened();
    void holdsUpTheSessionUntilTheTokenIsKept_data();
    void holdsUpTheSessionUntilTheTokenIsKept();
    void letsTheSessionGoWhenItIsLeftAnyway();
    void asksWhenTheSessionEndsBeforeTheAnswer();
};

void tst_LeavingAReveal::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_LeavingAReveal::asksFirst_data()
{
    QTest::addColumn<Way>("way");
    addWay("Done", [](Revealed &shown) { Controls::press(shown.dialog(), u"Done"_s); });
    addWay("Esc", [](Revealed &shown) { QTest::keyClick(shown.dialog(), Qt::Key_Escape); });
    addWay("the window's cross, Alt+F4", [](Revealed &shown) { shown.dialog()->close(); });
    addWay("the cross of the main window", [](Revealed &shown) { shown.window()->close(); });
    addWay("Quit", [](Revealed &shown) { shown.triggerInMenu(u"Quit"_s); });
    addWay("the desktop says quit", [](Revealed &) {
        QEvent quit(QEvent::Quit);
        QApplication::sendEvent(qApp, &quit);
    });
    addWay("the session ends", [](Revealed &shown) { shown.windows.askBeforeLogout(); });
    addWay("the session ends while it is minimised", [](Revealed &shown) {
        shown.window()->showMinimized();
        shown.windows.askBeforeLogout();
    });
}

void tst_LeavingAReveal::asksFirst()
{
    QFETCH(const Way, way);
    Revealed shown;
    way(shown);
    QVERIFY(shown.isTokenThere());
    QVERIFY(shown.question());
    QVERIFY(Controls::says(shown.question(), u"Leave without keeping the token?"_s));
    // Once more changes nothing.
    way(shown);
    QVERIFY(shown.isTokenThere());
    Controls::press(shown.question(), u"Keep the Token"_s);
    QVERIFY(!shown.question());
    QVERIFY(shown.isTokenThere());
}

void tst_LeavingAReveal::staysOnTheScreen_data()
{
    QTest::addColumn<Way>("way");
    addWay("another connection", [](Revealed &shown) { QVERIFY(shown.world.connection.open(u"server"_s)); });
    addWay("the same one again", [](Revealed &shown) { shown.world.connection.openLocal(); });
    addWay("another one in the side panel", [](Revealed &shown) { shown.chooseInSidePanel(serverName); });
    addWay("another one from Welcome", [](Revealed &shown) {
        Q_EMIT shown.window()->welcomeRequested();
        Controls::press(shown.windows.welcomeWindow(), u"Use the Local Workspace"_s);
    });
    addWay("another one whose token is missing", [](Revealed &shown) {
        shown.world.vault.failWith(Error(ErrorKind::KeychainLocked));
        QVERIFY(shown.world.connection.open(u"server"_s));
        QTRY_VERIFY(shown.windows.welcomeWindow());
    });
    addWay("its connection is removed", [](Revealed &shown) {
        QVERIFY(shown.world.connection.open(u"server"_s));
        QTRY_COMPARE(shown.world.connection.state(), CurrentConnection::State::Open);
        QVERIFY(shown.world.connection.remove(u"server"_s).ok());
    });
    addWay("a second start", [](Revealed &shown) { shown.startAgain({}); });
    addWay("a second start with another connection", [](Revealed &shown) {
        shown.startAgain({false, serverName, {}});
    });
    addWay("a second start with the local workspace", [](Revealed &shown) {
        shown.startAgain({true, {}, {}});
    });
    addWay("the keys of the main window", [](Revealed &shown) {
        for (const int key : {Qt::Key_Q, Qt::Key_N, Qt::Key_K, Qt::Key_W, Qt::Key_F})
            QTest::keyClick(shown.dialog(), static_cast<Qt::Key>(key), Qt::ControlModifier);
        QTest::keyClick(shown.dialog(), Qt::Key_F5);
    });
    addWay("the workspace starts again", [](Revealed &shown) { shown.world.workspace.beginRestart(); });
    addWay("the workspace cannot be reached",
           [](Revealed &shown) { shown.world.workspace.fail(Error(ErrorKind::Unreachable)); });
    addWay("the screen locks", [](Revealed &shown) { shown.windows.maskTokens(); });
    addWay("the window is minimised", [](Revealed &shown) { shown.window()->showMinimized(); });
}

void tst_LeavingAReveal::staysOnTheScreen()
{
    QFETCH(const Way, way);
    Revealed shown;
    way(shown);
    QTest::qWait(50);
    QVERIFY(shown.isTokenThere());
    // And can still be kept.
    if (QDialog *question = shown.question())
        Controls::press(question, u"Keep the Token"_s);
    Controls::press(shown.dialog(), u"Copy"_s);
    Controls::press(shown.dialog(), u"Done"_s);
    QTRY_VERIFY(!shown.dialog());
}

void tst_LeavingAReveal::masksAShownToken_data()
{
    QTest::addColumn<Way>("way");
    addWay("the screen locks", [](Revealed &shown) { shown.windows.maskTokens(); });
    addWay("the main window is minimised", [](Revealed &shown) { shown.window()->showMinimized(); });
    addWay("its own window is minimised", [](Revealed &shown) { shown.dialog()->showMinimized(); });
    addWay("nobody does anything", [](Revealed &shown) { shown.dialog()->setHideAfter(50ms); });
}

void tst_LeavingAReveal::masksAShownToken()
{
    QFETCH(const Way, way);
    Revealed shown;
    auto *token = Controls::get<TokenField>(shown.dialog(), u"Token"_s);
    Controls::press(shown.dialog(), u"Show"_s);
    QVERIFY(token->isShown());
    way(shown);
    QTRY_VERIFY(!token->isShown());
}

void tst_LeavingAReveal::saysToASecondStartWhyItsConnectionIsNotOpened()
{
    Revealed shown;
    QVERIFY(shown.startAgain({false, serverName, {}}).contains(u"waits for an answer"_s));
    QCOMPARE(shown.world.connection.connection()->kind, Connection::Kind::Local);
    Controls::press(shown.dialog(), u"Copy"_s);
    Controls::press(shown.dialog(), u"Done"_s);
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.startAgain({false, serverName, {}}), QString());
    QTRY_COMPARE(shown.world.connection.connection()->kind, Connection::Kind::Server);
}

void tst_LeavingAReveal::holdsUpTheSessionUntilTheTokenIsKept_data()
{
    QTest::addColumn<QString>("keep");
    QTest::newRow("copied") << u"Copy"_s;
    QTest::newRow("saved") << u"Save to Keychain"_s;
}

void tst_LeavingAReveal::holdsUpTheSessionUntilTheTokenIsKept()
{
    QFETCH(const QString, keep);
    Revealed shown;
    QCOMPARE(shown.world.logoutGuard.reason, u"The token of ci_deploy was neither copied nor saved."_s);
    Controls::press(shown.dialog(), keep);
    QTRY_COMPARE(shown.world.logoutGuard.reason, QString());
}

void tst_LeavingAReveal::letsTheSessionGoWhenItIsLeftAnyway()
{
    Revealed shown;
    shown.windows.askBeforeLogout();
    Controls::press(shown.question(), u"Leave Anyway"_s);
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.world.logoutGuard.reason, QString());
    QVERIFY(!shown.world.creations.unfinished());
}

void tst_LeavingAReveal::asksWhenTheSessionEndsBeforeTheAnswer()
{
    Revealed shown(Answer::Later);
    QVERIFY(shown.world.creations.unfinished());
    shown.windows.askBeforeLogout();
    QVERIFY(Controls::says(shown.question(), u"Leave while ci_deploy is being created?"_s));
    shown.world.server.release();
    QTRY_VERIFY(shown.isTokenThere());
    QVERIFY(!shown.question());
}

QTEST_MAIN(tst_LeavingAReveal)
#include "tst_leavingareveal.moc"
