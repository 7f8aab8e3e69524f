#include "models/many/changeplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Fate = PlannedChange::Fate;
using Kind = ManyChange::Kind;
using Refusal = PlannedChange::Refusal;

class tst_ChangePlan : public QObject
{
    Q_OBJECT

private:
    static ServiceAccount account(const QStringList &roles)
    {
        ServiceAccount account;
        account.id = u"id"_s;
        account.name = u"ci_deploy"_s;
        for (const QString &role : roles)
            account.roles.append(AccountRole(role));
        return account;
    }

private Q_SLOTS:
    void tellsWhatWillHappen_data()
    {
        QTest::addColumn<ManyChange>("change");
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("isOwn");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<std::optional<Refusal>>("refusal");
        const ManyChange deletion;
        const ManyChange addAdmin{Kind::AddRoles, {Role::Admin}};
        const ManyChange addBoth{Kind::AddRoles, {Role::Admin, Role::Viewer}};
        const ManyChange noAdmin{Kind::RemoveRoles, {Role::Admin}};
        const ManyChange noViewer{Kind::RemoveRoles, {Role::Viewer}};
        const ManyChange noneOfBoth{Kind::RemoveRoles, {Role::Admin, Role::Viewer}};
        const QStringList admin{u"Admin"_s};
        const QStringList viewer{u"Viewer"_s};
        const QStringList both{u"Admin"_s, u"Viewer"_s};
        const std::optional<Refusal> none;
        const auto refusal = [](Refusal why) { return std::optional(why); };

        QTest::newRow("deletes") << deletion << admin << false << Fate::WillChange << none;
        QTest::newRow("does not delete its own")
            << deletion << admin << true << Fate::Refused << refusal(Refusal::SignsInWithIt);
        QTest::newRow("adds") << addAdmin << viewer << false << Fate::WillChange << none;
        QTest::newRow("adds to its own") << addAdmin << viewer << true << Fate::WillChange << none;
        QTest::newRow("has it") << addAdmin << admin << false << Fate::NothingToDo << none;
        QTest::newRow("has one of two") << addBoth << admin << false << Fate::WillChange << none;
        QTest::newRow("removes") << noViewer << both << false << Fate::WillChange << none;
        QTest::newRow("has it not") << noViewer << admin << false << Fate::NothingToDo << none;
        QTest::newRow("keeps the last one")
            << noViewer << viewer << false << Fate::Refused << refusal(Refusal::LastRole);
        QTest::newRow("keeps the last two")
            << noneOfBoth << both << false << Fate::Refused << refusal(Refusal::LastRole);
        QTest::newRow("an unknown role is a role")
            << noViewer << QStringList{u"Auditor"_s, u"Viewer"_s} << false << Fate::WillChange << none;
        QTest::newRow("removes Admin") << noAdmin << both << false << Fate::WillChange << none;
        QTest::newRow("keeps Admin of its own")
            << noAdmin << both << true << Fate::Refused << refusal(Refusal::SignsInWithIt);
        QTest::newRow("removes another of its own") << noViewer << both << true << Fate::WillChange << none;
    }

    void tellsWhatWillHappen()
    {
        QFETCH(ManyChange, change);
        QFETCH(QStringList, roles);
        QFETCH(bool, isOwn);
        const PlannedChange planned =
            planChange(change, account(roles), [isOwn](const ServiceAccount &) { return isOwn; });
        QTEST(planned.fate, "fate");
        QTEST(planned.refusal, "refusal");
    }

    void doesNotSaveADescriptionThatBreaksTheRules()
    {
        ServiceAccount tooLong = account({u"Viewer"_s});
        tooLong.description = QString(501, u'x');
        const auto nobody = [](const ServiceAccount &) { return false; };
        QCOMPARE(planChange({Kind::AddRoles, {Role::Admin}}, tooLong, nobody).refusal, Refusal::Description);
        // It can be deleted all the same.
        QCOMPARE(planChange({}, tooLong, nobody).fate, Fate::WillChange);
    }
};

QTEST_GUILESS_MAIN(tst_ChangePlan)
#include "tst_changeplan.moc"
