#include "tests/ui/support/accessiblewalk.h"
#include "tests/ui/support/consolefixture.h"
#include "ui/connections/sidepanel.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/valuefield.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStyle>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    Shown()
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }

    QString status() { return window.statusBar()->currentMessage(); }
    QDialog *dialog()
    {
        for (QDialog *candidate : window.findChildren<QDialog *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QAbstractButton *buttonOf(QWidget *parent, const QString &text)
    {
        for (auto *button : parent->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    QAction *action(const QString &text)
    {
        for (QAction *menu : window.menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions()) {
                if (QString(action->text()).remove(u'&') == text)
                    return action;
            }
        }
        return nullptr;
    }
    NewServiceAccount request()
    {
        return {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
                {},
                Expiration::unlimited(),
                *RoleSet::of({Role::Viewer})};
    }
};

QString mnemonicOf(const QAction *action)
{
    const qsizetype at = action->text().indexOf(u'&');
    return at < 0 ? QString() : action->text().mid(at + 1, 1).toLower();
}

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTitledByItsConnection();
    void everyMnemonicOccursOnceInItsMenu();
    void menusHoldWhatExists();
    void keysReachThePage();
    void countsWhatIsShown();
    void saysHowFarLoadingIs();
    void saysThatRowsAreTheLastKnown();
    void switchesTheConnection();
    void offersWelcome();
    void showsIconsAloneInANarrowWindow();
    void tellsTheVersions();
    void closesWhenNothingIsLost();
    void asksBeforeLeavingATokenThatNobodyKept();
    void asksBeforeLeavingARequestUnderWay();
    void everyControlHasANameOfItsOwn();
    void canBeMadeSmall();
    void remembersItsSize();
    void underlinesMnemonicsWhileAltIsDown();
    void tabComesToEverything();
};

void tst_MainWindow::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_MainWindow::isTitledByItsConnection()
{
    Shown shown;
    shown.world.openLocal();
    QCOMPARE(shown.window.windowTitle(), QStringLiteral("Service Accounts — Local"));
}

void tst_MainWindow::everyMnemonicOccursOnceInItsMenu()
{
    Shown shown;
    QSet<QString> ofTheBar;
    for (const QAction *menu : shown.window.menuBar()->actions()) {
        QVERIFY2(!mnemonicOf(menu).isEmpty(), qPrintable(menu->text()));
        QVERIFY2(!ofTheBar.contains(mnemonicOf(menu)), qPrintable(menu->text()));
        ofTheBar.insert(mnemonicOf(menu));
        QSet<QString> ofTheMenu;
        for (const QAction *action : menu->menu()->actions()) {
            if (action->isSeparator())
                continue;
            QVERIFY2(!mnemonicOf(action).isEmpty(), qPrintable(action->text()));
            QVERIFY2(!ofTheMenu.contains(mnemonicOf(action)), qPrintable(action->text()));
            ofTheMenu.insert(mnemonicOf(action));
        }
    }
}

void tst_MainWindow::menusHoldWhatExists()
{
    Shown shown;
    for (const QString &text : {QStringLiteral("New Service Account"), QStringLiteral("Quit"),
                                QStringLiteral("Search"), QStringLiteral("Refresh"), QStringLiteral("About")})
        QVERIFY2(shown.action(text), qPrintable(text));
    QVERIFY(!shown.action(QStringLiteral("New Service Account"))->isEnabled());
    shown.world.openLocal();
    QVERIFY(shown.action(QStringLiteral("New Service Account"))->isEnabled());
}

void tst_MainWindow::keysReachThePage()
{
    Shown shown;
    shown.world.openLocal();
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), shown.window.findChild<SearchField *>());
    const int before = shown.world.server.calls(MemoryAdminApi::Verb::List);
    QTest::keyClick(&shown.window, Qt::Key_F5);
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::List), before + 1);
    QTest::keyClick(&shown.window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(shown.dialog());
}

void tst_MainWindow::countsWhatIsShown()
{
    Shown shown;
    shown.world.server.fill(214);
    shown.world.openLocal();
    QTRY_COMPARE(shown.status(), QStringLiteral("214 service accounts"));
    auto *search = shown.window.findChild<SearchField *>();
    search->setText(QStringLiteral("_01"));
    QCOMPARE(shown.status(), QStringLiteral("10 of 214 service accounts match “_01”"));
    search->clear();
    AccountFilter filter;
    filter.status = StatusChoice::Expired;
    shown.world.list.model()->setFilter(filter);
    QCOMPARE(shown.status(), QStringLiteral("0 of 214 service accounts match the filters"));
}

void tst_MainWindow::saysHowFarLoadingIs()
{
    Shown shown;
    shown.world.server.fill(150);
    shown.world.server.hold(MemoryAdminApi::Verb::List);
    shown.world.connection.openLocal();
    QCOMPARE(shown.status(), QStringLiteral("Starting the local workspace"));
    shown.world.workspace.becomeReady();
    QCOMPARE(shown.status(), QStringLiteral("Loading service accounts"));
    shown.world.server.release();
    QCOMPARE(shown.status(), QStringLiteral("Loading, 100 service accounts so far"));
    QTRY_COMPARE(shown.status(), QStringLiteral("150 service accounts"));
}

void tst_MainWindow::saysThatRowsAreTheLastKnown()
{
    Shown shown;
    shown.world.server.fill(1);
    shown.world.openLocal();
    shown.world.server.failAlways(Error(ErrorKind::Unreachable));
    shown.world.list.refresh();
    QTRY_COMPARE(shown.status(), QStringLiteral("1 service account, last known"));
}

void tst_MainWindow::switchesTheConnection()
{
    Shown shown;
    shown.world.openLocal();
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    auto *switcher = shown.window.findChild<DropDownButton *>();
    QCOMPARE(switcher->accessibleName(), QStringLiteral("Connection"));
    QCOMPARE(switcher->accessibleDescription(), QStringLiteral("api.example.org"));
    QTRY_COMPARE(switcher->choices()->actions().size(), 5);
    const auto actions = switcher->choices()->actions();
    QCOMPARE(actions.at(0)->text(), QStringLiteral("Local"));
    QVERIFY(actions.at(1)->isChecked());
    actions.at(0)->trigger();
    QCOMPARE(shown.window.windowTitle(), QStringLiteral("Service Accounts — Local"));
}

void tst_MainWindow::offersWelcome()
{
    Shown shown;
    QSignalSpy welcome(&shown.window, &MainWindow::welcomeRequested);
    const auto actions = shown.window.findChild<DropDownButton *>()->choices()->actions();
    QCOMPARE(actions.constLast()->text(), QStringLiteral("Welcome…"));
    actions.constLast()->trigger();
    QCOMPARE(welcome.size(), 1);
}

void tst_MainWindow::showsIconsAloneInANarrowWindow()
{
    Shown shown;
    auto *side = shown.window.findChild<SidePanel *>();
    QCOMPARE(side->width(), 212);
    shown.window.resize(700, 500);
    QTRY_VERIFY(side->width() < 100);
    QCOMPARE(shown.window.findChild<DropDownButton *>()->accessibleName(), QStringLiteral("Connection"));
}

void tst_MainWindow::tellsTheVersions()
{
    Shown shown;
    shown.action(QStringLiteral("About"))->trigger();
    QVERIFY(shown.dialog());
    QStringList facts;
    for (const ValueField *field : shown.dialog()->findChildren<ValueField *>())
        facts.append(field->accessibleName() + u'=' + field->text());
    QVERIFY2(facts.contains(QStringLiteral("QtKeychain=0.13.2")), qPrintable(facts.join(u' ')));
    QVERIFY2(facts.contains(QStringLiteral("Qt=") + QString::fromLatin1(qVersion())),
             qPrintable(facts.join(u' ')));
    QVERIFY2(facts.contains(QStringLiteral("Keychain in use=Memory")), qPrintable(facts.join(u' ')));
}

void tst_MainWindow::closesWhenNothingIsLost()
{
    Shown shown;
    shown.world.openLocal();
    shown.action(QStringLiteral("Quit"))->trigger();
    QVERIFY(!shown.window.isVisible());
}

void tst_MainWindow::asksBeforeLeavingATokenThatNobodyKept()
{
    Shown shown;
    shown.world.openLocal();
    TokenCreation *creation =
        shown.world.creations.start(shown.world.list.api(), QStringLiteral("local"), shown.request());
    QTRY_COMPARE(creation->state(), TokenCreation::State::Answered);
    shown.action(QStringLiteral("Quit"))->trigger();
    QVERIFY(shown.window.isVisible());
    QVERIFY(shown.dialog());
    // Esc is the careful answer.
    QTest::keyClick(shown.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!shown.dialog());
    QVERIFY(shown.window.isVisible());
    shown.action(QStringLiteral("Quit"))->trigger();
    shown.buttonOf(shown.dialog(), QStringLiteral("Quit Anyway"))->click();
    QTRY_VERIFY(!shown.window.isVisible());
}

void tst_MainWindow::asksBeforeLeavingARequestUnderWay()
{
    Shown shown;
    shown.world.openLocal();
    shown.world.server.hold(MemoryAdminApi::Verb::Create);
    shown.world.creations.start(shown.world.list.api(), QStringLiteral("local"), shown.request());
    shown.window.close();
    QVERIFY(shown.window.isVisible());
    QVERIFY(shown.dialog());
}

void tst_MainWindow::everyControlHasANameOfItsOwn()
{
    Shown shown;
    shown.world.server.fill(30);
    shown.world.openLocal();
    shown.window.findChild<AccountTableView *>()->showAccount(QStringLiteral("id_account_002"));
    const QStringList controls = AccessibleWalk::controls(&shown.window);
    QVERIFY2(controls.contains(QStringLiteral("Button: Actions for account_002")),
             qPrintable(controls.join(u'\n')));
    QCOMPARE(AccessibleWalk::unclear(&shown.window), QStringList());
}

void tst_MainWindow::canBeMadeSmall()
{
    Shown shown;
    shown.world.server.fill(30);
    shown.world.openLocal();
    shown.window.resize(640, 400);
    QCOMPARE(shown.window.size(), QSize(640, 400));
}

void tst_MainWindow::remembersItsSize()
{
    ConsoleFixture world;
    {
        MainWindow window(world.parts);
        window.show();
        window.resize(700, 500);
        window.close();
    }
    const MainWindow again(world.parts);
    QCOMPARE(again.size(), QSize(700, 500));
}

void tst_MainWindow::underlinesMnemonicsWhileAltIsDown()
{
    Shown shown;
    const auto areUnderlined = [&] {
        return QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr,
                                                shown.window.menuBar()) != 0;
    };
    QVERIFY(!areUnderlined());
    QTest::keyPress(&shown.window, Qt::Key_Alt, Qt::AltModifier);
    QVERIFY(areUnderlined());
    QTest::keyRelease(&shown.window, Qt::Key_Alt);
    QTest::mouseClick(shown.window.findChild<AccountTableView *>()->viewport(), Qt::LeftButton);
    QVERIFY(!areUnderlined());
}

void tst_MainWindow::tabComesToEverything()
{
    Shown shown;
    shown.world.server.fill(30);
    shown.world.openLocal();
    shown.window.findChild<AccountTableView *>()->showAccount(QStringLiteral("id_account_002"));
    QTRY_VERIFY(shown.buttonOf(&shown.window, QStringLiteral("Expirations ahead")));
    QSet<QWidget *> reached;
    for (QWidget *at = QApplication::focusWidget(); !reached.contains(at); at = QApplication::focusWidget()) {
        reached.insert(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    for (QWidget *control : shown.window.findChildren<QWidget *>()) {
        if (control->isVisible() && control->isEnabled() && control->focusPolicy() & Qt::TabFocus &&
            !control->focusProxy() && control->window() == &shown.window)
            QVERIFY2(reached.contains(control),
                     qPrintable(QString::fromLatin1(control->metaObject()->className()) + u' ' +
                                control->accessibleName()));
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
