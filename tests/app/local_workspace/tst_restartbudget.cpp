#include "app/local_workspace/restartbudget.h"

#include <QTest>

using namespace std::chrono_literals;

class TestRestartBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsThreeRestartsInAMinute();
    void allowsAnotherWhenTheFirstIsAMinuteOld();
    void beginsAnewWhenItIsRenewed();
};

void TestRestartBudget::allowsThreeRestartsInAMinute()
{
    RestartBudget budget;
    const RestartBudget::TimePoint now{10h};
    QVERIFY(budget.take(now));
    QVERIFY(budget.take(now + 10s));
    QVERIFY(budget.take(now + 20s));
    QVERIFY(!budget.take(now + 59s));
}

void TestRestartBudget::allowsAnotherWhenTheFirstIsAMinuteOld()
{
    RestartBudget budget;
    const RestartBudget::TimePoint now{10h};
    for (const auto later : {0s, 10s, 20s})
        QVERIFY(budget.take(now + later));
    QVERIFY(budget.take(now + 60s));
    QVERIFY(!budget.take(now + 69s));
    QVERIFY(budget.take(now + 70s));
}

void TestRestartBudget::beginsAnewWhenItIsRenewed()
{
    RestartBudget budget;
    const RestartBudget::TimePoint now{10h};
    for (int i = 0; i < RestartBudget::mostRestarts; ++i)
        QVERIFY(budget.take(now));
    budget.renew();
    QVERIFY(budget.take(now));
}

QTEST_APPLESS_MAIN(TestRestartBudget)
#include "tst_restartbudget.moc"
