#include "models/editing/accountreadback.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"

#include <QTest>

#include <optional>

using Verb = MemoryAdminApi::Verb;

class AccountReadBackTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void looksOnceWhereTheFirstLookTells();
    void looksUntilItIsSettled();
    void givesUpAfterThreeLooks();
    void saysWhyTheAccountCannotBeRead();
    void saysNothingOnceItIsCancelled();
    void canBeStartedAgainFromItsAnswer();

private:
    void start(const AccountReadBack::Condition &isSettled);

    const QString m_id = QStringLiteral("id_account_001");
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<AccountReadBack> m_readBack;
    std::optional<Result<ServiceAccount>> m_answer;
};

void AccountReadBackTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_api->fill(1);
    m_readBack = std::make_unique<AccountReadBack>(m_api);
    m_answer.reset();
}

void AccountReadBackTest::start(const AccountReadBack::Condition &isSettled)
{
    m_readBack->start(m_id, isSettled,
                      [this](Result<ServiceAccount> result) { m_answer = std::move(result); });
}

void AccountReadBackTest::looksOnceWhereTheFirstLookTells()
{
    start([](const ServiceAccount &) { return true; });
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->value().id, m_id);
    QCOMPARE(m_api->calls(Verb::Read), 1);
}

void AccountReadBackTest::looksUntilItIsSettled()
{
    start([](const ServiceAccount &account) { return account.description == QStringLiteral("late"); });
    QTRY_COMPARE(m_api->calls(Verb::Read), 1);
    ServiceAccount late = m_api->accounts().constFirst();
    late.description = QStringLiteral("late");
    m_api->put(late);
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->value().description, QStringLiteral("late"));
    QCOMPARE(m_api->calls(Verb::Read), 2);
}

void AccountReadBackTest::givesUpAfterThreeLooks()
{
    start([](const ServiceAccount &) { return false; });
    QTRY_VERIFY(m_answer);
    QVERIFY(m_answer->ok());
    QCOMPARE(m_api->calls(Verb::Read), 3);
}

void AccountReadBackTest::saysWhyTheAccountCannotBeRead()
{
    m_api->remove(m_id);
    start([](const ServiceAccount &) { return false; });
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->error().kind, ErrorKind::NotFound);
    QCOMPARE(m_api->calls(Verb::Read), 1);
}

void AccountReadBackTest::saysNothingOnceItIsCancelled()
{
    start([](const ServiceAccount &) { return false; });
    QTRY_COMPARE(m_api->calls(Verb::Read), 1);
    QCoreApplication::processEvents();
    m_readBack->cancel();
    QTest::qWait(std::chrono::milliseconds(pausesBetweenLooks.front()).count() + 200);
    QVERIFY(!m_answer);
    QCOMPARE(m_api->calls(Verb::Read), 1);
}

void AccountReadBackTest::canBeStartedAgainFromItsAnswer()
{
    m_readBack->start(
        m_id, [](const ServiceAccount &) { return true; },
        [this](const Result<ServiceAccount> &) { start([](const ServiceAccount &) { return true; }); });
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_api->calls(Verb::Read), 2);
}

QTEST_GUILESS_MAIN(AccountReadBackTest)
#include "tst_accountreadback.moc"
