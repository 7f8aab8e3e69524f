#include "models/list/accounttablemodel.h"
#include "tests/support/fixedclock.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class AccountTableModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sortsByNameAsPeopleDoAtFirst();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void searchesEveryWordInNameDescriptionAndRoles_data();
    void searchesEveryWordInNameDescriptionAndRoles();
    void keepsAnAccountWithAnyOfTheRoles();
    void countsWhatTheSearchAndTheRolesLeave();
    void sharesOutAllAccountsAmongThreeStates();
    void offersUnknownRolesAfterTheKnownOnes();
    void showsAnythingAServerReports();
    void selectionSurvivesFilterAndSort();
    void aNewAccountIsShownInSpiteOfTheFilter();
    void anAccountThatTheFilterLeavesIsNotSpecial();
    void reconcilesByDifferences();
    void aRefreshWithoutChangesTellsNothing();
    void oneChangedRowIsOneRow();
    void aRefreshOfManyKeepsThemInOrder();
    void leavesAccountsAloneThatWereChangedMeanwhile();
    void staysCorrectThroughRandomChanges();
    void judgesExpiryByTheServersClock();
    void marksWhatIsSavedInTheKeychain();

private:
    QStringList shownNames() const;

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<AccountTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

static ServiceAccount account(const QString &name,
                              const QList<AccountRole> &roles = {AccountRole(Role::Viewer)})
{
    ServiceAccount result;
    result.id = QStringLiteral("id-") + name;
    result.name = name;
    result.roles = roles;
    result.creationDate = QDateTime(QDate(2026, 7, 5), QTime(9, 11), Qt::UTC);
    return result;
}

void AccountTableModelTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<AccountTableModel>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QStringList AccountTableModelTest::shownNames() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names.append(m_model->index(row, 0).data().toString());
    return names;
}

void AccountTableModelTest::sortsByNameAsPeopleDoAtFirst()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    init();
    m_model->put({account(QStringLiteral("bot_10")), account(QStringLiteral("bot_9")),
                  account(QStringLiteral("Alpha")), account(QStringLiteral("beta"))});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("Alpha"), QStringLiteral("beta"),
                                        QStringLiteral("bot_9"), QStringLiteral("bot_10")}));
    m_model->sort(0, Qt::DescendingOrder);
    QCOMPARE(shownNames().constFirst(), QStringLiteral("bot_10"));
}

void AccountTableModelTest::sortsByEveryColumn_data()
{
    QTest::addColumn<AccountColumn>("column");
    QTest::addColumn<QString>("first");
    QTest::newRow("name") << AccountColumn::Name << QStringLiteral("a");
    QTest::newRow("description") << AccountColumn::Description << QStringLiteral("c");
    QTest::newRow("roles") << AccountColumn::Roles << QStringLiteral("b");
    QTest::newRow("expiration: the nearest end") << AccountColumn::Expiration << QStringLiteral("c");
    QTest::newRow("status: expired before active") << AccountColumn::Status << QStringLiteral("c");
    QTest::newRow("last used: never before all others") << AccountColumn::LastUsed << QStringLiteral("b");
    QTest::newRow("created: the oldest") << AccountColumn::Created << QStringLiteral("b");
    QTest::newRow("created by") << AccountColumn::CreatedBy << QStringLiteral("b");
    QTest::newRow("keychain: the saved") << AccountColumn::Keychain << QStringLiteral("c");
}

void AccountTableModelTest::sortsByEveryColumn()
{
    QFETCH(AccountColumn, column);
    QFETCH(QString, first);
    const QDateTime now = m_clock.now();
    ServiceAccount a = account(QStringLiteral("a"));
    a.description = QStringLiteral("second");
    a.lastUsedDate = now.addDays(-1);
    a.createdBy = QStringLiteral("zoe");
    ServiceAccount b = account(QStringLiteral("b"), {AccountRole(Role::Admin)});
    b.description = QStringLiteral("third");
    b.expiryDate = now.addDays(40);
    b.creationDate = now.addDays(-900);
    b.createdBy = QStringLiteral("ann");
    ServiceAccount c = account(QStringLiteral("c"));
    c.description = QStringLiteral("first");
    c.expiryDate = now.addDays(-1);
    c.lastUsedDate = now.addDays(-2);
    c.createdBy = QStringLiteral("mia");
    m_model->put({c, a, b});
    m_model->setSavedIds({QStringLiteral("id-c")});

    m_model->sort(static_cast<int>(column), Qt::AscendingOrder);
    QCOMPARE(shownNames().constFirst(), first);
    m_model->sort(static_cast<int>(column), Qt::DescendingOrder);
    QVERIFY(shownNames().constFirst() != first);
}

void AccountTableModelTest::searchesEveryWordInNameDescriptionAndRoles_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("blanks") << QStringLiteral("   ") << true;
    QTest::newRow("part of the name") << QStringLiteral("i_dep") << true;
    QTest::newRow("case does not matter") << QStringLiteral("CI_DEPLOY") << true;
    QTest::newRow("description") << QStringLiteral("front") << true;
    QTest::newRow("role") << QStringLiteral("power") << true;
    QTest::newRow("words of different fields") << QStringLiteral("power gitlab ci_") << true;
    QTest::newRow("one word that is missing") << QStringLiteral("power jenkins") << false;
    QTest::newRow("across two fields") << QStringLiteral("deploydeploys") << false;
    QTest::newRow("not the creator") << QStringLiteral("somebody") << false;
    QTest::newRow("umlaut in capitals") << QStringLiteral("PRÜFUNG") << true;
    QTest::newRow("a wildcard is a letter") << QStringLiteral("ci%") << false;
}

void AccountTableModelTest::searchesEveryWordInNameDescriptionAndRoles()
{
    QFETCH(QString, search);
    QFETCH(bool, isFound);
    ServiceAccount one = account(QStringLiteral("ci_deploy"), {AccountRole(Role::PowerUser)});
    one.description = QStringLiteral("Deploys the web front end from GitLab, Prüfung");
    one.createdBy = QStringLiteral("somebody");
    m_model->put({one});
    m_model->setFilter({search, StatusChoice::All, {}});
    QCOMPARE(m_model->rowCount(), isFound ? 1 : 0);
    // Typed one letter at a time, which narrows what was found, it comes to the same.
    m_model->setFilter({});
    for (qsizetype length = 1; length <= search.size(); ++length)
        m_model->setFilter({search.left(length), StatusChoice::All, {}});
    QCOMPARE(m_model->rowCount(), isFound ? 1 : 0);
}

void AccountTableModelTest::keepsAnAccountWithAnyOfTheRoles()
{
    m_model->put({account(QStringLiteral("a"), {AccountRole(Role::Admin)}),
                  account(QStringLiteral("b"), {AccountRole(Role::Viewer), AccountRole(Role::Deployment)}),
                  account(QStringLiteral("c"), {AccountRole(QStringLiteral("Space Owner"))})});
    m_model->setFilter({{}, StatusChoice::All, {QStringLiteral("Viewer"), QStringLiteral("Space Owner")}});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
}

void AccountTableModelTest::countsWhatTheSearchAndTheRolesLeave()
{
    ServiceAccount expired = account(QStringLiteral("prod_old"));
    expired.expiryDate = m_clock.now().addDays(-1);
    ServiceAccount soon = account(QStringLiteral("prod_soon"));
    soon.expiryDate = m_clock.now().addDays(3);
    soon.lastUsedDate = m_clock.now();
    m_model->put({expired, soon, account(QStringLiteral("prod_free")), account(QStringLiteral("test"))});
    for (const StatusChoice status : allStatusChoices) {
        m_model->setFilter({QStringLiteral("prod"), status, {QStringLiteral("Viewer")}});
        const AccountCounts &counts = m_model->counts();
        QCOMPARE(counts.of(StatusChoice::All), 3);
        QCOMPARE(counts.of(StatusChoice::Active), 1);
        QCOMPARE(counts.of(StatusChoice::ExpiringSoon), 1);
        QCOMPARE(counts.of(StatusChoice::Expired), 1);
        QCOMPARE(counts.of(StatusChoice::Unlimited), 1);
        QCOMPARE(counts.of(StatusChoice::NeverUsed), 2);
        QCOMPARE(m_model->rowCount(), counts.of(status));
    }
    QCOMPARE(m_model->total(), 4);
}

void AccountTableModelTest::sharesOutAllAccountsAmongThreeStates()
{
    QList<ServiceAccount> accounts;
    for (int number = 0; number < 60; ++number) {
        ServiceAccount one = account(QStringLiteral("n%1").arg(number));
        if (number % 5 != 0)
            one.expiryDate = m_clock.now().addDays(number - 20);
        accounts.append(one);
    }
    m_model->put(accounts);
    const AccountCounts &counts = m_model->counts();
    QCOMPARE(counts.of(StatusChoice::Active) + counts.of(StatusChoice::ExpiringSoon) +
                 counts.of(StatusChoice::Expired),
             counts.of(StatusChoice::All));
}

void AccountTableModelTest::offersUnknownRolesAfterTheKnownOnes()
{
    m_model->put({account(QStringLiteral("a"), {AccountRole(QStringLiteral("Zookeeper")),
                                                AccountRole(QStringLiteral("Auditor"))})});
    QCOMPARE(m_model->roleChoices(),
             QStringList({QStringLiteral("Admin"), QStringLiteral("Power User"), QStringLiteral("Deployment"),
                          QStringLiteral("Viewer"), QStringLiteral("Auditor"), QStringLiteral("Zookeeper")}));
}

void AccountTableModelTest::showsAnythingAServerReports()
{
    ServiceAccount odd = account(QStringLiteral("UPPER case & <b>") + QString(100, u'x'), {});
    odd.description = QString(2000, u'd');
    odd.expiryDate = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    odd.creationDate = {};
    m_model->put({odd});
    for (int column = 0; column < m_model->columnCount(); ++column)
        QVERIFY(m_model->index(0, column).data().isValid());
    QCOMPARE(m_model->index(0, 0).data().toString(), odd.name);
    QCOMPARE(m_model->statusOfRow(0), Status::Expired);
}

void AccountTableModelTest::selectionSurvivesFilterAndSort()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b")), account(QStringLiteral("c")),
                  account(QStringLiteral("d"))});
    const QPersistentModelIndex c = m_model->index(2, 0);
    m_model->setFilter({QStringLiteral("c"), StatusChoice::All, {}});
    QVERIFY(c.isValid());
    QCOMPARE(c.row(), 0);
    m_model->setFilter({});
    QCOMPARE(c.data().toString(), QStringLiteral("c"));
    m_model->sort(0, Qt::DescendingOrder);
    QCOMPARE(c.row(), 1);
    QCOMPARE(c.data().toString(), QStringLiteral("c"));
    m_model->setFilter({QStringLiteral("a"), StatusChoice::All, {}});
    QVERIFY(!c.isValid());
}

void AccountTableModelTest::aNewAccountIsShownInSpiteOfTheFilter()
{
    m_model->put({account(QStringLiteral("prod_a")), account(QStringLiteral("prod_b"))});
    m_model->setFilter({QStringLiteral("prod"), StatusChoice::All, {}});
    m_model->put({account(QStringLiteral("deploy_bot"))});
    QCOMPARE(m_model->rowCount(), 2);
    m_model->setAlwaysShown(QStringLiteral("id-deploy_bot"));
    QCOMPARE(shownNames().constFirst(), QStringLiteral("deploy_bot"));
    QVERIFY(m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->counts().of(StatusChoice::All), 2);
    m_model->setFilter({QStringLiteral("prod_"), StatusChoice::All, {}});
    QVERIFY(!m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->rowCount(), 2);
}

void AccountTableModelTest::anAccountThatTheFilterLeavesIsNotSpecial()
{
    m_model->put({account(QStringLiteral("a"))});
    m_model->setAlwaysShown(QStringLiteral("id-a"));
    QVERIFY(!m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->rowCount(), 1);
}

void AccountTableModelTest::reconcilesByDifferences()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b")), account(QStringLiteral("c"))});
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    ServiceAccount changed = account(QStringLiteral("b"));
    changed.description = QStringLiteral("new");
    m_model->reconcile({account(QStringLiteral("a")), changed, account(QStringLiteral("d"))});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("d")}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().constFirst().toModelIndex().row(), 1);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(m_model->serviceAccountAt(1).description, QStringLiteral("new"));
}

void AccountTableModelTest::aRefreshWithoutChangesTellsNothing()
{
    const QList<ServiceAccount> accounts{account(QStringLiteral("a")), account(QStringLiteral("b"))};
    m_model->put(accounts);
    m_model->setServerClockOffset(5min);
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy counts(m_model.get(), &AccountTableModel::countsChanged);
    // What the server's clock was found to be varies by what an answer takes.
    m_model->setServerClockOffset(5min + 700ms);
    m_model->reconcile(accounts);
    m_model->put(accounts);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(counts.size(), 0);
}

void AccountTableModelTest::oneChangedRowIsOneRow()
{
    QList<ServiceAccount> accounts;
    for (int number = 100; number < 200; ++number)
        accounts.append(account(QStringLiteral("n%1").arg(number)));
    m_model->put(accounts);
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    accounts[42].description = QStringLiteral("new");
    m_model->reconcile(accounts);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().at(0).toModelIndex().row(), 42);
    QCOMPARE(changes.constFirst().at(1).toModelIndex().row(), 42);
    QCOMPARE(layouts.size(), 0);
}

/// More gaps than are told one by one.
void AccountTableModelTest::aRefreshOfManyKeepsThemInOrder()
{
    QList<ServiceAccount> accounts;
    QList<ServiceAccount> wanted;
    QStringList expected;
    for (int number = 1000; number < 2000; ++number) {
        const ServiceAccount one = account(QStringLiteral("n%1").arg(number));
        accounts.append(one);
        if (number % 3 == 0)
            continue;
        wanted.append(one);
        expected.append(one.name);
        if (number % 2 == 0)
            wanted.last().description = QStringLiteral("changed");
    }
    m_model->put(accounts);
    const QPersistentModelIndex stays = m_model->index(501, 0);
    const QString name = stays.data().toString();
    wanted.append(account(QStringLiteral("n2000")));
    expected.append(QStringLiteral("n2000"));
    m_model->reconcile(wanted);
    QCOMPARE(shownNames(), expected);
    QCOMPARE(stays.data().toString(), name);
    QVERIFY(!m_model->hasName(QStringLiteral("n1002")));
    m_model->setFilter({QStringLiteral("changed"), StatusChoice::All, {}});
    QCOMPARE(m_model->rowCount(), 333);
    m_model->setFilter({});
    m_model->reconcile({});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->roleChoices().size() == 4);
}

void AccountTableModelTest::leavesAccountsAloneThatWereChangedMeanwhile()
{
    ServiceAccount mine = account(QStringLiteral("mine"));
    mine.description = QStringLiteral("just saved");
    m_model->put({mine, account(QStringLiteral("other"))});
    m_model->reconcile({account(QStringLiteral("mine")), account(QStringLiteral("deleted"))},
                       {mine.id, QStringLiteral("id-deleted")});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("mine")}));
    QCOMPARE(m_model->serviceAccountAt(0).description, QStringLiteral("just saved"));
}

void AccountTableModelTest::staysCorrectThroughRandomChanges()
{
    QRandomGenerator random(20261124);
    QSet<QString> known;
    for (int step = 0; step < 400; ++step) {
        const QString name = QStringLiteral("n%1").arg(random.bounded(40));
        switch (random.bounded(6)) {
        case 0:
            m_model->remove(QStringLiteral("id-") + name);
            known.remove(name);
            break;
        case 1:
            m_model->setFilter({QString::number(random.bounded(10)), StatusChoice::All, {}});
            break;
        case 2:
            m_model->sort(random.bounded(accountColumnTotal),
                          random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 3:
            m_model->setFilter({});
            break;
        case 4: {
            // A refresh: some went, some changed, some came.
            QList<ServiceAccount> now;
            known.clear();
            for (int number = 0; number < 40; ++number) {
                if (random.bounded(2) == 0)
                    continue;
                const QString one = QStringLiteral("n%1").arg(number);
                now.append(account(one));
                now.last().description = QString::number(step / (1 + random.bounded(2)));
                known.insert(one);
            }
            m_model->reconcile(now);
            break;
        }
        default: {
            ServiceAccount changed = account(name);
            changed.description = QString::number(step);
            m_model->put({changed});
            known.insert(name);
        }
        }
        QStringList expected;
        for (const QString &one : std::as_const(known)) {
            const ServiceAccount *stored = m_model->accountById(QStringLiteral("id-") + one);
            QVERIFY(stored);
            const QString all = stored->name + u'\n' + stored->description;
            if (all.contains(m_model->filter().search))
                expected.append(one);
        }
        QStringList shown = shownNames();
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
    }
}

void AccountTableModelTest::judgesExpiryByTheServersClock()
{
    ServiceAccount one = account(QStringLiteral("a"));
    one.expiryDate = m_clock.now().addSecs(60);
    m_model->put({one});
    QCOMPARE(m_model->statusOfRow(0), Status::ExpiringSoon);
    m_model->setServerClockOffset(2min);
    QCOMPARE(m_model->statusOfRow(0), Status::Expired);
    QCOMPARE(m_model->counts().of(StatusChoice::Expired), 1);
}

void AccountTableModelTest::marksWhatIsSavedInTheKeychain()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b"))});
    m_model->setSavedIds({QStringLiteral("id-b")});
    const auto column = static_cast<int>(AccountColumn::Keychain);
    QCOMPARE(m_model->index(0, column).data().toString(), QString());
    QCOMPARE(m_model->index(1, column).data().toString(), QStringLiteral("Saved"));
    QVERIFY(m_model->isSaved(1));
}

QTEST_GUILESS_MAIN(AccountTableModelTest)
#include "tst_accounttablemodel.moc"
