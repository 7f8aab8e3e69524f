#include "models/creation/accountdraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Field = AccountDraft::Field;
using NameUse = AccountDraft::NameUse;
using Tone = FieldNote::Tone;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC);

/// A server that has "taken" and knows all of its names.
NameUse useOf(const QString &name)
{
    return name == u"taken" ? NameUse::Taken : NameUse::Free;
}

AccountDraft complete()
{
    AccountDraft draft(useOf);
    draft.setName(u"deploy_bot"_s);
    draft.setDescription(u"Deploys"_s);
    draft.setRoles({AccountRole(Role::Viewer)});
    return draft;
}

Error refusal(const QString &field, const QString &code)
{
    Error error(ErrorKind::Invalid);
    error.fields = {{field, code, {}}};
    return error;
}

} // namespace

class tst_AccountDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithHintsAndNoErrors()
    {
        const AccountDraft draft(useOf);
        QCOMPARE(draft.fieldsToChange(now), 0);
        QCOMPARE(draft.note(Field::Name, now).tone, Tone::Hint);
        QCOMPARE(draft.note(Field::Roles, now).tone, Tone::Hint);
        QCOMPARE(draft.expiration(), ExpirationChoice::days(30));
        QVERIFY(!draft.accountAt(now));
    }

    void judgesTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        const QString rule = u"Use only lower-case letters, numbers and underscores. "_s;
        QTest::newRow("plain") << u"ci_deploy_2"_s << QString();
        QTest::newRow("64 characters") << QString(64, u'a') << QString();
        QTest::newRow("65 characters")
            << QString(65, u'a') << u"Use at most 64 characters; this name has 65."_s;
        QTest::newRow("none") << QString() << u"Enter a name."_s;
        QTest::newRow("upper case and dash")
            << u"Ci-Deploy"_s << rule + u"“C”, “-” and “D” are not allowed."_s;
        QTest::newRow("one character") << u"a.b"_s << rule + u"“.” is not allowed."_s;
        QTest::newRow("space") << u" a"_s << rule + u"The space is not allowed."_s;
        QTest::newRow("emoji") << u"a🚀"_s << rule + u"“🚀” is not allowed."_s;
        QTest::newRow("invisible") << u"a\u200B"_s << rule + u"U+200B is not allowed."_s;
        QTest::newRow("many") << u"ABCDEFG"_s
                              << rule + u"“A”, “B”, “C”, “D”, “E” and 2 more are not allowed."_s;
        QTest::newRow("taken") << u"taken"_s << u"taken is taken. Choose another name."_s;
    }

    void judgesTheName()
    {
        QFETCH(QString, name);
        QFETCH(QString, problem);
        AccountDraft draft = complete();
        draft.setName(name);
        const FieldNote expected =
            problem.isEmpty() ? FieldNote::good(u"This name is free."_s) : FieldNote::bad(problem);
        QCOMPARE(draft.note(Field::Name, now).text, expected.text);
        QCOMPARE(draft.note(Field::Name, now).tone, expected.tone);
        QCOMPARE(draft.accountAt(now).has_value(), problem.isEmpty());
        QCOMPARE(draft.fieldsToChange(now), problem.isEmpty() ? 0 : 1);
    }

    void saysNothingOfANameThatItCannotLookUp()
    {
        AccountDraft draft([](const QString &) { return NameUse::NotKnown; });
        draft.setName(u"deploy_bot"_s);
        QCOMPARE(draft.note(Field::Name, now).tone, Tone::Hint);
    }

    void judgesTheDescription_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString() << int(Tone::None) << QString();
        QTest::newRow("scarce") << QString(450, u'a') << int(Tone::Hint) << u"450 of 500 characters"_s;
        QTest::newRow("500 emoji") << u"🚀"_s.repeated(500) << int(Tone::Hint) << u"500 of 500 characters"_s;
        QTest::newRow("501 emoji") << u"🚀"_s.repeated(501) << int(Tone::Bad)
                                   << u"Use at most 500 characters; this description has 501."_s;
        QTest::newRow("half a character") << QString(QChar(0xD83D)) << int(Tone::Bad)
                                          << u"This text holds half of a character. Type it again."_s;
    }

    void judgesTheDescription()
    {
        QFETCH(QString, description);
        QFETCH(int, tone);
        QFETCH(QString, text);
        AccountDraft draft = complete();
        draft.setDescription(description);
        QCOMPARE(int(draft.note(Field::Description, now).tone), tone);
        QCOMPARE(draft.note(Field::Description, now).text, text);
        QCOMPARE(draft.accountAt(now).has_value(), tone != int(Tone::Bad));
    }

    void judgesTheExpirationAtTheTimeThatIsAskedFor()
    {
        AccountDraft draft = complete();
        draft.setExpiration(ExpirationChoice::date(QDate(2026, 11, 25)));
        QVERIFY(draft.accountAt(now));
        const QDateTime later = now.addDays(3);
        QVERIFY(!draft.accountAt(later));
        QCOMPARE(draft.note(Field::Expiration, later),
                 FieldNote::bad(u"25 November 2026 is in the past. Choose a later date."_s));
    }

    void countsTheDaysFromTheMomentThatIsAskedFor()
    {
        const auto account = complete().accountAt(now);
        QCOMPARE(account->expiration.end(), std::optional(now.addDays(30)));
    }

    void needsARole()
    {
        AccountDraft draft = complete();
        draft.setRoles({});
        QCOMPARE(draft.note(Field::Roles, now), FieldNote::bad(u"Choose at least one role."_s));
        QVERIFY(!draft.accountAt(now));
    }

    void saysWhatIsMissingWhenAllIsTouched()
    {
        AccountDraft draft(useOf);
        draft.touchAll();
        QCOMPARE(draft.fieldsToChange(now), 2);
    }

    void putsRefusalsBesideTheirFields_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("place");
        QTest::newRow("name") << u"name"_s << int(Field::Name);
        QTest::newRow("description") << u"description"_s << int(Field::Description);
        QTest::newRow("end") << u"expiry_date"_s << int(Field::Expiration);
        QTest::newRow("roles") << u"roles"_s << int(Field::Roles);
        QTest::newRow("one role") << u"roles[1]"_s << int(Field::Roles);
    }

    void putsRefusalsBesideTheirFields()
    {
        QFETCH(QString, field);
        QFETCH(int, place);
        AccountDraft draft = complete();
        QVERIFY(draft.refuse(refusal(field, u"invalid"_s)));
        for (const Field each : AccountDraft::allFields())
            QCOMPARE(draft.note(each, now).isBad(), int(each) == place);
        QVERIFY(!draft.accountAt(now));
    }

    void saysWhenARefusalBelongsToNoField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("another field") << u"colour"_s;
        QTest::newRow("only its beginning") << u"name_of_it"_s;
        QTest::newRow("none") << QString();
    }

    void saysWhenARefusalBelongsToNoField()
    {
        QFETCH(QString, field);
        AccountDraft draft = complete();
        QVERIFY(!draft.refuse(refusal(field, u"invalid"_s)));
        QVERIFY(!draft.refuse(Error(ErrorKind::Unreachable)));
        QVERIFY(draft.accountAt(now));
    }

    void putsAConflictBesideTheName()
    {
        AccountDraft draft = complete();
        QVERIFY(draft.refuse(Error(ErrorKind::Conflict, u"It is reserved."_s)));
        QCOMPARE(draft.note(Field::Name, now), FieldNote::bad(u"It is reserved."_s));
        QCOMPARE(draft.fieldsToChange(now), 1);
    }

    void saysTheFirstOfTwoRefusalsOfAField()
    {
        AccountDraft draft = complete();
        Error error(ErrorKind::Invalid);
        error.fields = {{u"roles[0]"_s, u"unknown_role"_s, {}},
                        {u"roles[1]"_s, u"repeated"_s, {}},
                        {u"colour"_s, {}, {}}};
        QVERIFY2(!draft.refuse(error), "nobody said what is wrong with the colour");
        QCOMPARE(draft.note(Field::Roles, now).text,
                 u"The server does not know one of these roles. Choose others."_s);
        QCOMPARE(draft.fieldsToChange(now), 1);
    }

    void aChangeEndsARefusal()
    {
        AccountDraft draft = complete();
        QVERIFY(draft.refuse(Error(ErrorKind::NameTaken)));
        QCOMPARE(draft.note(Field::Name, now).text, u"deploy_bot is taken. Choose another name."_s);
        draft.setDescription(u"Other"_s);
        QVERIFY(!draft.accountAt(now));
        draft.setName(u"deploy_bot_2"_s);
        QVERIFY(draft.accountAt(now));
    }

    void opensWithWhatThePolicyAllows_data()
    {
        QTest::addColumn<std::optional<int>>("longest");
        QTest::addColumn<int>("days");
        QTest::newRow("no limit") << std::optional<int>() << 30;
        QTest::newRow("more than 30 days") << std::optional(180) << 30;
        QTest::newRow("less") << std::optional(7) << 7;
        QTest::newRow("a length that is not among the choices") << std::optional(10) << 10;
    }

    void opensWithWhatThePolicyAllows()
    {
        QFETCH(std::optional<int>, longest);
        QFETCH(int, days);
        const AccountDraft draft(useOf, {longest, false}, u"Production"_s);
        QCOMPARE(draft.expiration(), ExpirationChoice::days(days));
    }

    void holdsTheExpirationToThePolicy_data()
    {
        QTest::addColumn<ExpirationChoice>("choice");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("the longest") << ExpirationChoice::days(180) << true;
        QTest::newRow("longer") << ExpirationChoice::days(365) << false;
        QTest::newRow("unlimited") << ExpirationChoice::unlimited() << false;
        QTest::newRow("the last day") << ExpirationChoice::date(QDate(2027, 5, 23)) << true;
        QTest::newRow("the day after") << ExpirationChoice::date(QDate(2027, 5, 24)) << false;
    }

    void holdsTheExpirationToThePolicy()
    {
        QFETCH(ExpirationChoice, choice);
        QFETCH(bool, isAllowed);
        AccountDraft draft(useOf, {180, false}, u"Production"_s);
        draft.setName(u"deploy_bot"_s);
        draft.setRoles({AccountRole(Role::Viewer)});
        draft.setExpiration(choice);
        QCOMPARE(draft.accountAt(now).has_value(), isAllowed);
        QCOMPARE(draft.note(Field::Expiration, now).isBad(), !isAllowed);
    }

    void saysWhichDateThePolicyAllows()
    {
        AccountDraft draft(useOf, {180, false}, u"Production"_s);
        draft.setExpiration(ExpirationChoice::date(QDate(2027, 11, 30)));
        QCOMPARE(draft.note(Field::Expiration, now).text,
                 u"30 November 2027 is 371 days away. Choose a date up to 23 May 2027."_s);
    }

    void aDuplicateIsComplete()
    {
        AccountDraft draft(useOf);
        draft.startFrom(
            {u"ci_deploy_2"_s, u"Deploys"_s, {AccountRole(Role::Viewer)}, {}, ExpirationChoice::unlimited()});
        QVERIFY(draft.accountAt(now));
        QVERIFY(draft.accountAt(now)->expiration.isUnlimited());
        QCOMPARE(draft.note(Field::Name, now).tone, Tone::Good);
        QVERIFY2(!draft.hasText(), "nobody typed anything yet");
        draft.setDescription(u"Deploys more"_s);
        QVERIFY(draft.hasText());
    }

    void startsFromWhatWasSentBefore_data()
    {
        QTest::addColumn<std::optional<QDateTime>>("end");
        QTest::addColumn<ExpirationChoice>("choice");
        QTest::newRow("unlimited") << std::optional<QDateTime>() << ExpirationChoice::unlimited();
        const QDateTime noon(QDate(2026, 12, 24), QTime(12, 0));
        QTest::newRow("the day of its end") << std::optional(noon) << ExpirationChoice::date(noon.date());
    }

    void startsFromWhatWasSentBefore()
    {
        QFETCH(std::optional<QDateTime>, end);
        QFETCH(ExpirationChoice, choice);
        const NewServiceAccount before{*ServiceAccountName::fromText(u"ci_deploy"_s),
                                       *AccountDescription::fromText(u"Deploys"_s),
                                       end ? *Expiration::until(*end, now) : Expiration::unlimited(),
                                       *RoleSet::of({Role::Deployment, Role::Viewer})};
        AccountDraft draft(useOf);
        draft.startFrom(before);
        QCOMPARE(draft.expiration(), choice);
        QVERIFY2(draft.hasText(), "closing the form would lose what was typed for the one before");
        const auto again = draft.accountAt(now);
        QVERIFY(again);
        QCOMPARE(again->name, before.name);
        QCOMPARE(again->description, before.description);
        QCOMPARE(again->roles, before.roles);
    }

    void theNameOfADuplicateIsTextOnceItIsChanged()
    {
        AccountDraft draft(useOf);
        draft.startFrom({u"a_2"_s, u"Deploys"_s, {AccountRole(Role::Viewer)}, {}, {}});
        QVERIFY(!draft.hasText());
        draft.setName(u"b"_s);
        QVERIFY(draft.hasText());
    }

    void aDuplicateKeepsToThePolicy()
    {
        AccountDraft draft(useOf, {180, false}, u"Production"_s);
        draft.startFrom({u"a"_s, {}, {AccountRole(Role::Viewer)}, {}, ExpirationChoice::unlimited()});
        QCOMPARE(draft.expiration(), ExpirationChoice::days(30));
    }

    void asksForNoRoleThatItDoesNotKnow()
    {
        AccountDraft draft = complete();
        draft.setRoles({AccountRole(u"Auditor"_s), AccountRole(Role::Viewer)});
        QCOMPARE(draft.accountAt(now)->roles.roles(), QList{Role::Viewer});
        draft.setRoles({AccountRole(u"Auditor"_s)});
        QVERIFY(!draft.accountAt(now));
    }

    void saysWhichRolesADuplicateLeavesOut()
    {
        AccountDraft draft(useOf);
        draft.startFrom({u"a"_s, {}, {}, {u"Auditor"_s}, {}});
        const FieldNote note = draft.note(Field::Roles, now);
        QCOMPARE(note.tone, Tone::Hint);
        QVERIFY(note.text.contains(u"Auditor"_s));
        QVERIFY(!draft.accountAt(now));
    }
};

QTEST_GUILESS_MAIN(tst_AccountDraft)
#include "tst_accountdraft.moc"
