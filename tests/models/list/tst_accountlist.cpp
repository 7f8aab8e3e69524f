#include "models/list/accountlist.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"

#include <QTest>

using namespace std::chrono_literals;
using State = AccountList::State;
using Verb = MemoryAdminApi::Verb;

class AccountListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsTheFirstPageBeforeTheRestIsThere();
    void readsEveryPage();
    void keepsTheRowsOfBeforeWhenARefreshFails();
    void saysWhyAFirstLoadFailed();
    void stopsAtOnceAndKeepsWhatCame();
    void keepsTheSelectionThroughARefresh();
    void takesOverWhatSomebodyElseChanged();
    void doesNotLetARefreshUndoWhatWasChangedSinceItBegan();
    void forgetsTheRowsOfAnotherConnection();
    void keepsTheRowsOfTheSameConnection();
    void aRefreshBeginsAnewWhileOneRuns();
    void judgesByTheServersClock();
    void refusesAListWithoutEnd();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<AccountList> m_list;
};

void AccountListTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_list = std::make_unique<AccountList>(m_clock);
    m_list->setApi(m_api);
}

void AccountListTest::showsTheFirstPageBeforeTheRestIsThere()
{
    m_api->fill(250);
    QList<int> totals;
    connect(m_list.get(), &AccountList::stateChanged, this, [&] {
        if (m_list->state() == State::Loading)
            totals.append(m_list->model()->rowCount());
    });
    m_list->refresh();
    QCOMPARE(m_list->state(), State::Loading);
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QVERIFY(totals.contains(100));
    QCOMPARE(m_list->model()->rowCount(), 250);
    QCOMPARE(m_list->loadedAt(), m_clock.now());
}

void AccountListTest::readsEveryPage()
{
    m_api->fill(2350);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->total(), 2350);
    QCOMPARE(m_api->calls(Verb::List), 4);
}

void AccountListTest::keepsTheRowsOfBeforeWhenARefreshFails()
{
    m_api->fill(3);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    const QDateTime loadedAt = m_list->loadedAt();
    m_clock.advance(5min);
    m_api->failNext(Verb::List, Error(ErrorKind::TimedOut));
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Failed);
    QCOMPARE(m_list->error().kind, ErrorKind::TimedOut);
    QVERIFY(m_list->hasOldRows());
    QCOMPARE(m_list->model()->rowCount(), 3);
    QCOMPARE(m_list->loadedAt(), loadedAt);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QVERIFY(!m_list->hasOldRows());
}

void AccountListTest::saysWhyAFirstLoadFailed()
{
    m_api->failNext(Verb::List, Error(ErrorKind::Forbidden));
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Failed);
    QCOMPARE(m_list->error().kind, ErrorKind::Forbidden);
    QVERIFY(!m_list->hasOldRows());
}

void AccountListTest::stopsAtOnceAndKeepsWhatCame()
{
    m_api->fill(2350);
    m_list->stop();
    QCOMPARE(m_list->state(), State::Idle);
    const auto first = connect(m_list.get(), &AccountList::stateChanged, this, [this] {
        if (m_list->model()->total() == 100)
            m_api->hold(Verb::List);
    });
    m_list->refresh();
    QTRY_COMPARE(m_api->waiting(), 1);
    m_list->stop();
    QCOMPARE(m_list->state(), State::Failed);
    QCOMPARE(m_list->error().kind, ErrorKind::Cancelled);
    disconnect(first);
    m_api->release();
    QCoreApplication::processEvents();
    QCOMPARE(m_list->model()->total(), 100);
    QCOMPARE(m_api->calls(Verb::List), 2);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    m_list->stop();
    QCOMPARE(m_list->state(), State::Loaded);
}

void AccountListTest::keepsTheSelectionThroughARefresh()
{
    m_api->fill(300);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    const QPersistentModelIndex chosen = m_list->model()->index(200, 0);
    const QString name = chosen.data().toString();
    m_api->remove(QStringLiteral("id_account_001"));
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->total(), 299);
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.data().toString(), name);
    QCOMPARE(chosen.row(), 199);
}

void AccountListTest::takesOverWhatSomebodyElseChanged()
{
    m_api->fill(2);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    ServiceAccount changed = m_api->accounts().constFirst();
    changed.description = QStringLiteral("by somebody else");
    m_api->put(changed);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->accountById(changed.id)->description, changed.description);
}

void AccountListTest::doesNotLetARefreshUndoWhatWasChangedSinceItBegan()
{
    m_api->fill(3);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    m_api->hold(Verb::List);
    m_list->refresh();
    QTRY_COMPARE(m_api->waiting(), 1);

    ServiceAccount made;
    made.id = QStringLiteral("id_made");
    made.name = QStringLiteral("made");
    m_list->accountChanged(made);
    ServiceAccount edited = *m_list->model()->accountById(QStringLiteral("id_account_002"));
    edited.description = QStringLiteral("edited");
    m_list->accountChanged(edited);
    m_list->accountDeleted(QStringLiteral("id_account_003"));
    m_api->release();
    QTRY_COMPARE(m_list->state(), State::Loaded);

    QVERIFY(m_list->model()->accountById(made.id));
    QCOMPARE(m_list->model()->accountById(edited.id)->description, QStringLiteral("edited"));
    QVERIFY(!m_list->model()->accountById(QStringLiteral("id_account_003")));
}

void AccountListTest::forgetsTheRowsOfAnotherConnection()
{
    m_api->fill(3);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    m_list->setApi(std::make_shared<MemoryAdminApi>(m_clock));
    QCOMPARE(m_list->state(), State::Idle);
    QCOMPARE(m_list->model()->total(), 0);
    m_list->setApi(nullptr);
    m_list->refresh();
    QCOMPARE(m_list->state(), State::Idle);
}

void AccountListTest::keepsTheRowsOfTheSameConnection()
{
    m_api->fill(3);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    m_list->setApi(m_api);
    QCOMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->total(), 3);
}

void AccountListTest::aRefreshBeginsAnewWhileOneRuns()
{
    m_api->fill(150);
    m_api->hold(Verb::List);
    m_list->refresh();
    m_list->refresh();
    QCOMPARE(m_api->waiting(), 1);
    m_api->release();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->total(), 150);
}

void AccountListTest::judgesByTheServersClock()
{
    m_api->fill(1);
    for (const qint64 aheadBy : {3600, 10}) {
        m_api->setServerTime(m_clock.now().addSecs(aheadBy));
        m_list->refresh();
        QTRY_COMPARE(m_list->state(), State::Loaded);
        const qint64 ahead = m_clock.now().secsTo(m_list->model()->serverNow());
        QVERIFY2(ahead >= aheadBy && ahead <= aheadBy + 1, qPrintable(QString::number(ahead)));
    }
    m_api->setServerTime(m_clock.now().addSecs(-1));
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(m_list->model()->serverNow(), m_clock.now());
}

/// Gives the same page again and again.
class EndlessApi final : public AdminApi
{
public:
    Call listServiceAccounts(const QString &, int, Deadline, QObject *context,
                             Continuation<AccountPage> then) override
    {
        const Promise<AccountPage> promise(context, std::move(then));
        promise.finishLater(AccountPage{{}, QStringLiteral("again"), {}});
        return promise.call();
    }
    Call serviceAccountsNamed(const QString &, const QString &, Deadline, QObject *,
                              Continuation<AccountPage>) override
    {
        return {};
    }
    Call serviceAccount(const QString &, Deadline, QObject *, Continuation<ServiceAccount>) override
    {
        return {};
    }
    Call createServiceAccount(const NewServiceAccount &, const QString &, Deadline, QObject *,
                              Continuation<CreatedToken>) override
    {
        return {};
    }
    Call updateServiceAccount(const QString &, const AccountChanges &, const QString &, Deadline, QObject *,
                              Continuation<ServiceAccount>) override
    {
        return {};
    }
    Call deleteServiceAccount(const QString &, Deadline, QObject *, Continuation<Done>) override
    {
        return {};
    }
    Call session(Deadline, QObject *, Continuation<Session>) override { return {}; }
    bool honoursIdempotencyKeys() const override { return false; }
};

void AccountListTest::refusesAListWithoutEnd()
{
    m_list->setApi(std::make_shared<EndlessApi>());
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Failed);
    QCOMPARE(m_list->error().kind, ErrorKind::Unreadable);
}

QTEST_GUILESS_MAIN(AccountListTest)
#include "tst_accountlist.moc"
