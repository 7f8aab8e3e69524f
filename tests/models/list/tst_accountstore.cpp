#include "models/list/accountstore.h"

#include <QTest>

class AccountStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAnAccountByItsId();
    void replacesTheAccountWithTheSameId();
    void movesTheLastRowIntoAGap();
    void knowsTheNamesAndRolesInUse();
    void foldsTheSearchKeyAndKeepsFieldsApart();
    void keepsSearchKeysThroughManyChanges();
};

static ServiceAccount account(int number)
{
    ServiceAccount result;
    result.id = QStringLiteral("id-%1").arg(number);
    result.name = QStringLiteral("name_%1").arg(number);
    result.roles = {AccountRole(Role::Viewer)};
    return result;
}

void AccountStoreTest::findsAnAccountByItsId()
{
    AccountStore store;
    QCOMPARE(store.put(account(1)), std::pair(0, true));
    QCOMPARE(store.put(account(2)), std::pair(1, true));
    QCOMPARE(store.rowOf(QStringLiteral("id-2")), std::optional(1));
    QVERIFY(!store.rowOf(QStringLiteral("id-3")));
}

void AccountStoreTest::replacesTheAccountWithTheSameId()
{
    AccountStore store;
    store.put(account(1));
    ServiceAccount renamed = account(1);
    renamed.name = QStringLiteral("other");
    QCOMPARE(store.put(renamed), std::pair(0, false));
    QCOMPARE(store.size(), 1);
    QVERIFY(store.hasName(QStringLiteral("other")));
    QVERIFY(!store.hasName(QStringLiteral("name_1")));
}

void AccountStoreTest::movesTheLastRowIntoAGap()
{
    AccountStore store;
    for (int number = 0; number < 3; ++number)
        store.put(account(number));
    store.removeRow(0);
    QCOMPARE(store.size(), 2);
    QCOMPARE(store.at(0).name, QStringLiteral("name_2"));
    QCOMPARE(store.rowOf(QStringLiteral("id-2")), std::optional(0));
    QVERIFY(store.searchKey(0).starts_with("name_2"));
    store.removeRow(1);
    store.removeRow(0);
    QCOMPARE(store.size(), 0);
    QVERIFY(!store.rowOf(QStringLiteral("id-1")));
}

void AccountStoreTest::knowsTheNamesAndRolesInUse()
{
    AccountStore store;
    store.put(account(1));
    ServiceAccount twin = account(2);
    twin.name = QStringLiteral("name_1");
    twin.roles.append(AccountRole(QStringLiteral("Space Owner")));
    store.put(twin);
    QCOMPARE(store.roleUse().value(QStringLiteral("Viewer")), 2);
    store.removeRow(0);
    QVERIFY(store.hasName(QStringLiteral("name_1")));
    QCOMPARE(store.roleUse().value(QStringLiteral("Space Owner")), 1);
    store.removeRow(0);
    QVERIFY(!store.hasName(QStringLiteral("name_1")));
    QVERIFY(store.roleUse().isEmpty());
}

void AccountStoreTest::foldsTheSearchKeyAndKeepsFieldsApart()
{
    AccountStore store;
    ServiceAccount one = account(1);
    one.description = QStringLiteral("Deploys STRASSE");
    store.put(one);
    QCOMPARE(QByteArray(store.searchKey(0).data(), qsizetype(store.searchKey(0).size())),
             QByteArray("name_1\ndeploys strasse\nviewer\n"));
}

void AccountStoreTest::keepsSearchKeysThroughManyChanges()
{
    AccountStore store;
    for (int number = 0; number < 20; ++number)
        store.put(account(number));
    for (int round = 0; round < 50; ++round) {
        ServiceAccount changed = account(round % 20);
        changed.description = QStringLiteral("round %1").arg(round);
        store.put(changed);
    }
    for (int row = 0; row < store.size(); ++row) {
        const QString key =
            QString::fromUtf8(store.searchKey(row).data(), qsizetype(store.searchKey(row).size()));
        QVERIFY2(key.startsWith(store.at(row).name + u'\n'), qPrintable(key));
        QVERIFY(key.contains(store.at(row).description));
    }
}

QTEST_APPLESS_MAIN(AccountStoreTest)
#include "tst_accountstore.moc"
