#include "models/many/singlerolechange.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = ManyChange::Kind;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class tst_SingleRoleChange : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<SingleRoleChange> m_change;
    std::optional<ChangeOutcome> m_outcome;
    QString m_id;

    void begin(const ManyChange &change)
    {
        m_change = std::make_unique<SingleRoleChange>(m_api, change, m_id);
        connect(m_change.get(), &SingleChange::ended, this, [this](const ChangeOutcome &outcome) {
            QVERIFY(!m_outcome);
            m_outcome = outcome;
        });
        m_change->start();
    }
    void beginToAddAdmin() { begin({Kind::AddRoles, {Role::Admin}}); }
    /// Its answer is held, and lost as soon as it is released.
    void beginAndLoseTheAnswer()
    {
        m_api->failNext(Verb::Update, Error(ErrorKind::Cut));
        m_api->hold(Verb::Update);
        beginToAddAdmin();
        QTRY_COMPARE(m_api->calls(Verb::Update), 1);
    }
    QStringList roles() const
    {
        QStringList names;
        for (const AccountRole &role : m_api->accounts().constFirst().roles)
            names.append(role.name);
        return names;
    }
    void somebodyElseWrites(const QString &description, const QStringList &names)
    {
        ServiceAccount theirs = m_api->accounts().constFirst();
        theirs.description = description;
        theirs.roles.clear();
        for (const QString &name : names)
            theirs.roles.append(AccountRole(name));
        m_api->put(theirs);
    }

private Q_SLOTS:
    void init()
    {
        m_outcome.reset();
        m_api = std::make_shared<MemoryAdminApi>(m_clock);
        m_api->fill(1);
        m_id = m_api->accounts().constFirst().id;
    }
    void cleanup() { m_change.reset(); }

    void savesUnderTheVersionThatItRead()
    {
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QCOMPARE(roles(), (QStringList{u"Viewer"_s, u"Admin"_s}));
        QCOMPARE(m_api->lastIfMatch(), u"\"v1\""_s);
        QCOMPARE(m_outcome->account->roles, m_api->accounts().constFirst().roles);
    }

    void savesNothingThatIsAsWantedAlready()
    {
        begin({Kind::AddRoles, {Role::Viewer}});
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QCOMPARE(m_api->calls(Verb::Update), 0);
    }

    void keepsWhatSomebodyElseChangedMeanwhile()
    {
        beginToAddAdmin();
        // It has been read, and not saved yet.
        somebodyElseWrites(u"theirs"_s, {u"Auditor"_s});
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QCOMPARE(roles(), (QStringList{u"Auditor"_s, u"Admin"_s}));
        QCOMPARE(m_api->accounts().constFirst().description, u"theirs"_s);
        QCOMPARE(m_api->calls(Verb::Update), 2);
    }

    void isDoneWhenSomebodyElseDidTheSame()
    {
        beginToAddAdmin();
        somebodyElseWrites({}, {u"Admin"_s});
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QCOMPARE(m_api->calls(Verb::Update), 1);
    }

    void givesUpARaceThatItAlwaysLoses()
    {
        for (int round = 0; round < 6; ++round)
            m_api->failNext(Verb::Update, Error(ErrorKind::Stale));
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error->kind, ErrorKind::Stale);
        QCOMPARE(m_api->calls(Verb::Update), 5);
    }

    void neverTakesTheLastRole()
    {
        somebodyElseWrites({}, {u"Viewer"_s, u"Admin"_s});
        begin({Kind::RemoveRoles, {Role::Viewer}});
        // Somebody else takes the other one meanwhile.
        somebodyElseWrites({}, {u"Viewer"_s});
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error->sentence(), u"It has no other role any more, so this one was kept."_s);
        QCOMPARE(roles(), QStringList{u"Viewer"_s});
    }

    void readsBackWhenTheAnswerIsLost_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("it was done") << Work::Done << true;
        QTest::newRow("it was not done") << Work::NotDone << false;
    }

    void readsBackWhenTheAnswerIsLost()
    {
        QFETCH(Work, work);
        m_api->failNext(Verb::Update, Error(ErrorKind::Cut), work);
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QTEST(!m_outcome->error, "isDone");
        QVERIFY(!m_outcome->isUnknown);
        QCOMPARE(m_api->calls(Verb::Update), 1);
    }

    void tellsWhyItCannotReadBack_data()
    {
        QTest::addColumn<ErrorKind>("reading");
        QTest::addColumn<ErrorKind>("told");
        QTest::newRow("the token is refused") << ErrorKind::Unauthorized << ErrorKind::Unauthorized;
        QTest::newRow("the role is missing") << ErrorKind::Forbidden << ErrorKind::Forbidden;
        QTest::newRow("the server asks to wait") << ErrorKind::TooManyRequests << ErrorKind::TooManyRequests;
        QTest::newRow("the connection is lost too") << ErrorKind::Unreachable << ErrorKind::Cut;
    }

    void tellsWhyItCannotReadBack()
    {
        QFETCH(ErrorKind, reading);
        beginAndLoseTheAnswer();
        m_api->failAlways(Error(reading));
        m_api->release();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->isUnknown);
        QTEST(m_outcome->error->kind, "told");
    }

    void looksAndFindsThatTheAccountIsGone()
    {
        beginAndLoseTheAnswer();
        m_api->remove(m_id);
        m_api->release();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->isGone);
        QVERIFY(!m_outcome->isUnknown);
        QCOMPARE(m_outcome->error->kind, ErrorKind::NotFound);
    }

    void looksForNothingWhereTheServerAsksToWait()
    {
        m_api->failNext(Verb::Update, Error(ErrorKind::Unavailable));
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error->kind, ErrorKind::Unavailable);
        QVERIFY(!m_outcome->isUnknown);
        QCOMPARE(m_api->calls(Verb::Read), 1);
    }

    void sendsNoDescriptionThatTheServerWouldRefuse()
    {
        somebodyElseWrites(QString(501, u'd'), {u"Viewer"_s});
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->error->sentence().startsWith(u"Its description is longer than 500 characters"));
        QCOMPARE(m_outcome->account->description.size(), 501);
        QCOMPARE(m_api->calls(Verb::Update), 0);
    }

    void tellsThatTheAccountIsGone()
    {
        m_api->remove(m_id);
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->isGone);
        QCOMPARE(m_outcome->error->kind, ErrorKind::NotFound);
    }

    void endsWithWhatTheServerRefuses()
    {
        m_api->failNext(Verb::Update, Error(ErrorKind::LastAdmin));
        beginToAddAdmin();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error->kind, ErrorKind::LastAdmin);
    }
};

QTEST_GUILESS_MAIN(tst_SingleRoleChange)
#include "tst_singlerolechange.moc"
