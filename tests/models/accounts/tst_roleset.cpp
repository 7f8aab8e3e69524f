#include "models/accounts/accountchanges.h"
#include "models/accounts/roleset.h"

#include <QTest>

class RoleSetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cannotBeEmpty();
    void countsARepeatOnce();
    void isOrderedByWhatAllowsMost();
    void changesNeedARoleToo();
};

void RoleSetTest::cannotBeEmpty()
{
    QVERIFY(!RoleSet::of({}));
}

void RoleSetTest::countsARepeatOnce()
{
    const auto roles = RoleSet::of({Role::Viewer, Role::Viewer});
    QVERIFY(roles);
    QCOMPARE(roles->roles(), QList<Role>({Role::Viewer}));
    QVERIFY(roles->contains(Role::Viewer));
    QVERIFY(!roles->contains(Role::Admin));
}

void RoleSetTest::isOrderedByWhatAllowsMost()
{
    const auto roles = RoleSet::of({Role::Viewer, Role::Deployment, Role::Admin, Role::PowerUser});
    QVERIFY(roles);
    QCOMPARE(roles->roles(), allRoles());
    QCOMPARE(roles->asAccountRoles().constFirst(), AccountRole(Role::Admin));
    QCOMPARE(roles->asAccountRoles().size(), 4);
}

void RoleSetTest::changesNeedARoleToo()
{
    QVERIFY(!AccountChanges::of(AccountDescription(), {}));
    const QList<AccountRole> unknown{AccountRole(QStringLiteral("Space Owner"))};
    const auto changes = AccountChanges::of(AccountDescription(), unknown);
    QVERIFY(changes);
    QCOMPARE(changes->roles(), unknown);
}

QTEST_APPLESS_MAIN(RoleSetTest)
#include "tst_roleset.moc"
