#include "models/many/manychange.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = ManyChange::Kind;

class tst_ManyChange : public QObject
{
    Q_OBJECT

private:
    static QList<AccountRole> named(const QStringList &names)
    {
        QList<AccountRole> roles;
        for (const QString &name : names)
            roles.append(AccountRole(name));
        return roles;
    }

private Q_SLOTS:
    void changesOnlyTheRolesThatItNames_data()
    {
        QTest::addColumn<ManyChange>("change");
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        const ManyChange addViewer{Kind::AddRoles, {Role::Viewer}};
        const ManyChange addTwo{Kind::AddRoles, {Role::Deployment, Role::Viewer}};
        const ManyChange removeViewer{Kind::RemoveRoles, {Role::Viewer}};
        const ManyChange removeTwo{Kind::RemoveRoles, {Role::Deployment, Role::Viewer}};
        QTest::newRow("adds at the end")
            << addViewer << QStringList{u"Admin"_s} << QStringList{u"Admin"_s, u"Viewer"_s};
        QTest::newRow("adds no second time")
            << addViewer << QStringList{u"Viewer"_s} << QStringList{u"Viewer"_s};
        QTest::newRow("adds what is missing of two")
            << addTwo << QStringList{u"Viewer"_s} << QStringList{u"Viewer"_s, u"Deployment"_s};
        QTest::newRow("keeps an unknown role when adding")
            << addViewer << QStringList{u"Auditor"_s} << QStringList{u"Auditor"_s, u"Viewer"_s};
        QTest::newRow("removes") << removeViewer << QStringList{u"Viewer"_s, u"Admin"_s}
                                 << QStringList{u"Admin"_s};
        QTest::newRow("removes what is there of two")
            << removeTwo << QStringList{u"Admin"_s, u"Viewer"_s} << QStringList{u"Admin"_s};
        QTest::newRow("removes nothing")
            << removeViewer << QStringList{u"Admin"_s} << QStringList{u"Admin"_s};
        QTest::newRow("keeps an unknown role when removing")
            << removeViewer << QStringList{u"Auditor"_s, u"Viewer"_s} << QStringList{u"Auditor"_s};
        QTest::newRow("leaves none") << removeViewer << QStringList{u"Viewer"_s} << QStringList();
        QTest::newRow("a name in other letters is another role")
            << addViewer << QStringList{u"viewer"_s} << QStringList{u"viewer"_s, u"Viewer"_s};
    }

    void changesOnlyTheRolesThatItNames()
    {
        QFETCH(ManyChange, change);
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QCOMPARE(change.appliedTo(named(before)), named(after));
    }

    void keepsTheIdsOfOtherRoles()
    {
        const AccountRole withId(u"Admin"_s, u"role-7"_s);
        const ManyChange change{Kind::AddRoles, {Role::Viewer}};
        QCOMPARE(change.appliedTo({withId}), (QList<AccountRole>{withId, AccountRole(Role::Viewer)}));
    }
};

QTEST_GUILESS_MAIN(tst_ManyChange)
#include "tst_manychange.moc"
