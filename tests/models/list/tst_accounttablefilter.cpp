#include "tests/models/list/accounttablefixture.h"

#include <QTest>

/// What a search and the filters leave of the table, and what they offer and count.
class AccountTableFilterTest : public QObject, private AccountTableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeModel(); }
    void searchesEveryWordInNameDescriptionAndRoles_data();
    void searchesEveryWordInNameDescriptionAndRoles();
    void looksAnewForAnyOtherFilter();
    void keepsAnAccountWithAnyOfTheRoles();
    void countsWhatTheSearchAndTheRolesLeave();
    void sharesOutAllAccountsAmongThreeStates();
    void offersUnknownRolesAfterTheKnownOnes();
    void selectionSurvivesFilterAndSort();
    void aNewAccountIsShownInSpiteOfTheFilter();
    void anAccountThatTheFilterLeavesIsNotSpecial();
};

void AccountTableFilterTest::searchesEveryWordInNameDescriptionAndRoles_data()
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

void AccountTableFilterTest::searchesEveryWordInNameDescriptionAndRoles()
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

void AccountTableFilterTest::looksAnewForAnyOtherFilter()
{
    ServiceAccount ends = account(QStringLiteral("ends"));
    ends.expiryDate = m_clock.now().addDays(1);
    m_model->put({account(QStringLiteral("admin"), {AccountRole(Role::Admin)}), ends});
    const auto rowsUnder = [this](const AccountFilter &filter) {
        m_model->setFilter(filter);
        return m_model->rowCount();
    };
    AccountFilter filter;
    filter.expiry = m_model->expirations().weeks().front().range;
    QCOMPARE(rowsUnder(filter), 1);
    filter.expiry = m_model->expirations().weeks().back().range;
    QCOMPARE(rowsUnder(filter), 0);
    filter.expiry.reset();
    QCOMPARE(rowsUnder(filter), 2);
    filter.status = StatusChoice::Unlimited;
    QCOMPARE(rowsUnder(filter), 1);
    filter.roles = {QStringLiteral("Viewer")};
    QCOMPARE(rowsUnder(filter), 0);
    filter.roles = {QStringLiteral("Admin")};
    QCOMPARE(rowsUnder(filter), 1);
    filter.search = QStringLiteral("min");
    QCOMPARE(rowsUnder(filter), 1);
    // Another text, and not one that was typed on.
    filter.search = QStringLiteral("mix");
    QCOMPARE(rowsUnder(filter), 0);
}

void AccountTableFilterTest::keepsAnAccountWithAnyOfTheRoles()
{
    m_model->put({account(QStringLiteral("a"), {AccountRole(Role::Admin)}),
                  account(QStringLiteral("b"), {AccountRole(Role::Viewer), AccountRole(Role::Deployment)}),
                  account(QStringLiteral("c"), {AccountRole(QStringLiteral("Space Owner"))})});
    m_model->setFilter({{}, StatusChoice::All, {QStringLiteral("Viewer"), QStringLiteral("Space Owner")}});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
}

void AccountTableFilterTest::countsWhatTheSearchAndTheRolesLeave()
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

void AccountTableFilterTest::sharesOutAllAccountsAmongThreeStates()
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

void AccountTableFilterTest::offersUnknownRolesAfterTheKnownOnes()
{
    m_model->put({account(QStringLiteral("a"), {AccountRole(QStringLiteral("Zookeeper")),
                                                AccountRole(QStringLiteral("Auditor"))})});
    QCOMPARE(m_model->roleChoices(),
             QStringList({QStringLiteral("Admin"), QStringLiteral("Power User"), QStringLiteral("Deployment"),
                          QStringLiteral("Viewer"), QStringLiteral("Auditor"), QStringLiteral("Zookeeper")}));
}

void AccountTableFilterTest::selectionSurvivesFilterAndSort()
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

void AccountTableFilterTest::aNewAccountIsShownInSpiteOfTheFilter()
{
    m_model->put({account(QStringLiteral("prod_a")), account(QStringLiteral("prod_b"))});
    m_model->setFilter({QStringLiteral("prod"), StatusChoice::All, {}});
    m_model->put({account(QStringLiteral("deploy_bot"))});
    QCOMPARE(m_model->rowCount(), 2);
    m_model->setAlwaysShown(QStringLiteral("id-deploy_bot"), AccountTableModel::ShownFor::BeingNew);
    QCOMPARE(shownNames().constFirst(), QStringLiteral("deploy_bot"));
    QVERIFY(m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->counts().of(StatusChoice::All), 2);
    m_model->setFilter({QStringLiteral("prod_"), StatusChoice::All, {}});
    QVERIFY(!m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->rowCount(), 2);
}

void AccountTableFilterTest::anAccountThatTheFilterLeavesIsNotSpecial()
{
    m_model->put({account(QStringLiteral("a"))});
    m_model->setAlwaysShown(QStringLiteral("id-a"), AccountTableModel::ShownFor::BeingChosen);
    QVERIFY(!m_model->shownInSpiteOfFilter());
    QCOMPARE(m_model->rowCount(), 1);
}

QTEST_GUILESS_MAIN(AccountTableFilterTest)
#include "tst_accounttablefilter.moc"
