#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/usetokendialog.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenedit.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    QWidget window;
    QPointer<UseTokenDialog> dialog;

    Shown()
    {
        Session session;
        session.userName = QStringLiteral("report_reader");
        session.roles = {QStringLiteral("Viewer")};
        world.server.setSession(session);
        world.connection.open(world.addServer().key);
        if (!QTest::qWaitFor([this] { return world.connection.session().has_value(); }))
            qFatal("nobody says who we are");
        window.resize(1000, 800);
        window.show();
        dialog = new UseTokenDialog(world.connection, world.apis, &window);
        dialog->open();
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("the dialog does not become active");
    }

    TokenEdit *token() { return Controls::get<TokenEdit>(dialog, QStringLiteral("Token")); }
    void use() { Controls::press(dialog, QStringLiteral("Use Token")); }
};

} // namespace

class tst_UseTokenDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhoOneIsSignedInAs();
    void wantsAToken();
    void signsInWithATokenThatWorks();
    void saysWhyATokenDoesNotWorkAndKeepsIt();
    void givesNoTokenToAnotherConnection();
};

void tst_UseTokenDialog::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_UseTokenDialog::saysWhoOneIsSignedInAs()
{
    Shown shown;
    QVERIFY(Controls::says(
        shown.dialog, QStringLiteral("This connection signs in as report_reader with the role Viewer.")));
    QCOMPARE(QApplication::focusWidget(), shown.token());
    QCOMPARE(shown.token()->echoMode(), QLineEdit::Password);
}

void tst_UseTokenDialog::wantsAToken()
{
    Shown shown;
    const int calls = shown.world.server.calls(MemoryAdminApi::Verb::Session);
    shown.token()->setText(QStringLiteral("  "));
    shown.use();
    QCOMPARE(Controls::description(shown.token()),
             QStringLiteral("A token is needed: enter one with the role Admin."));
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::Session), calls);
    QVERIFY(!Controls::find(shown.dialog, QStringLiteral("Copy Details")));
}

void tst_UseTokenDialog::signsInWithATokenThatWorks()
{
    Shown shown;
    QSignalSpy used(shown.dialog, &UseTokenDialog::used);
    QSignalSpy reconnected(&shown.world.connection, &CurrentConnection::reconnected);
    shown.token()->setText(QStringLiteral("another token"));
    QTest::keyClick(shown.token(), Qt::Key_Return);
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(used.size(), 1);
    QCOMPARE(reconnected.size(), 1);
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("another token")));
    const auto entry = VaultEntry::forConnection(shown.world.connection.connection()->key);
    QTRY_VERIFY(shown.world.vault.find(entry)->equals(SecretText::fromUtf8("another token")));
}

void tst_UseTokenDialog::saysWhyATokenDoesNotWorkAndKeepsIt()
{
    Shown shown;
    QSignalSpy reconnected(&shown.world.connection, &CurrentConnection::reconnected);
    Error error(ErrorKind::Unauthorized);
    error.host = QStringLiteral("api.example.org");
    shown.world.server.failNext(MemoryAdminApi::Verb::Session, error);
    shown.token()->setText(QStringLiteral("a wrong token"));
    shown.use();
    QTRY_COMPARE(Controls::description(shown.token()), error.sentence());
    QCOMPARE(shown.token()->text(), QStringLiteral("a wrong token"));
    QVERIFY(!shown.token()->isReadOnly());
    Controls::press(shown.dialog, QStringLiteral("Copy Details"));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(error.details() + u'\n'));
    QCOMPARE(reconnected.size(), 0);
    const auto entry = VaultEntry::forConnection(shown.world.connection.connection()->key);
    QVERIFY(shown.world.vault.find(entry)->equals(SecretText::fromUtf8("old token")));
}

void tst_UseTokenDialog::givesNoTokenToAnotherConnection()
{
    Shown shown;
    shown.token()->setText(QStringLiteral("another token"));
    shown.world.openLocalWithoutList();
    const int calls = shown.world.server.calls(MemoryAdminApi::Verb::Session);
    shown.use();
    QVERIFY(Controls::description(shown.token())
                .startsWith(QStringLiteral("Another connection was opened meanwhile.")));
    QTest::qWait(0);
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::Session), calls);
}

QTEST_MAIN(tst_UseTokenDialog)
#include "tst_usetokendialog.moc"
