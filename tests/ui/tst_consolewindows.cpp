#include "tests/ui/support/accessiblewalk.h"
#include "tests/ui/support/consolefixture.h"
#include "ui/consolewindows.h"
#include "ui/mainwindow.h"
#include "ui/style/consolestyle.h"
#include "ui/welcome/welcomewindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    ConsoleWindows windows{world.parts};

    WelcomeWindow *welcome() { return windows.welcomeWindow(); }
    bool isWelcomeShown() { return welcome() && welcome()->isVisible(); }
    bool isMainShown() { return windows.mainWindow() && windows.mainWindow()->isVisible(); }

    Button *button(const QString &text)
    {
        for (Button *candidate : welcome()->findChildren<Button *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    QLineEdit *field(const QString &name)
    {
        for (QLineEdit *candidate : welcome()->findChildren<QLineEdit *>()) {
            if (QAccessible::queryAccessibleInterface(candidate)->text(QAccessible::Name) == name)
                return candidate;
        }
        return nullptr;
    }
    bool says(const QString &text)
    {
        for (TextLabel *label : welcome()->findChildren<TextLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    QString description(const QString &name)
    {
        return QAccessible::queryAccessibleInterface(field(name))->text(QAccessible::Description);
    }
};

} // namespace

class tst_ConsoleWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void welcomesAtTheFirstStart();
    void showsTheMainWindowWhileTheConnectionOpens();
    void usesTheLocalWorkspace();
    void testsAConnection();
    void saysWhatIsWrongBesideItsField_data();
    void saysWhatIsWrongBesideItsField();
    void keepsWhatWasTypedWhenTheTestFails();
    void connectsOnlyAfterASuccessfulTest();
    void saysWhyATokenCannotBeReadAndTriesAgain();
    void asksForATokenWithAllThatIsKnownOfTheServer_data();
    void asksForATokenWithAllThatIsKnownOfTheServer();
    void keepsWhatIsTypedWhileATokenIsAskedFor();
    void welcomeComesAgainFromTheMenu();
    void doesNotCloseWelcomeForAnotherNews();
    void comesForwardFromItsIcon();
    void stacksTheCardsWhereThereIsNoRoom();
    void everyControlOfWelcomeHasANameOfItsOwn();
};

void tst_ConsoleWindows::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_ConsoleWindows::welcomesAtTheFirstStart()
{
    Shown shown;
    shown.world.connection.openLastUsed();
    shown.windows.open();
    QVERIFY(shown.isWelcomeShown());
    QVERIFY(!shown.windows.mainWindow());
    QCOMPARE(shown.welcome()->windowTitle(), QStringLiteral("Welcome"));
    QCOMPARE(shown.field(QStringLiteral("Address"))->text(), QStringLiteral("https://api.apono.io"));
    QCOMPARE(shown.field(QStringLiteral("Token"))->echoMode(), QLineEdit::Password);
}

void tst_ConsoleWindows::showsTheMainWindowWhileTheConnectionOpens()
{
    Shown shown;
    shown.world.connection.openLocal();
    shown.windows.open();
    QVERIFY(shown.isMainShown());
    QVERIFY(!shown.windows.welcomeWindow());
}

void tst_ConsoleWindows::comesForwardFromItsIcon()
{
    Shown shown;
    // Before there is a window nothing comes.
    shown.windows.comeForward({});
    shown.world.connection.openLocal();
    shown.windows.open();
    MainWindow *window = shown.windows.mainWindow();
    window->showMinimized();
    QVERIFY(window->isMinimized());
    shown.windows.comeForward({});
    QVERIFY(!window->isMinimized());
    QVERIFY(QTest::qWaitForWindowActive(window));

    shown.windows.comeForward(QStringLiteral("token-7"));
    QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), QStringLiteral("token-7"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void tst_ConsoleWindows::usesTheLocalWorkspace()
{
    Shown shown;
    shown.windows.open();
    shown.button(QStringLiteral("Use the Local Workspace"))->click();
    QVERIFY(shown.isMainShown());
    QVERIFY(!shown.isWelcomeShown());
    shown.world.workspace.becomeReady();
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
}

void tst_ConsoleWindows::testsAConnection()
{
    Shown shown;
    shown.windows.open();
    shown.field(QStringLiteral("Token"))->setText(QStringLiteral("a token"));
    shown.button(QStringLiteral("Test Connection"))->click();
    QTRY_VERIFY(shown.says(QStringLiteral("Works: signed in as dana with the role Admin.")));
    QVERIFY(shown.isWelcomeShown());
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("a token")));
    QCOMPARE(shown.world.apis.targets().constLast().address, QUrl(QStringLiteral("https://api.apono.io")));
}

void tst_ConsoleWindows::saysWhatIsWrongBesideItsField_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("fails");
    QTest::addColumn<QString>("field");
    const QString good = QStringLiteral("https://api.example.org");
    const QString token = QStringLiteral("a token");
    QTest::newRow("no token") << good << QString() << -1 << QStringLiteral("Token");
    QTest::newRow("no address") << QString() << token << -1 << QStringLiteral("Address");
    QTest::newRow("http elsewhere") << QStringLiteral("http://api.example.org") << token << -1
                                    << QStringLiteral("Address");
    QTest::newRow("refused") << good << token << int(ErrorKind::Unauthorized) << QStringLiteral("Token");
    QTest::newRow("unreachable") << good << token << int(ErrorKind::Unreachable) << QStringLiteral("Address");
}

void tst_ConsoleWindows::saysWhatIsWrongBesideItsField()
{
    QFETCH(QString, address);
    QFETCH(QString, token);
    QFETCH(int, fails);
    QFETCH(QString, field);
    Shown shown;
    shown.windows.open();
    if (fails >= 0)
        shown.world.server.failAlways(Error(static_cast<ErrorKind>(fails)));
    shown.field(QStringLiteral("Address"))->setText(address);
    shown.field(QStringLiteral("Token"))->setText(token);
    shown.button(QStringLiteral("Connect to Apono"))->click();
    QTRY_VERIFY(!shown.description(field).isEmpty());
    QVERIFY(shown.isWelcomeShown());
    QCOMPARE(shown.world.connection.state(), CurrentConnection::State::None);
}

void tst_ConsoleWindows::keepsWhatWasTypedWhenTheTestFails()
{
    Shown shown;
    shown.windows.open();
    shown.world.server.failAlways(Error(ErrorKind::TimedOut));
    shown.field(QStringLiteral("Address"))->setText(QStringLiteral("api.example.org"));
    shown.field(QStringLiteral("Token"))->setText(QStringLiteral("a token"));
    shown.button(QStringLiteral("Test Connection"))->click();
    QTRY_VERIFY(shown.button(QStringLiteral("Test Connection"))->isEnabled());
    QCOMPARE(shown.field(QStringLiteral("Address"))->text(), QStringLiteral("api.example.org"));
    QCOMPARE(shown.field(QStringLiteral("Token"))->text(), QStringLiteral("a token"));
    QVERIFY(shown.says(Error(ErrorKind::TimedOut).sentence()));
    QVERIFY(shown.button(QStringLiteral("Copy Details")));
}

void tst_ConsoleWindows::connectsOnlyAfterASuccessfulTest()
{
    Shown shown;
    shown.windows.open();
    shown.field(QStringLiteral("Address"))->setText(QStringLiteral("https://api.example.org"));
    shown.field(QStringLiteral("Token"))->setText(QStringLiteral("a token"));
    shown.button(QStringLiteral("Connect to Apono"))->click();
    QTRY_VERIFY(shown.isMainShown());
    QVERIFY(!shown.isWelcomeShown());
    QCOMPARE(shown.windows.mainWindow()->windowTitle(), QStringLiteral("Service Accounts — api.example.org"));
    // The keychain has it, and the field no more.
    const SecretText *kept = shown.world.vault.find(VaultEntry::forConnection(QStringLiteral("server")));
    QVERIFY(kept && kept->equals(SecretText::fromUtf8("a token")));
    QVERIFY(shown.field(QStringLiteral("Token"))->text().isEmpty());
}

void tst_ConsoleWindows::saysWhyATokenCannotBeReadAndTriesAgain()
{
    Shown shown;
    const Connection server = shown.world.store.addServer(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.store.setLastUsed(server.key).ok());
    shown.world.vault.failWith(Error(ErrorKind::KeychainLocked));
    shown.world.connection.openLastUsed();
    shown.windows.open();
    QTRY_VERIFY(shown.isWelcomeShown());
    QCOMPARE(shown.field(QStringLiteral("Address"))->text(), QStringLiteral("https://api.example.org"));
    QVERIFY(shown.says(QStringLiteral("The token for api.example.org could not be read")));
    QVERIFY(shown.says(Error(ErrorKind::KeychainLocked).sentence()));
    shown.world.vault.failWith({});
    shown.world.vault.put(VaultEntry::forConnection(QStringLiteral("server")), "a token");
    shown.button(QStringLiteral("Retry"))->click();
    QTRY_VERIFY(!shown.isWelcomeShown());
    QVERIFY(shown.isMainShown());
    QCOMPARE(shown.world.connection.state(), CurrentConnection::State::Open);
}

void tst_ConsoleWindows::asksForATokenWithAllThatIsKnownOfTheServer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("as it stands") << QString() << true;
    QTest::newRow("the same, written otherwise") << QStringLiteral("https://api.example.org:443/") << true;
    QTest::newRow("another server") << QStringLiteral("https://other.example.org") << false;
}

void tst_ConsoleWindows::asksForATokenWithAllThatIsKnownOfTheServer()
{
    QFETCH(QString, typed);
    QFETCH(bool, isKnown);
    Shown shown;
    Connection server = shown.world.store.addServer(QStringLiteral("https://api.example.org"));
    server.target.resourcePath = QStringLiteral("/v2/robots");
    server.target.dateStyle = DateStyle::Seconds;
    server.target.proxy = QStringLiteral("http://proxy.example.org:3128");
    server.target.authorityFile = QStringLiteral("/etc/ssl/our-own.pem");
    QVERIFY(shown.world.store.update(server).ok());
    shown.world.vault.failWith(Error(ErrorKind::KeychainEntryMissing));
    shown.world.connection.open(server.key);
    shown.windows.open();
    QTRY_VERIFY(shown.isWelcomeShown());
    if (!typed.isEmpty())
        shown.field(QStringLiteral("Address"))->setText(typed);
    shown.field(QStringLiteral("Token"))->setText(QStringLiteral("a token"));
    shown.button(QStringLiteral("Test Connection"))->click();
    QTRY_VERIFY(shown.says(QStringLiteral("Works: signed in as")));
    ApiTarget tested = shown.world.apis.targets().constLast();
    tested.address = server.target.address;
    QCOMPARE(tested == server.target, isKnown);
}

void tst_ConsoleWindows::keepsWhatIsTypedWhileATokenIsAskedFor()
{
    Shown shown;
    const Connection server = shown.world.store.addServer(QStringLiteral("https://api.example.org"));
    shown.world.vault.failWith(Error(ErrorKind::KeychainLocked));
    shown.world.connection.open(server.key);
    shown.windows.open();
    QTRY_VERIFY(shown.isWelcomeShown());
    QLineEdit *address = shown.field(QStringLiteral("Address"));
    const QString typed = QStringLiteral("https://other.example.org");
    address->setFocus();
    address->setText(typed);
    Q_EMIT shown.world.connection.changed();
    QCOMPARE(address->text(), typed);
    QCOMPARE(shown.welcome()->focusWidget(), address);
    // Another connection's token is asked for with its own address.
    const Connection other = shown.world.store.addServer(QStringLiteral("https://third.example.org"));
    shown.world.connection.open(other.key);
    QTRY_COMPARE(address->text(), QStringLiteral("https://third.example.org"));
}

void tst_ConsoleWindows::welcomeComesAgainFromTheMenu()
{
    Shown shown;
    shown.world.connection.openLocal();
    shown.windows.open();
    Q_EMIT shown.windows.mainWindow()->welcomeRequested();
    QVERIFY(shown.isWelcomeShown());
    QVERIFY(shown.isMainShown());
}

void tst_ConsoleWindows::doesNotCloseWelcomeForAnotherNews()
{
    Shown shown;
    shown.world.openLocalWithoutList();
    shown.windows.open();
    Q_EMIT shown.windows.mainWindow()->welcomeRequested();
    // The connection says that it changed, and is as open as before.
    Q_EMIT shown.world.connection.changed();
    QVERIFY(shown.isWelcomeShown());
}

void tst_ConsoleWindows::stacksTheCardsWhereThereIsNoRoom()
{
    Shown shown;
    shown.windows.open();
    auto *cards = shown.welcome()->findChild<CardPair *>();
    QVERIFY(!cards->isStacked());
    shown.welcome()->resize(640, 400);
    QCOMPARE(shown.welcome()->size(), QSize(640, 400));
    QTRY_VERIFY(cards->isStacked());
}

void tst_ConsoleWindows::everyControlOfWelcomeHasANameOfItsOwn()
{
    Shown shown;
    shown.windows.open();
    QVERIFY(AccessibleWalk::controls(shown.welcome()).size() >= 5);
    QCOMPARE(AccessibleWalk::unclear(shown.welcome()), QStringList());
}

QTEST_MAIN(tst_ConsoleWindows)
#include "tst_consolewindows.moc"
