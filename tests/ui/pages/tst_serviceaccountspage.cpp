#include "tests/ui/pages/shownpage.h"
#include "tests/ui/support/accessiblewalk.h"
#include "ui/pages/accountdialogs.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/strip.h"

#include <QApplication>
#include <QTest>

namespace {

ServiceAccount account(const ConsoleFixture &world, const QString &name, int endsInDays)
{
    ServiceAccount result;
    result.id = QStringLiteral("id_") + name;
    result.name = name;
    result.roles = {AccountRole(Role::Admin)};
    result.creationDate = world.clock.now().addDays(-10);
    result.expiryDate = world.clock.now().addDays(endsInDays);
    return result;
}

} // namespace

class tst_ServiceAccountsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsThatThereAreNoAccountsYet();
    void showsProgressWhileItLoads();
    void showsRowsAsTheyCome();
    void saysThatNothingMatchesAndClearsTheFilters();
    void countsWhatSearchAndRoleLeave();
    void pillsAndStatusAreOneSetting();
    void takesSeveralRoles();
    void keepsTheSelectionWhileOneTypes();
    void showsANewAccountInSpiteOfTheFilter();
    void forgetsTheRowsOfAnotherConnection();
    void readsTheListAgainWhenTheWorkspaceCameBack();
    void keepsADialogOpenWhileTheWorkspaceComesBack();
    void marksWhatIsSavedInTheKeychain();
    void everyControlHasANameOfItsOwn_data();
    void everyControlHasANameOfItsOwn();
};

void tst_ServiceAccountsPage::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_ServiceAccountsPage::showsThatThereAreNoAccountsYet()
{
    ShownPage shown;
    shown.world.openLocal();
    QVERIFY(shown.says(QStringLiteral("No service accounts yet")));
    QVERIFY(!shown.table()->isVisible());
    Button *create = shown.button(QStringLiteral("Create Service Account"));
    QVERIFY(create);
    create->click();
    QVERIFY(shown.dialog());
}

void tst_ServiceAccountsPage::showsProgressWhileItLoads()
{
    ShownPage shown;
    QVERIFY(!shown.page.canCreate());
    QVERIFY(!shown.button(QStringLiteral("New Service Account"))->isEnabled());
    shown.world.server.hold(MemoryAdminApi::Verb::List);
    shown.world.connection.openLocal();
    shown.world.workspace.becomeReady();
    const auto *line = shown.page.findChild<ProgressLine *>();
    QVERIFY(line->isRunning());
    QVERIFY(shown.button(QStringLiteral("New Service Account"))->isEnabled());
    shown.world.server.release();
    QVERIFY(!line->isRunning());
}

void tst_ServiceAccountsPage::showsRowsAsTheyCome()
{
    ShownPage shown;
    shown.world.server.fill(150);
    shown.world.server.hold(MemoryAdminApi::Verb::List);
    shown.world.connection.openLocal();
    shown.world.workspace.becomeReady();
    shown.world.server.release();
    QCOMPARE(shown.table()->model()->rowCount(), 100);
    QCOMPARE(shown.world.list.state(), AccountList::State::Loading);
    QTRY_COMPARE(shown.table()->model()->rowCount(), 150);
}

void tst_ServiceAccountsPage::saysThatNothingMatchesAndClearsTheFilters()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.search()->setText(QStringLiteral("prodx"));
    QVERIFY(shown.says(QStringLiteral("Nothing matches “prodx”")));
    QVERIFY(!shown.table()->isVisible());
    shown.button(QStringLiteral("Clear Filters"))->click();
    QVERIFY(shown.table()->isVisible());
    QCOMPARE(shown.table()->model()->rowCount(), 3);
    QVERIFY(shown.search()->text().isEmpty());
}

void tst_ServiceAccountsPage::countsWhatSearchAndRoleLeave()
{
    ShownPage shown;
    shown.world.server.fill(4);
    shown.world.server.put(account(shown.world, QStringLiteral("prod_soon"), 3));
    shown.world.server.put(account(shown.world, QStringLiteral("prod_gone"), -3));
    shown.world.openLocal();
    QCOMPARE(shown.pill(QStringLiteral("All"))->count(), 6);
    QCOMPARE(shown.pill(QStringLiteral("Expiring soon"))->count(), 1);
    QCOMPARE(shown.pill(QStringLiteral("Expired"))->count(), 1);
    // Choosing one of them changes no count.
    shown.pill(QStringLiteral("Expired"))->click();
    QCOMPARE(shown.table()->model()->rowCount(), 1);
    QCOMPARE(shown.pill(QStringLiteral("All"))->count(), 6);
    shown.search()->setText(QStringLiteral("prod"));
    QCOMPARE(shown.pill(QStringLiteral("All"))->count(), 2);
    QCOMPARE(shown.pill(QStringLiteral("All"))->accessibleDescription(), QStringLiteral("2"));
}

void tst_ServiceAccountsPage::pillsAndStatusAreOneSetting()
{
    ShownPage shown;
    shown.world.server.fill(2);
    shown.world.openLocal();
    FilterButton *status = shown.filter(QStringLiteral("Status"));
    QVERIFY(status->value().isEmpty());
    shown.pill(QStringLiteral("Never used"))->click();
    QCOMPARE(status->value(), QStringLiteral("Never used"));
    shown.choose(status, QStringLiteral("Expired"));
    QVERIFY(shown.pill(QStringLiteral("Expired"))->isChecked());
    QVERIFY(!shown.pill(QStringLiteral("Never used"))->isChecked());
    QCOMPARE(shown.world.list.model()->filter().status, StatusChoice::Expired);
    shown.choose(status, QStringLiteral("All"));
    QVERIFY(status->value().isEmpty());
    QVERIFY(shown.pill(QStringLiteral("All"))->isChecked());
}

void tst_ServiceAccountsPage::takesSeveralRoles()
{
    ShownPage shown;
    shown.world.server.fill(2);
    shown.world.server.put(account(shown.world, QStringLiteral("an_admin"), 100));
    shown.world.openLocal();
    FilterButton *role = shown.filter(QStringLiteral("Role"));
    shown.choose(role, QStringLiteral("Admin"));
    QCOMPARE(shown.table()->model()->rowCount(), 1);
    shown.choose(role, QStringLiteral("Viewer"));
    QCOMPARE(shown.table()->model()->rowCount(), 3);
    QCOMPARE(role->accessibleDescription(), QStringLiteral("Admin, Viewer"));
    shown.choose(role, QStringLiteral("Admin"));
    QCOMPARE(shown.table()->model()->rowCount(), 2);
}

void tst_ServiceAccountsPage::keepsTheSelectionWhileOneTypes()
{
    ShownPage shown;
    shown.world.server.fill(20);
    shown.world.openLocal();
    shown.table()->showAccount(QStringLiteral("id_account_012"));
    for (const QString &text : {QStringLiteral("0"), QStringLiteral("01"), QStringLiteral("012")})
        shown.search()->setText(text);
    const auto selected = shown.table()->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().data().toString(), QStringLiteral("account_012"));
    shown.search()->clear();
    QCOMPARE(shown.table()->currentIndex().siblingAtColumn(0).data().toString(),
             QStringLiteral("account_012"));
}

void tst_ServiceAccountsPage::showsANewAccountInSpiteOfTheFilter()
{
    ShownPage shown;
    shown.world.server.fill(200);
    shown.world.openLocal();
    shown.search()->setText(QStringLiteral("account_1"));
    const ServiceAccount made = account(shown.world, QStringLiteral("zz_new"), 30);
    shown.world.list.accountChanged(made);
    auto *dialogs = shown.page.dialogs();
    Q_EMIT dialogs->created(made.id);
    const QModelIndex current = shown.table()->currentIndex();
    QCOMPARE(current.siblingAtColumn(0).data().toString(), made.name);
    QVERIFY(shown.table()->selectionModel()->isRowSelected(current.row()));
    QVERIFY(shown.table()->viewport()->rect().intersects(shown.table()->visualRect(current)));
    QVERIFY(shown.says(QStringLiteral("Hidden by your filter: zz_new is shown because it is new.")));
    shown.button(QStringLiteral("Clear Filters"))->click();
    QVERIFY(!shown.says(QStringLiteral("Hidden by your filter: zz_new is shown because it is new.")));
    QCOMPARE(shown.table()->model()->rowCount(), 201);
}

void tst_ServiceAccountsPage::forgetsTheRowsOfAnotherConnection()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.world.server.hold(MemoryAdminApi::Verb::List);
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    QCOMPARE(shown.table()->model()->rowCount(), 0);
    shown.world.server.release();
    QTRY_COMPARE(shown.table()->model()->rowCount(), 3);
}

void tst_ServiceAccountsPage::readsTheListAgainWhenTheWorkspaceCameBack()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    const int before = shown.world.server.calls(MemoryAdminApi::Verb::List);
    shown.world.workspace.beginRestart();
    shown.world.workspace.becomeReady();
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::List), before + 1);
    QCOMPARE(shown.table()->model()->rowCount(), 3);
}

void tst_ServiceAccountsPage::keepsADialogOpenWhileTheWorkspaceComesBack()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.page.createAccount();
    QDialog *dialog = shown.dialog();
    QVERIFY(dialog);
    shown.world.workspace.beginRestart();
    shown.world.workspace.becomeReady();
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    QCOMPARE(shown.dialog(), dialog);
}

void tst_ServiceAccountsPage::marksWhatIsSavedInTheKeychain()
{
    ShownPage shown;
    shown.world.server.fill(2);
    shown.world.openLocal();
    const auto keychain = static_cast<int>(AccountColumn::Keychain);
    const QAbstractItemModel *model = shown.table()->model();
    QCOMPARE(model->index(1, keychain).data().toString(), QString());
    const SavedToken token{QStringLiteral("local"), QStringLiteral("account_002"),
                           QStringLiteral("id_account_002"), shown.world.clock.now()};
    QVERIFY(shown.world.savedTokens.record(token).ok());
    QCOMPARE(model->index(1, keychain).data().toString(), QStringLiteral("Saved"));
}

void tst_ServiceAccountsPage::everyControlHasANameOfItsOwn_data()
{
    QTest::addColumn<int>("accounts");
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("fails");
    QTest::newRow("empty") << 0 << QString() << false;
    QTest::newRow("rows") << 30 << QString() << false;
    QTest::newRow("no match") << 30 << QStringLiteral("prodx") << false;
    QTest::newRow("old rows") << 30 << QString() << true;
}

void tst_ServiceAccountsPage::everyControlHasANameOfItsOwn()
{
    QFETCH(int, accounts);
    QFETCH(QString, search);
    QFETCH(bool, fails);
    ShownPage shown;
    shown.world.server.fill(accounts);
    shown.world.openLocal();
    if (accounts > 0)
        shown.table()->showAccount(QStringLiteral("id_account_001"));
    shown.search()->setText(search);
    if (fails) {
        shown.world.server.failAlways(Error(ErrorKind::Unreachable));
        shown.world.list.refresh();
        QTRY_VERIFY(shown.banner());
    }
    QVERIFY(AccessibleWalk::controls(&shown.page).size() > 8);
    QCOMPARE(AccessibleWalk::unclear(&shown.page), QStringList());
}

QTEST_MAIN(tst_ServiceAccountsPage)
#include "tst_serviceaccountspage.moc"
