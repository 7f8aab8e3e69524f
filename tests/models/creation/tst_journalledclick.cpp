#include "models/creation/journalledclick.h"
#include "tests/support/memoryjournal.h"

#include <QTest>

using Stage = JournalEntry::Stage;

class TestJournalledClick : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_journal = std::make_unique<MemoryJournal>(); }
    void isInTheJournalFromItsBegin();
    void keepsHowFarItCame();
    void writesOfACopyOnlyWhileThatIsNews_data();
    void writesOfACopyOnlyWhileThatIsNews();
    void begunAgainItHasAnotherKeyAndTheSameRequest();
    void writesOfASaveOnlyOnceItIsMade();
    void forgetsTheEarlierOnesOfItsNameThatWereNotFound();
    void triesOnceToForgetWhatTheDiskKeeps();
    void becomesAnEarlierOneOfItsName();
    void becomesNoClickOfAnotherNameOrConnection();

private:
    static NewServiceAccount request(const QString &name)
    {
        return {*ServiceAccountName::fromText(name), AccountDescription(), Expiration::unlimited(),
                *RoleSet::of({Role::Viewer})};
    }
    JournalledClick click(const QString &connectionKey, const QString &name)
    {
        return {*m_journal, connectionKey, request(name), m_now};
    }
    JournalledClick deploy() { return click(QStringLiteral("local"), QStringLiteral("deploy")); }

    const QDateTime m_now{QDate(2026, 11, 24), QTime(10, 42), Qt::UTC};
    std::unique_ptr<MemoryJournal> m_journal;
};

void TestJournalledClick::isInTheJournalFromItsBegin()
{
    JournalledClick one = deploy();
    QVERIFY(m_journal->entries().isEmpty());
    QVERIFY(one.begin(m_now.addSecs(1), true));
    QCOMPARE(m_journal->entries(), QList{one.entry()});
    QCOMPARE(one.entry().begunAt, m_now.addSecs(1));
    QVERIFY(one.entry().serverHonoursKeys);
}

void TestJournalledClick::keepsHowFarItCame()
{
    JournalledClick one = deploy();
    QVERIFY(one.begin(m_now, false));
    one.keepAnswered(QStringLiteral("id"));
    QCOMPARE(m_journal->entries().constFirst().stage, Stage::Answered);
    QCOMPARE(m_journal->entries().constFirst().accountId, QStringLiteral("id"));
    one.keep(Stage::Stored);
    QCOMPARE(m_journal->entries(), QList{one.entry()});
    one.forget();
    QVERIFY(m_journal->entries().isEmpty());
}

void TestJournalledClick::writesOfACopyOnlyWhileThatIsNews_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("made") << Stage::Answered << true;
    QTest::newRow("in the keychain already") << Stage::Stored << false;
}

void TestJournalledClick::writesOfACopyOnlyWhileThatIsNews()
{
    QFETCH(Stage, stage);
    QFETCH(bool, isWritten);
    JournalledClick one = deploy();
    one.keep(stage);
    one.keepCopied();
    QVERIFY(one.entry().copied);
    QCOMPARE(m_journal->entries().constFirst().copied, isWritten);
}

void TestJournalledClick::begunAgainItHasAnotherKeyAndTheSameRequest()
{
    JournalledClick one = deploy();
    one.keepAnswered(QStringLiteral("id"));
    one.keepCopied();
    const JournalEntry again = one.again(m_now.addSecs(9)).entry();
    JournalEntry expected{again.idempotencyKey, QStringLiteral("local"), one.entry().request,
                          m_now.addSecs(9)};
    QCOMPARE(again, expected);
    QVERIFY(again.idempotencyKey != one.entry().idempotencyKey);
}

void TestJournalledClick::writesOfASaveOnlyOnceItIsMade()
{
    JournalledClick one = deploy();
    QVERIFY(one.begin(m_now, false));
    one.keepSavingBegun();
    QVERIFY(!m_journal->entries().constFirst().savingBegun);
    one.keepAnswered(QStringLiteral("id"));
    QVERIFY(m_journal->entries().constFirst().savingBegun);
}

void TestJournalledClick::forgetsTheEarlierOnesOfItsNameThatWereNotFound()
{
    JournalledClick sent = deploy();
    QVERIFY(sent.begin(m_now, false));
    for (int i = 0; i < 2; ++i)
        deploy().keep(Stage::NotMade);
    JournalledClick another = click(QStringLiteral("local"), QStringLiteral("another"));
    another.keep(Stage::NotMade);
    deploy().forgetEarlier();
    QCOMPARE(m_journal->entries(), (QList{sent.entry(), another.entry()}));
}

void TestJournalledClick::triesOnceToForgetWhatTheDiskKeeps()
{
    JournalledClick earlier = deploy();
    earlier.keep(Stage::NotMade);
    m_journal->failWith(Error(ErrorKind::FileUnwritable));
    deploy().forgetEarlier();
    QCOMPARE(m_journal->entries(), QList{earlier.entry()});
}

void TestJournalledClick::becomesAnEarlierOneOfItsName()
{
    JournalledClick earlier = deploy();
    earlier.keep(Stage::NotMade);
    JournalledClick later = deploy();
    QVERIFY(later.begin(m_now.addSecs(60), false));
    QVERIFY(later.becomeEarlier());
    QCOMPARE(later.entry(), earlier.entry());
    QCOMPARE(m_journal->entries(), QList{earlier.entry()});
}

void TestJournalledClick::becomesNoClickOfAnotherNameOrConnection()
{
    click(QStringLiteral("local"), QStringLiteral("another")).keep(Stage::NotMade);
    click(QStringLiteral("server"), QStringLiteral("deploy")).keep(Stage::NotMade);
    deploy().keep(Stage::Answered);
    // The connection had another address then.
    JournalledClick(*m_journal, QStringLiteral("local"), request(QStringLiteral("deploy")), m_now,
                    QUrl(QStringLiteral("https://other.example")))
        .keep(Stage::NotMade);
    JournalledClick later = deploy();
    QVERIFY(!later.becomeEarlier());
}

QTEST_GUILESS_MAIN(TestJournalledClick)
#include "tst_journalledclick.moc"
