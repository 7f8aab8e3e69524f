#include "models/connections/connectionsdocument.h"
#include "tests/ui/dialogs/controls.h"
#include "tests/ui/pages/accessiblewalk.h"
#include "tests/ui/pages/consolefixture.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/connectionstransfer.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/tokenedit.h"
#include "ui/widgets/valuefield.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// The dialog over "Production", which is open, "Staging" and the local workspace.
struct Shown
{
    ConsoleFixture world;
    QWidget window;
    QPointer<ConnectionsDialog> dialog;

    explicit Shown(bool hasKeychain = true)
    {
        if (!hasKeychain)
            world.vault.failWith(Error(ErrorKind::KeychainMissing));
        add(QStringLiteral("Production"), QStringLiteral("https://api.example.org"));
        add(QStringLiteral("Staging"), QStringLiteral("https://staging.example.org"));
        world.connection.open(keyOf(QStringLiteral("Production")));
        if (!QTest::qWaitFor([this] { return world.connection.api() != nullptr; }))
            qFatal("the connection does not open");
        world.list.setApi(world.connection.api());
        world.list.refresh();
        if (!QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; }))
            qFatal("the list is not read");
        window.resize(1000, 800);
        window.show();
        dialog = new ConnectionsDialog(world.parts, &window);
        dialog->open();
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("the dialog does not become active");
    }

    void add(const QString &name, const QString &address)
    {
        Connection server;
        server.kind = Connection::Kind::Server;
        server.name = name;
        server.target.address = QUrl(address);
        if (!world.connection.add(server, SecretText::fromUtf8("token of " + name.toUtf8())))
            qFatal("a connection is not kept");
        QTest::qWait(0);
    }

    QString keyOf(const QString &name) { return world.connection.keyOf(name); }
    Connection kept(const QString &name) { return world.connection.find(keyOf(name)).value(); }
    QListView *list() { return Controls::get<QListView>(dialog, QStringLiteral("Connections")); }
    QString row(int at) { return list()->model()->index(at, 0).data().toString(); }
    void choose(const QString &beginning)
    {
        for (int at = 0; at < list()->model()->rowCount(); ++at) {
            if (row(at).startsWith(beginning + u','))
                list()->setCurrentIndex(list()->model()->index(at, 0));
        }
    }
    QLineEdit *edit(const QString &name) { return Controls::get<QLineEdit>(dialog, name); }
    TokenEdit *token() { return Controls::get<TokenEdit>(dialog, QStringLiteral("Token")); }
    void press(const QString &button) { Controls::press(dialog, button); }
    bool says(const QString &text) { return Controls::says(dialog, text); }
    void openAdvanced()
    {
        if (!Controls::find(dialog, QStringLiteral("Resource path")))
            press(QStringLiteral("Advanced"));
    }
    void pick(const QString &dropDown, const QString &choice)
    {
        for (QAction *action : Controls::get<DropDownButton>(dialog, dropDown)->choices()->actions()) {
            if (action->text() == choice)
                action->trigger();
        }
    }
};

QString saved(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(QStringLiteral("from-a-colleague.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file of this test cannot be written");
    return path;
}

} // namespace

class tst_ConnectionsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWithTheOpenConnection();
    void keepsWhatWasTypedWhileAnotherOneIsChosen();
    void savesAllChangesTogether();
    void addsAConnectionWithItsToken();
    void leadsToTheFirstFieldThatIsWrongAndSavesNothing();
    void testsWhatIsTypedBeforeItIsSaved();
    void testsWithTheTokenThatIsKept();
    void saysBesideTheFieldWhatATestFoundWrong();
    void asksForATokenWhenTheServerBecomesAnother();
    void tellsWhereTheTokenIs();
    void replacesTheToken();
    void removesAfterAQuestion();
    void doesNotRemoveWhatIsOpen();
    void asksBeforeChangesAreDiscarded();
    void offersOnlyThePolicyOfTheLocalWorkspace();
    void saysWhatAnImportTookAndWhatNot();
    void exportsNoToken();
    void staysUsableInASmallWindow();
    void everyControlHasANameOfItsOwn();
};

void tst_ConnectionsDialog::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_ConnectionsDialog::beginsWithTheOpenConnection()
{
    Shown shown;
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Production"));
    QCOMPARE(shown.row(0), QStringLiteral("Local, on this computer"));
    QCOMPARE(shown.row(1), QStringLiteral("Production, api.example.org, connected"));
    QCOMPARE(shown.row(2), QStringLiteral("Staging, staging.example.org"));
    shown.world.server.failAlways(Error(ErrorKind::Unreachable));
    shown.world.list.refresh();
    QTRY_COMPARE(shown.row(1), QStringLiteral("Production, does not answer"));
}

void tst_ConnectionsDialog::keepsWhatWasTypedWhileAnotherOneIsChosen()
{
    Shown shown;
    shown.press(QStringLiteral("Replace…"));
    shown.token()->setText(QStringLiteral("another token"));
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Prod"));
    QVERIFY(shown.says(QStringLiteral("Unsaved changes in Production")));
    shown.choose(QStringLiteral("Staging"));
    shown.edit(QStringLiteral("Address"))->setText(QStringLiteral("not an address"));
    shown.choose(QStringLiteral("Prod"));
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Prod"));
    QCOMPARE(shown.edit(QStringLiteral("Token"))->text(), QStringLiteral("A new one, not saved yet"));
    shown.choose(QStringLiteral("Staging"));
    QCOMPARE(shown.edit(QStringLiteral("Address"))->text(), QStringLiteral("not an address"));
    QVERIFY(shown.says(QStringLiteral("Unsaved changes in 2 connections")));
}

void tst_ConnectionsDialog::savesAllChangesTogether()
{
    Shown shown;
    const QString key = shown.keyOf(QStringLiteral("Production"));
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Prod"));
    shown.openAdvanced();
    shown.pick(QStringLiteral("Longest lifetime"), QStringLiteral("90 days"));
    Controls::get<QCheckBox>(shown.dialog, QStringLiteral("Unlimited allowed"))->setChecked(false);
    shown.choose(QStringLiteral("Staging"));
    shown.openAdvanced();
    shown.edit(QStringLiteral("Resource path"))->setText(QStringLiteral("/api/admin/v4/service-accounts"));
    shown.pick(QStringLiteral("Dates are written as"), QStringLiteral("Seconds since 1970 (1798105320)"));
    shown.edit(QStringLiteral("Proxy"))->setText(QStringLiteral("proxy.example:3128"));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);

    QCOMPARE(shown.kept(QStringLiteral("Prod")).key, key);
    QCOMPARE(shown.kept(QStringLiteral("Prod")).policy.longestLifetimeDays, 90);
    QVERIFY(!shown.kept(QStringLiteral("Prod")).policy.unlimitedAllowed);
    QCOMPARE(shown.world.connection.connection()->name, QStringLiteral("Prod"));
    const ApiTarget staging = shown.kept(QStringLiteral("Staging")).target;
    QCOMPARE(staging.resourcePath, QStringLiteral("/api/admin/v4/service-accounts"));
    QCOMPARE(staging.dateStyle, DateStyle::Seconds);
    QCOMPARE(staging.proxy, QStringLiteral("http://proxy.example:3128"));
}

void tst_ConnectionsDialog::addsAConnectionWithItsToken()
{
    Shown shown;
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

void tst_ConnectionsDialog::leadsToTheFirstFieldThatIsWrongAndSavesNothing()
{
    Shown shown;
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Prod"));
    shown.choose(QStringLiteral("Staging"));
    shown.openAdvanced();
    shown.edit(QStringLiteral("Proxy"))->setText(QStringLiteral("ftp://proxy.example:21"));
    shown.choose(QStringLiteral("Prod"));
    shown.press(QStringLiteral("Save"));
    QVERIFY(shown.dialog && shown.dialog->isVisible());
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Staging"));
    auto *proxy = shown.edit(QStringLiteral("Proxy"));
    QCOMPARE(QApplication::focusWidget(), proxy);
    QCOMPARE(proxy->text(), QStringLiteral("ftp://proxy.example:21"));
    QVERIFY(!Controls::description(proxy).isEmpty());
    QCOMPARE(shown.row(2), QStringLiteral("Staging, needs a change"));
    QVERIFY(!shown.keyOf(QStringLiteral("Production")).isEmpty());
    // It goes as soon as it is right.
    proxy->clear();
    QCOMPARE(Controls::description(proxy), QStringLiteral("As the system has it"));
}

void tst_ConnectionsDialog::testsWhatIsTypedBeforeItIsSaved()
{
    Shown shown;
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

void tst_ConnectionsDialog::testsWithTheTokenThatIsKept()
{
    Shown shown;
    shown.choose(QStringLiteral("Staging"));
    shown.press(QStringLiteral("Test Connection"));
    QTRY_COMPARE(shown.row(2), QStringLiteral("Staging, works"));
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("token of Staging")));
}

void tst_ConnectionsDialog::saysBesideTheFieldWhatATestFoundWrong()
{
    Shown shown;
    shown.choose(QStringLiteral("Staging"));
    Error error(ErrorKind::Unreachable);
    error.host = QStringLiteral("staging.example.org");
    shown.world.server.failNext(MemoryAdminApi::Verb::Session, error);
    shown.press(QStringLiteral("Test Connection"));
    auto *address = shown.edit(QStringLiteral("Address"));
    QTRY_COMPARE(Controls::description(address), error.sentence());
    QCOMPARE(shown.row(2), QStringLiteral("Staging, does not answer"));
}

void tst_ConnectionsDialog::asksForATokenWhenTheServerBecomesAnother()
{
    Shown shown;
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

void tst_ConnectionsDialog::tellsWhereTheTokenIs()
{
    Shown shown;
    QCOMPARE(shown.edit(QStringLiteral("Token"))->text(),
             QStringLiteral("In the keychain, saved 24 Nov 2026"));
    Shown without(false);
    QCOMPARE(without.edit(QStringLiteral("Token"))->text(), QStringLiteral("Kept in memory for this run"));
}

void tst_ConnectionsDialog::replacesTheToken()
{
    Shown shown;
    QSignalSpy reconnected(&shown.world.connection, &CurrentConnection::reconnected);
    shown.press(QStringLiteral("Replace…"));
    QCOMPARE(QApplication::focusWidget(), shown.token());
    shown.token()->setText(QStringLiteral("another token"));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(reconnected.size(), 1);
    QVERIFY(shown.world.apis.lastCredential().equals(SecretText::fromUtf8("another token")));
}

void tst_ConnectionsDialog::removesAfterAQuestion()
{
    Shown shown;
    const auto entry = VaultEntry::forConnection(shown.keyOf(QStringLiteral("Staging")));
    shown.choose(QStringLiteral("Staging"));
    shown.press(QStringLiteral("Remove"));
    QWidget *question = Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection"));
    QVERIFY(question);
    QVERIFY(Controls::says(question, QStringLiteral("Remove Staging?")));
    Controls::press(question, QStringLiteral("Keep Connection"));
    QVERIFY(!shown.keyOf(QStringLiteral("Staging")).isEmpty());

    shown.press(QStringLiteral("Remove"));
    Controls::press(Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection")),
                    QStringLiteral("Remove Connection"));
    QVERIFY(shown.keyOf(QStringLiteral("Staging")).isEmpty());
    QTRY_VERIFY(!shown.world.vault.has(entry));
    QCOMPARE(shown.list()->model()->rowCount(), 2);
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Production"));
}

void tst_ConnectionsDialog::doesNotRemoveWhatIsOpen()
{
    Shown shown;
    shown.press(QStringLiteral("Remove"));
    QVERIFY(!Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection")));
    QVERIFY2(shown.says(QStringLiteral(
                 "Production is open. Open another connection first, then it can be removed.")),
             qPrintable(Controls::texts(shown.dialog).join(u'\n')));
}

void tst_ConnectionsDialog::asksBeforeChangesAreDiscarded()
{
    Shown shown;
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Prod"));
    QTest::keyClick(shown.dialog, Qt::Key_Escape);
    QWidget *question = Controls::questionWith(shown.dialog, QStringLiteral("Continue Editing"));
    QVERIFY(question);
    Controls::press(question, QStringLiteral("Continue Editing"));
    QVERIFY(shown.dialog->isVisible());
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Prod"));
    shown.press(QStringLiteral("Cancel"));
    Controls::press(Controls::questionWith(shown.dialog, QStringLiteral("Continue Editing")),
                    QStringLiteral("Discard"));
    QTRY_VERIFY(!shown.dialog);
    QVERIFY(!shown.keyOf(QStringLiteral("Production")).isEmpty());
}

void tst_ConnectionsDialog::offersOnlyThePolicyOfTheLocalWorkspace()
{
    Shown shown;
    shown.choose(QStringLiteral("Local"));
    for (const char *field : {"Name", "Address", "Token", "Test Connection", "Resource path", "Proxy"})
        QVERIFY2(!Controls::find(shown.dialog, QString::fromLatin1(field)), field);
    QVERIFY(shown.edit(QStringLiteral("Data folder"))->isReadOnly());
    shown.pick(QStringLiteral("Longest lifetime"), QStringLiteral("30 days"));
    shown.press(QStringLiteral("Save"));
    QTRY_VERIFY(!shown.dialog);
    QCOMPARE(shown.world.store.local().policy.longestLifetimeDays, 30);
}

void tst_ConnectionsDialog::saysWhatAnImportTookAndWhatNot()
{
    Shown shown;
    QTemporaryDir folder;
    QList<Connection> servers(2);
    for (Connection &server : servers)
        server.kind = Connection::Kind::Server;
    servers[0].name = QStringLiteral("Customer");
    servers[0].target.address = QUrl(QStringLiteral("https://customer.example"));
    servers[1].name = QStringLiteral("Staging");
    servers[1].target.address = QUrl(QStringLiteral("https://staging.example.org"));
    shown.edit(QStringLiteral("Name"))->setText(QStringLiteral("Prod"));
    auto *transfer = shown.dialog->findChild<ConnectionsTransfer *>();
    transfer->importFrom(saved(folder, ConnectionsDocument::write(servers)));
    const QString all = Controls::texts(shown.dialog).join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("1 connection imported from from-a-colleague.json")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Customer was added.")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Staging is there already and was skipped.")), qPrintable(all));
    QCOMPARE(shown.row(3), QStringLiteral("Customer, customer.example"));
    // What was typed before is still there.
    QCOMPARE(shown.edit(QStringLiteral("Name"))->text(), QStringLiteral("Prod"));

    transfer->importFrom(saved(folder, "no document"));
    QVERIFY(shown.says(QStringLiteral("from-a-colleague.json was not imported")));
}

void tst_ConnectionsDialog::exportsNoToken()
{
    Shown shown;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("connections.json"));
    shown.dialog->findChild<ConnectionsTransfer *>()->exportTo(path);
    QVERIFY(shown.says(QStringLiteral("The connections were exported to connections.json")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("staging.example.org"));
    QVERIFY(!text.contains("token of"));
}

void tst_ConnectionsDialog::staysUsableInASmallWindow()
{
    Shown shown;
    shown.openAdvanced();
    shown.dialog->resize(640, 400);
    QTRY_COMPARE(shown.dialog->size(), QSize(640, 400));
    auto *saveButton = Controls::get<Button>(shown.dialog, QStringLiteral("Save"));
    QVERIFY(
        shown.dialog->rect().contains(QRect(saveButton->mapTo(shown.dialog, QPoint()), saveButton->size())));
    // By the keyboard one comes to a field that was scrolled away.
    auto *box = Controls::get<QCheckBox>(shown.dialog, QStringLiteral("Unlimited allowed"));
    auto *scroll = shown.dialog->findChild<QScrollArea *>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    scroll->ensureWidgetVisible(box);
    QVERIFY(!box->visibleRegion().isEmpty());
}

void tst_ConnectionsDialog::everyControlHasANameOfItsOwn()
{
    Shown shown;
    shown.openAdvanced();
    QCOMPARE(AccessibleWalk::unclear(shown.dialog), QStringList());
    QCOMPARE(Controls::repeatedNames(shown.dialog), QStringList());
}

QTEST_MAIN(tst_ConnectionsDialog)
#include "tst_connectionsdialog.moc"
