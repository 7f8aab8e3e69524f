#include "models/accounts/timetext.h"
#include "tests/models/list/accounttablefixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class AccountTableModelTest : public QObject, private AccountTableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeModel(); }
    void sortsByNameAsPeopleDoAtFirst();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void showsAnythingAServerReports();
    void reconcilesByDifferences();
    void aRefreshWithoutChangesTellsNothing();
    void oneChangedRowIsOneRow();
    void aRefreshOfManyKeepsThemInOrder();
    void leavesAccountsAloneThatWereChangedMeanwhile();
    void staysCorrectThroughRandomChanges();
    void aNewNameMovesItsRow();
    void takesAnAccountOnceThatAServerNamesTwice();
    void sortsByNoColumnThatIsNotThere();
    void judgesExpiryByTheServersClock();
    void sortsAnewWhenTimeMovesAStatus();
    void tellsHowSoonIsSoon();
    void tellsMomentsExactlyOnRequest();
    void marksWhatIsSavedInTheKeychain();
    void sortsAnewWhenAnotherTokenIsSaved();
};

void AccountTableModelTest::sortsByNameAsPeopleDoAtFirst()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    init();
    m_model->put({account(QStringLiteral("bot_10")), account(QStringLiteral("bot_9")),
                  account(QStringLiteral("Alpha")), account(QStringLiteral("beta"))});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("Alpha"), QStringLiteral("beta"),
                                        QStringLiteral("bot_9"), QStringLiteral("bot_10")}));
    m_model->sort(0, Qt::DescendingOrder);
    QCOMPARE(shownNames().constFirst(), QStringLiteral("bot_10"));
}

void AccountTableModelTest::sortsByEveryColumn_data()
{
    QTest::addColumn<AccountColumn>("column");
    QTest::addColumn<QString>("first");
    QTest::newRow("name") << AccountColumn::Name << QStringLiteral("a");
    QTest::newRow("description") << AccountColumn::Description << QStringLiteral("c");
    QTest::newRow("roles") << AccountColumn::Roles << QStringLiteral("b");
    QTest::newRow("expiration: the nearest end") << AccountColumn::Expiration << QStringLiteral("c");
    QTest::newRow("status: expired before active") << AccountColumn::Status << QStringLiteral("c");
    QTest::newRow("last used: never before all others") << AccountColumn::LastUsed << QStringLiteral("b");
    QTest::newRow("created: the oldest") << AccountColumn::Created << QStringLiteral("b");
    QTest::newRow("created by") << AccountColumn::CreatedBy << QStringLiteral("b");
    QTest::newRow("keychain: the saved") << AccountColumn::Keychain << QStringLiteral("c");
}

void AccountTableModelTest::sortsByEveryColumn()
{
    QFETCH(AccountColumn, column);
    QFETCH(QString, first);
    const QDateTime now = m_clock.now();
    ServiceAccount a = account(QStringLiteral("a"));
    a.description = QStringLiteral("second");
    a.lastUsedDate = now.addDays(-1);
    a.createdBy = QStringLiteral("zoe");
    ServiceAccount b = account(QStringLiteral("b"), {AccountRole(Role::Admin)});
    b.description = QStringLiteral("third");
    b.expiryDate = now.addDays(40);
    b.creationDate = now.addDays(-900);
    b.createdBy = QStringLiteral("ann");
    ServiceAccount c = account(QStringLiteral("c"));
    c.description = QStringLiteral("first");
    c.expiryDate = now.addDays(-1);
    c.lastUsedDate = now.addDays(-2);
    c.createdBy = QStringLiteral("mia");
    m_model->put({c, a, b});
    m_model->setSavedIds({QStringLiteral("id-c")});

    m_model->sort(static_cast<int>(column), Qt::AscendingOrder);
    QCOMPARE(shownNames().constFirst(), first);
    m_model->sort(static_cast<int>(column), Qt::DescendingOrder);
    QVERIFY(shownNames().constFirst() != first);
}

void AccountTableModelTest::showsAnythingAServerReports()
{
    ServiceAccount odd = account(QStringLiteral("UPPER case & <b>") + QString(100, u'x'), {});
    odd.description = QString(2000, u'd');
    odd.expiryDate = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    odd.creationDate = {};
    m_model->put({odd});
    for (int column = 0; column < m_model->columnCount(); ++column)
        QVERIFY(m_model->index(0, column).data().isValid());
    QCOMPARE(m_model->index(0, 0).data().toString(), odd.name);
    QCOMPARE(m_model->statusOfRow(0), Status::Expired);
}

void AccountTableModelTest::reconcilesByDifferences()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b")), account(QStringLiteral("c"))});
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    ServiceAccount changed = account(QStringLiteral("b"));
    changed.description = QStringLiteral("new");
    m_model->reconcile({account(QStringLiteral("a")), changed, account(QStringLiteral("d"))});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("d")}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().constFirst().toModelIndex().row(), 1);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(m_model->serviceAccountAt(1).description, QStringLiteral("new"));
}

void AccountTableModelTest::aRefreshWithoutChangesTellsNothing()
{
    const QList<ServiceAccount> accounts{account(QStringLiteral("a")), account(QStringLiteral("b"))};
    m_model->put(accounts);
    m_model->setServerClockOffset(5min);
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy counts(m_model.get(), &AccountTableModel::countsChanged);
    // What the server's clock was found to be varies by what an answer takes.
    m_model->setServerClockOffset(5min + 700ms);
    m_model->reconcile(accounts);
    m_model->put(accounts);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(counts.size(), 0);
}

void AccountTableModelTest::oneChangedRowIsOneRow()
{
    QList<ServiceAccount> accounts;
    for (int number = 100; number < 200; ++number)
        accounts.append(account(QStringLiteral("n%1").arg(number)));
    m_model->put(accounts);
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    accounts[42].description = QStringLiteral("new");
    m_model->reconcile(accounts);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().at(0).toModelIndex().row(), 42);
    QCOMPARE(changes.constFirst().at(1).toModelIndex().row(), 42);
    QCOMPARE(layouts.size(), 0);
}

/// More gaps than are told one by one.
void AccountTableModelTest::aRefreshOfManyKeepsThemInOrder()
{
    QList<ServiceAccount> accounts;
    QList<ServiceAccount> wanted;
    QStringList expected;
    for (int number = 1000; number < 2000; ++number) {
        const ServiceAccount one = account(QStringLiteral("n%1").arg(number));
        accounts.append(one);
        if (number % 3 == 0)
            continue;
        wanted.append(one);
        expected.append(one.name);
        if (number % 2 == 0)
            wanted.last().description = QStringLiteral("changed");
    }
    m_model->put(accounts);
    const QPersistentModelIndex stays = m_model->index(501, 0);
    const QString name = stays.data().toString();
    wanted.append(account(QStringLiteral("n2000")));
    expected.append(QStringLiteral("n2000"));
    m_model->reconcile(wanted);
    QCOMPARE(shownNames(), expected);
    QCOMPARE(stays.data().toString(), name);
    QVERIFY(!m_model->hasName(QStringLiteral("n1002")));
    m_model->setFilter({QStringLiteral("changed"), StatusChoice::All, {}});
    QCOMPARE(m_model->rowCount(), 333);
    m_model->setFilter({});
    m_model->reconcile({});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->roleChoices().size() == 4);
}

void AccountTableModelTest::leavesAccountsAloneThatWereChangedMeanwhile()
{
    ServiceAccount mine = account(QStringLiteral("mine"));
    mine.description = QStringLiteral("just saved");
    m_model->put({mine, account(QStringLiteral("other"))});
    m_model->reconcile({account(QStringLiteral("mine")), account(QStringLiteral("deleted"))},
                       {mine.id, QStringLiteral("id-deleted")});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("mine")}));
    QCOMPARE(m_model->serviceAccountAt(0).description, QStringLiteral("just saved"));
}

void AccountTableModelTest::staysCorrectThroughRandomChanges()
{
    QRandomGenerator random(20261124);
    QSet<QString> known;
    for (int step = 0; step < 400; ++step) {
        const QString name = QStringLiteral("n%1").arg(random.bounded(40));
        switch (random.bounded(6)) {
        case 0:
            m_model->remove(QStringLiteral("id-") + name);
            known.remove(name);
            break;
        case 1:
            m_model->setFilter({QString::number(random.bounded(10)), StatusChoice::All, {}});
            break;
        case 2:
            m_model->sort(random.bounded(accountColumnTotal),
                          random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 3:
            m_model->setFilter({});
            break;
        case 4: {
            // A refresh: some went, some changed, some came.
            QList<ServiceAccount> now;
            known.clear();
            for (int number = 0; number < 40; ++number) {
                if (random.bounded(2) == 0)
                    continue;
                const QString one = QStringLiteral("n%1").arg(number);
                now.append(account(one));
                now.last().description = QString::number(step / (1 + random.bounded(2)));
                known.insert(one);
            }
            m_model->reconcile(now);
            break;
        }
        default: {
            ServiceAccount changed = account(name);
            changed.description = QString::number(step);
            m_model->put({changed});
            known.insert(name);
        }
        }
        QStringList expected;
        for (const QString &one : std::as_const(known)) {
            const ServiceAccount *stored = m_model->accountById(QStringLiteral("id-") + one);
            QVERIFY(stored);
            const QString all = stored->name + u'\n' + stored->description;
            if (all.contains(m_model->filter().search))
                expected.append(one);
        }
        QStringList shown = shownNames();
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
    }
}

void AccountTableModelTest::aNewNameMovesItsRow()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b")), account(QStringLiteral("c"))});
    const QPersistentModelIndex first = m_model->index(0, 0);
    ServiceAccount renamed = account(QStringLiteral("a"));
    renamed.name = QStringLiteral("z");
    ServiceAccount described = account(QStringLiteral("b"));
    described.description = QStringLiteral("new");
    m_model->reconcile({renamed, described, account(QStringLiteral("c"))});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("z")}));
    QCOMPARE(first.row(), 2);
    // Of two with one name the ids decide, so that nothing jumps to and fro.
    renamed.name = QStringLiteral("c");
    m_model->put({renamed});
    QCOMPARE(m_model->rowOf(QStringLiteral("id-a")), 1);
    QCOMPARE(m_model->rowOf(QStringLiteral("id-c")), 2);
}

void AccountTableModelTest::takesAnAccountOnceThatAServerNamesTwice()
{
    ServiceAccount again = account(QStringLiteral("a"));
    again.description = QStringLiteral("later");
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b")), again});
    QCOMPARE(shownNames(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(m_model->serviceAccountAt(0).description, QStringLiteral("later"));
}

void AccountTableModelTest::sortsByNoColumnThatIsNotThere()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b"))});
    m_model->sort(-1, Qt::DescendingOrder);
    m_model->sort(accountColumnTotal, Qt::DescendingOrder);
    QCOMPARE(m_model->sortColumn(), AccountColumn::Name);
    QCOMPARE(shownNames().constFirst(), QStringLiteral("a"));
}

void AccountTableModelTest::judgesExpiryByTheServersClock()
{
    ServiceAccount one = account(QStringLiteral("a"));
    one.expiryDate = m_clock.now().addSecs(60);
    m_model->put({one});
    QCOMPARE(m_model->statusOfRow(0), Status::ExpiringSoon);
    m_model->setServerClockOffset(2min);
    QCOMPARE(m_model->statusOfRow(0), Status::Expired);
    QCOMPARE(m_model->counts().of(StatusChoice::Expired), 1);
}

void AccountTableModelTest::sortsAnewWhenTimeMovesAStatus()
{
    ServiceAccount ends = account(QStringLiteral("z"));
    ends.expiryDate = m_clock.now().addSecs(60);
    m_model->put({account(QStringLiteral("a")), ends});
    m_model->sort(static_cast<int>(AccountColumn::Status), Qt::DescendingOrder);
    QCOMPARE(shownNames(), QStringList({QStringLiteral("a"), QStringLiteral("z")}));
    m_model->sort(static_cast<int>(AccountColumn::Status), Qt::AscendingOrder);
    m_model->setSoon(0h);
    QCOMPARE(shownNames(), QStringList({QStringLiteral("a"), QStringLiteral("z")}));
    m_clock.advance(60s);
    m_model->updateTimes();
    QCOMPARE(shownNames(), QStringList({QStringLiteral("z"), QStringLiteral("a")}));
}

void AccountTableModelTest::tellsHowSoonIsSoon()
{
    ServiceAccount ends = account(QStringLiteral("a"));
    ends.expiryDate = m_clock.now().addDays(20);
    m_model->put({ends});
    const auto column = static_cast<int>(AccountColumn::Status);
    QCOMPARE(m_model->index(0, column).data().toString(), QStringLiteral("Active"));
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setSoon(30 * 24h);
    QCOMPARE(m_model->index(0, column).data().toString(), QStringLiteral("Expiring soon"));
    QCOMPARE(changes.size(), 1);
    m_model->setSoon(30 * 24h);
    QCOMPARE(changes.size(), 1);
}

void AccountTableModelTest::tellsMomentsExactlyOnRequest()
{
    ServiceAccount used = account(QStringLiteral("a"));
    used.lastUsedDate = m_clock.now().addSecs(-4 * 60);
    used.expiryDate = m_clock.now().addDays(3);
    m_model->put({used});
    const auto text = [this](AccountColumn column) { return m_model->text(0, column); };
    QCOMPARE(text(AccountColumn::LastUsed), QStringLiteral("4 min ago"));
    QCOMPARE(text(AccountColumn::Expiration), shortDate(*used.expiryDate));
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setTimesExact(true);
    m_model->setTimesExact(true);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(text(AccountColumn::LastUsed), exactTime(*used.lastUsedDate));
    QCOMPARE(text(AccountColumn::Expiration), exactTime(*used.expiryDate));
    QCOMPARE(text(AccountColumn::Created), exactTime(used.creationDate));
}

void AccountTableModelTest::marksWhatIsSavedInTheKeychain()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b"))});
    m_model->setSavedIds({QStringLiteral("id-b")});
    const auto column = static_cast<int>(AccountColumn::Keychain);
    QCOMPARE(m_model->index(0, column).data().toString(), QString());
    QCOMPARE(m_model->index(1, column).data().toString(), QStringLiteral("Saved"));
    QVERIFY(m_model->isSaved(1));
}

void AccountTableModelTest::sortsAnewWhenAnotherTokenIsSaved()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b"))});
    m_model->sort(static_cast<int>(AccountColumn::Keychain), Qt::AscendingOrder);
    QCOMPARE(shownNames().constFirst(), QStringLiteral("a"));
    m_model->setSavedIds({QStringLiteral("id-b")});
    QCOMPARE(shownNames().constFirst(), QStringLiteral("b"));
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setSavedIds({QStringLiteral("id-b")});
    QCOMPARE(changes.size(), 0);
}

QTEST_GUILESS_MAIN(AccountTableModelTest)
#include "tst_accounttablemodel.moc"
