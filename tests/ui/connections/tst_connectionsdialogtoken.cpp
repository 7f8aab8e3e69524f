#include "tests/ui/connections/shownconnections.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QSignalSpy>

/// "Connections": the token of a connection, and what a test with it finds.
class tst_ConnectionsDialogToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addsAConnectionWithItsToken();
    void testsWhatIsTypedBeforeItIsSaved();
    void testsWithTheTokenThatIsKept();
    void saysBesideTheFieldWhatATestFoundWrong();
    void asksForATokenWhenTheServerBecomesAnother();
    void tellsWhereTheTokenIs();
    void tabComesToItAndThenToReplace();
    void replacesTheToken();
};

void tst_ConnectionsDialogToken::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_ConnectionsDialogToken::addsAConnectionWithItsToken()
{
    ShownConnections shown;
    shown.press(QStringLiteral("Add"));
    QCOMPARE(QApplication::focusWidget(), shown.edit(QStringLiteral("Name")));
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Customer"));
    shown.edit(QStringLiteral("Address"))->setText(QStringLiteral("customer.example"));
    shown.token()->setText(QStringLiteral(" token of the customer "));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);
    const Connection customer = shown.kept(QStringLiteral("Customer"));
    QCOMPARE(customer.target.address, QUrl(QStringLiteral("https://customer.example")));
    const auto entry = VaultEntry::forConnection(customer.key);
    QTRY_VERIFY(shown.world.vault.find(entry));
    QVERIFY(shown.world.vault.find(entry)->equals(SecretText::fromUtf8("token of the customer")));
    // Adding one opens none.
    QCOMPARE(shown.world.connection.connection()->name, QStringLiteral("Production"));
}

void tst_ConnectionsDialogToken::testsWhatIsTypedBeforeItIsSaved()
{
    ShownConnections shown;
    Session session;
    session.userName = QStringLiteral("ci_admin");
    session.roles = {QStringLiteral("Admin")};
    shown.world.server.setSession(session);
    shown.openAdvanced();
    shown.edit(QStringLiteral("Resource path"))->setText(QStringLiteral("/other"));
    shown.press(QStringLiteral("Replace…"));
    shown.token()->setText(QStringLiteral("another token"));
    shown.press(QStringLiteral("Test Connection"));
    QTRY_VERIFY(shown.says(QStringLiteral("Works: signed in as ci_admin with the role Admin.")));
    QCOMPARE(shown.world.apis.targets().constLast().resourcePath, QStringLiteral("/other"));
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("another token")));
    QCOMPARE(shown.kept(QStringLiteral("Production")).target.resourcePath, ApiTarget::defaultResourcePath());
    // What was found does not hold for what is typed next.
    shown.edit(QStringLiteral("Resource path"))->setText(QStringLiteral("/third"));
    QVERIFY(!shown.says(QStringLiteral("Works: signed in as ci_admin with the role Admin.")));
}

void tst_ConnectionsDialogToken::testsWithTheTokenThatIsKept()
{
    ShownConnections shown;
    shown.choose(QStringLiteral("Staging"));
    shown.press(QStringLiteral("Test Connection"));
    QTRY_COMPARE(shown.row(2), QStringLiteral("Staging, works"));
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("token of Staging")));
}

void tst_ConnectionsDialogToken::saysBesideTheFieldWhatATestFoundWrong()
{
    ShownConnections shown;
    shown.choose(QStringLiteral("Staging"));
    Error error(ErrorKind::Unreachable);
    error.host = QStringLiteral("staging.example.org");
    shown.world.server.failNext(MemoryAdminApi::Verb::Session, error);
    shown.press(QStringLiteral("Test Connection"));
    auto *address = shown.edit(QStringLiteral("Address"));
    QTRY_COMPARE(Controls::description(address), error.sentence());
    QCOMPARE(shown.row(2), QStringLiteral("Staging, does not answer"));
    QVERIFY(Controls::find(shown.dialog, QStringLiteral("Copy Details")));
    address->setText(QStringLiteral("https://elsewhere.example"));
    QVERIFY(!Controls::find(shown.dialog, QStringLiteral("Copy Details")));
}

void tst_ConnectionsDialogToken::asksForATokenWhenTheServerBecomesAnother()
{
    ShownConnections shown;
    shown.edit(QStringLiteral("Address"))->setText(QStringLiteral("https://elsewhere.example"));
    shown.press(QStringLiteral("Save"));
    QVERIFY(shown.dialog && shown.dialog->isVisible());
    QCOMPARE(shown.kept(QStringLiteral("Production")).target.address.host(),
             QStringLiteral("api.example.org"));
    QCOMPARE(QApplication::focusWidget(), shown.token());
    shown.token()->setText(QStringLiteral("token for elsewhere"));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);
    QTRY_COMPARE(shown.world.apis.targets().constLast().address.host(), QStringLiteral("elsewhere.example"));
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("token for elsewhere")));
}

void tst_ConnectionsDialogToken::tellsWhereTheTokenIs()
{
    ShownConnections shown;
    QCOMPARE(shown.edit(QStringLiteral("Token"))->text(),
             QStringLiteral("In the keychain, saved 24 Nov 2026"));
    ShownConnections without(false);
    QCOMPARE(without.edit(QStringLiteral("Token"))->text(), QStringLiteral("Kept in memory for this run"));
}

void tst_ConnectionsDialogToken::tabComesToItAndThenToReplace()
{
    ShownConnections shown;
    shown.edit(QStringLiteral("Address"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), shown.edit(QStringLiteral("Token")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(Controls::name(QApplication::focusWidget()), QStringLiteral("Replace…"));
}

void tst_ConnectionsDialogToken::replacesTheToken()
{
    ShownConnections shown;
    QSignalSpy reconnected(&shown.world.connection, &CurrentConnection::reconnected);
    shown.press(QStringLiteral("Replace…"));
    QCOMPARE(QApplication::focusWidget(), shown.token());
    shown.token()->setText(QStringLiteral("another token"));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(reconnected.size(), 1);
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("another token")));
}

QTEST_MAIN(tst_ConnectionsDialogToken)
#include "tst_connectionsdialogtoken.moc"
