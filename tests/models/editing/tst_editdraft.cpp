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

    void saysWhenARefusalBelongsToNoField_data()
    {
        QTest::addColumn<QList<FieldError>>("fields");
        QTest::addColumn<int>("placed");
        QTest::newRow("none named") << QList<FieldError>() << 0;
        QTest::newRow("another") << QList<FieldError>{{u"name"_s, {}, {}}} << 0;
        QTest::newRow("another beside a known one")
            << QList<FieldError>{{u"name"_s, {}, {}}, {u"roles[0]"_s, {}, {}}} << 1;
    }

    void saysWhenARefusalBelongsToNoField()
    {
        QFETCH(QList<FieldError>, fields);
        EditDraft draft(base());
        Error error(ErrorKind::Invalid);
        error.fields = fields;
        QVERIFY(!draft.refuse(error));
        QTEST(draft.fieldsToChange(), "placed");
    }

    void saysHowMuchRoomIsLeftWhenItIsScarce()
    {
        EditDraft draft(base());
        QCOMPARE(draft.note(Field::Description), FieldNote());
        QCOMPARE(draft.note(Field::Roles), FieldNote());
        draft.setDescription(QString(450, u'a'));
        QCOMPARE(draft.note(Field::Description), FieldNote::hint(u"450 of 500 characters"_s));
    }

    void mayTakeAdminFromAnotherAccount()
    {
        EditDraft draft(base());
        draft.setRoles({AccountRole(Role::Viewer)});
        QVERIFY(draft.isChanged());
        QVERIFY(draft.changes());
        // And one that has no Admin has none to lose.
        ServiceAccount viewer = base();
        viewer.roles = {AccountRole(Role::Viewer)};
        EditDraft own(viewer);
        own.setSignsInWithIt(true);
        own.setDescription(u"Other"_s);
        QVERIFY(own.changes());
    }

    void forgetsWhatWasTypedWithANewBase()
    {
        EditDraft draft(base());
        draft.setDescription(u"mine"_s);
        QVERIFY(draft.refuse(Error(ErrorKind::LastAdmin)));
        ServiceAccount newer = base();
        newer.description = u"theirs"_s;
        draft.takeBase(newer);
        QVERIFY(!draft.isChanged());
        QCOMPARE(draft.fieldsToChange(), 0);
        QCOMPARE(draft.changes()->description().text(), u"theirs"_s);
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
