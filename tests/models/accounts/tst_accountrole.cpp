#include "models/accounts/accountrole.h"

#include <QTest>

class AccountRoleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheFourRolesOfTheProductByTheirNames_data();
    void knowsTheFourRolesOfTheProductByTheirNames();
    void knowsNoOtherName_data();
    void knowsNoOtherName();
    void comparesRolesInAnyOrder();
};

void AccountRoleTest::knowsTheFourRolesOfTheProductByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Role>("role");
    QTest::newRow("Admin") << QStringLiteral("Admin") << Role::Admin;
    QTest::newRow("Power User") << QStringLiteral("Power User") << Role::PowerUser;
    QTest::newRow("Deployment") << QStringLiteral("Deployment") << Role::Deployment;
    QTest::newRow("Viewer") << QStringLiteral("Viewer") << Role::Viewer;
}

void AccountRoleTest::knowsTheFourRolesOfTheProductByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(Role, role);
    QCOMPARE(roleFromName(name), std::optional(role));
    QCOMPARE(roleName(role), name);
    QCOMPARE(AccountRole(role), AccountRole(name));
    QVERIFY(!roleAllows(role).isEmpty());
    QCOMPARE(allRoles().count(role), 1);
}

void AccountRoleTest::knowsNoOtherName_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "admin", "ADMIN", "PowerUser", "Auditor", "Space Owner", " Admin"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void AccountRoleTest::knowsNoOtherName()
{
    QFETCH(QString, name);
    QVERIFY(!AccountRole(name).known());
}

void AccountRoleTest::comparesRolesInAnyOrder()
{
    const AccountRole admin(Role::Admin);
    const AccountRole viewer(Role::Viewer);
    QVERIFY(sameRoles({admin, viewer}, {viewer, admin}));
    QVERIFY(sameRoles({AccountRole(QStringLiteral("Admin"), QStringLiteral("7"))}, {admin}));
    QVERIFY(!sameRoles({admin}, {admin, viewer}));
    QVERIFY(!sameRoles({admin, admin}, {admin, viewer}));
    QVERIFY(sameRoles({}, {}));
}

QTEST_APPLESS_MAIN(AccountRoleTest)
#include "tst_accountrole.moc"
