#include "models/connections/connectionsdocument.h"
#include "tests/ui/connections/shownconnections.h"
#include "tests/ui/support/accessiblewalk.h"
#include "ui/connections/connectionstransfer.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

namespace {

QString saved(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(QStringLiteral("from-a-colleague.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file of this test cannot be written");
    return path;
}

NewServiceAccount ciDeploy()
{
    return {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
            {},
            Expiration::unlimited(),
            *RoleSet::of({Role::Viewer})};
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
    void leadsToTheFirstFieldThatIsWrongAndSavesNothing();
    void savesNoCertificateFileThatCannotBeRead();
    void removesAfterAQuestion();
    void doesNotRemoveWhatIsOpen();
    void doesNotRemoveWhereACreationIsUnderWay();
    void saysWhatCannotBeFoundOutOnceItIsRemoved();
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
    ShownConnections shown;
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
    ShownConnections shown;
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
    ShownConnections shown;
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

void tst_ConnectionsDialog::leadsToTheFirstFieldThatIsWrongAndSavesNothing()
{
    ShownConnections shown;
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

void tst_ConnectionsDialog::savesNoCertificateFileThatCannotBeRead()
{
    ShownConnections shown;
    shown.openAdvanced();
    auto *file = shown.edit(QStringLiteral("Certificate authority file"));
    file->setText(QStringLiteral("/nowhere/corp.pem"));
    shown.press(QStringLiteral("Save"));
    QVERIFY(shown.dialog && shown.dialog->isVisible());
    QCOMPARE(QApplication::focusWidget(), file);
    QVERIFY(Controls::description(file).startsWith(QStringLiteral("There is no file at this path")));
    QVERIFY(shown.kept(QStringLiteral("Production")).target.authorityFile.isEmpty());
}

void tst_ConnectionsDialog::removesAfterAQuestion()
{
    ShownConnections shown;
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
    ShownConnections shown;
    shown.press(QStringLiteral("Remove"));
    QVERIFY(!Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection")));
    QVERIFY2(shown.says(QStringLiteral(
                 "Production is open. Open another connection first, then it can be removed.")),
             qPrintable(Controls::texts(shown.dialog).join(u'\n')));
}

void tst_ConnectionsDialog::doesNotRemoveWhereACreationIsUnderWay()
{
    ShownConnections shown;
    const QString key = shown.keyOf(QStringLiteral("Staging"));
    TokenCreation *creation = shown.world.creations.start(shown.world.connection.api(), key, ciDeploy());
    shown.world.creations.letGo(creation);
    shown.choose(QStringLiteral("Staging"));
    QTRY_VERIFY(!creation->token().isEmpty());
    shown.press(QStringLiteral("Remove"));
    QVERIFY(!Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection")));
    QVERIFY(
        shown.says(QStringLiteral("The creation of ci_deploy on Staging has not ended. Open that connection "
                                  "and see it through, then it can be removed.")));
    creation->confirm();
    shown.press(QStringLiteral("Remove"));
    QVERIFY(Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection")));
}

void tst_ConnectionsDialog::saysWhatCannotBeFoundOutOnceItIsRemoved()
{
    ShownConnections shown;
    QVERIFY(shown.world.journal
                .keep({.idempotencyKey = QStringLiteral("earlier"),
                       .connectionKey = shown.keyOf(QStringLiteral("Staging")),
                       .request = ciDeploy(),
                       .begunAt = shown.world.clock.now()})
                .ok());
    shown.choose(QStringLiteral("Staging"));
    shown.press(QStringLiteral("Remove"));
    const QWidget *question = Controls::questionWith(shown.dialog, QStringLiteral("Keep Connection"));
    QVERIFY(question);
    const QString text = Controls::texts(question).join(u' ');
    QVERIFY2(text.contains(QStringLiteral("The creation of ci_deploy was cut short there, and without this "
                                          "connection it cannot be found out what became of it.")),
             qPrintable(text));
}

void tst_ConnectionsDialog::asksBeforeChangesAreDiscarded()
{
    ShownConnections shown;
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
    ShownConnections shown;
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
    ShownConnections shown;
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
    ShownConnections shown;
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
    ShownConnections shown;
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
    ShownConnections shown;
    shown.openAdvanced();
    QCOMPARE(AccessibleWalk::unclear(shown.dialog), QStringList());
    QCOMPARE(Controls::repeatedNames(shown.dialog), QStringList());
}

QTEST_MAIN(tst_ConnectionsDialog)
#include "tst_connectionsdialog.moc"
