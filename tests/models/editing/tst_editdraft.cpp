#include "models/editing/editdraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Field = EditDraft::Field;

namespace {

const AccountRole unknownRole(u"Robot Overseer"_s, u"role-77"_s);

ServiceAccount base()
{
    ServiceAccount account;
    account.id = u"id"_s;
    account.description = u"Deploys"_s;
    account.roles = {AccountRole(Role::Admin), unknownRole};
    return account;
}

} // namespace

class tst_EditDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnchangedAtFirstAndAfterGoingBack()
    {
        EditDraft draft(base());
        QVERIFY(!draft.isChanged());
        draft.setDescription(u"Other"_s);
        QVERIFY(draft.isChanged());
        draft.setDescription(u"Deploys"_s);
        QVERIFY(!draft.isChanged());
        draft.setRoles({unknownRole, AccountRole(Role::Admin)});
        QVERIFY(!draft.isChanged());
    }

    void keepsRolesThatItDoesNotKnow()
    {
        EditDraft draft(base());
        draft.setDescription({});
        QVERIFY(draft.changes()->roles().contains(unknownRole));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<bool>("withRole");
        QTest::addColumn<int>("fields");
        QTest::newRow("nothing") << QString() << true << 0;
        QTest::newRow("501 characters") << QString(501, u'a') << true << 1;
        QTest::newRow("no role") << u"a"_s << false << 1;
        QTest::newRow("both") << QString(501, u'a') << false << 2;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, description);
        QFETCH(bool, withRole);
        QFETCH(int, fields);
        EditDraft draft(base());
        draft.setDescription(description);
        if (!withRole)
            draft.setRoles({});
        QCOMPARE(draft.fieldsToChange(), fields);
        QCOMPARE(draft.changes().has_value(), fields == 0);
    }

    void theAccountThatTheConsoleSignsInWithKeepsAdmin()
    {
        EditDraft draft(base());
        draft.setSignsInWithIt(true);
        QVERIFY(draft.changes());
        draft.setRoles({AccountRole(Role::Viewer)});
        QVERIFY(!draft.changes());
        QVERIFY(draft.note(Field::Roles).text.startsWith(u"This console signs in with it"));
        draft.setSignsInWithIt(false);
        QVERIFY(draft.changes());
    }

    void putsRefusalsBesideTheirFieldsUntilTheyChange()
    {
        EditDraft draft(base());
        Error error(ErrorKind::Invalid);
        error.fields = {{u"description"_s, u"too_long"_s, {}}, {u"roles"_s, u"unknown_role"_s, {}}};
        QVERIFY(draft.refuse(error));
        QCOMPARE(draft.fieldsToChange(), 2);
        draft.setDescription(u"Shorter"_s);
        QCOMPARE(draft.fieldsToChange(), 1);
        draft.setRoles({AccountRole(Role::Viewer)});
        QVERIFY(draft.changes());
    }

    void saysTheLastAdminAtTheRoles()
    {
        EditDraft draft(base());
        QVERIFY(draft.refuse(Error(ErrorKind::LastAdmin)));
        QVERIFY(draft.note(Field::Roles).isBad());
        QVERIFY(!draft.refuse(Error(ErrorKind::Unreachable)));
    }
};

QTEST_APPLESS_MAIN(tst_EditDraft)
#include "tst_editdraft.moc"
