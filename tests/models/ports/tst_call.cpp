#include "models/ports/call.h"

#include <QTest>

#include <memory>

class CallTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOnceAndLater();
    void doesNotAnswerAfterCancel();
    void doesNotAnswerWhenTheHandleIsGone();
    void doesNotAnswerWhenTheContextIsGone();
    void tellsTheWorkToStopOnce();
    void doesNotStopWorkThatHasAnswered();
    void stopsNothingForAPromiseThatCameTooLate();
    void aContextMayOutliveItsCalls();
    void aHandleThatIsGivenToItselfStays();
    void anAbandonedCallNeedsNothingToStop();
    void theHandleMayBeOverwrittenFromInsideTheContinuation();
    void theContextMayBeDestroyedFromInsideTheContinuation();
    void carriesAValueThatCanOnlyBeMoved();
};

void CallTest::answersOnceAndLater()
{
    int answers = 0;
    const Promise<int> promise(this, [&answers](const Result<int> &result) { answers += result.value(); });
    const Call call = promise.call();
    promise.finishLater(1);
    promise.finishLater(1);
    QCOMPARE(answers, 0);
    QVERIFY(call.isRunning());
    QTRY_COMPARE(answers, 1);
    QVERIFY(!call.isRunning());
    QCoreApplication::processEvents();
    promise.finish(1);
    QCOMPARE(answers, 1);
}

void CallTest::doesNotAnswerAfterCancel()
{
    bool isAnswered = false;
    const Promise<int> promise(this, [&isAnswered](const Result<int> &) { isAnswered = true; });
    Call call = promise.call();
    promise.finishLater(1);
    call.cancel();
    QVERIFY(!call.isRunning());
    QVERIFY(promise.isOver());
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

void CallTest::doesNotAnswerWhenTheHandleIsGone()
{
    bool isAnswered = false;
    const Promise<int> promise(this, [&isAnswered](const Result<int> &) { isAnswered = true; });
    {
        const Call call = promise.call();
    }
    promise.finish(1);
    QVERIFY(!isAnswered);
}

void CallTest::doesNotAnswerWhenTheContextIsGone()
{
    bool isAnswered = false;
    bool isStopped = false;
    auto context = std::make_unique<QObject>();
    const Promise<int> promise(context.get(), [&isAnswered](const Result<int> &) { isAnswered = true; });
    promise.onAbandon([&isStopped] { isStopped = true; });
    const Call call = promise.call();
    context.reset();
    QVERIFY(isStopped);
    promise.finish(1);
    promise.finishLater(1);
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
    QVERIFY(!call.isRunning());
}

void CallTest::tellsTheWorkToStopOnce()
{
    int stops = 0;
    const Promise<int> promise(this, [](const Result<int> &) {});
    Call call = promise.call();
    promise.onAbandon([&stops] { ++stops; });
    call.cancel();
    call.cancel();
    QCOMPARE(stops, 1);
}

void CallTest::doesNotStopWorkThatHasAnswered()
{
    int stops = 0;
    const Promise<int> promise(this, [](const Result<int> &) {});
    Call call = promise.call();
    promise.onAbandon([&stops] { ++stops; });
    promise.finish(1);
    call.cancel();
    QCOMPARE(stops, 0);
}

void CallTest::stopsNothingForAPromiseThatCameTooLate()
{
    int stops = 0;
    const Promise<int> promise(this, [](const Result<int> &) {});
    Call call = promise.call();
    promise.finish(1);
    promise.onAbandon([&stops] { ++stops; });
    call.cancel();
    QCOMPARE(stops, 0);
}

void CallTest::aContextMayOutliveItsCalls()
{
    bool isAnswered = false;
    auto context = std::make_unique<QObject>();
    {
        const Promise<int> promise(context.get(), [&isAnswered](const Result<int> &) { isAnswered = true; });
        const Call call = promise.call();
    }
    context.reset();
    QVERIFY(!isAnswered);
}

void CallTest::aHandleThatIsGivenToItselfStays()
{
    int answers = 0;
    const Promise<int> promise(this, [&answers](const Result<int> &) { ++answers; });
    Call call = promise.call();
    Call &same = call;
    call = std::move(same);
    QVERIFY(call.isRunning());
    promise.finish(1);
    QCOMPARE(answers, 1);
}

void CallTest::anAbandonedCallNeedsNothingToStop()
{
    const Promise<int> promise(this, [](const Result<int> &) {});
    Call call = promise.call();
    call.cancel();
    QVERIFY(promise.isOver());
    QVERIFY(!Call().isRunning());
}

void CallTest::theHandleMayBeOverwrittenFromInsideTheContinuation()
{
    Call call;
    int answers = 0;
    const Promise<int> second(this, [&answers](const Result<int> &) { ++answers; });
    const Promise<int> first(this, [&](const Result<int> &) {
        ++answers;
        call = second.call();
    });
    call = first.call();
    first.finish(1);
    QVERIFY(call.isRunning());
    second.finish(1);
    QCOMPARE(answers, 2);
}

void CallTest::theContextMayBeDestroyedFromInsideTheContinuation()
{
    auto context = std::make_unique<QObject>();
    int answers = 0;
    const Promise<int> promise(context.get(), [&](const Result<int> &) {
        ++answers;
        context.reset();
    });
    const Call call = promise.call();
    promise.finish(1);
    QCOMPARE(answers, 1);
}

void CallTest::carriesAValueThatCanOnlyBeMoved()
{
    std::unique_ptr<int> received;
    const Promise<std::unique_ptr<int>> promise(
        this, [&received](Result<std::unique_ptr<int>> result) { received = std::move(result).value(); });
    const Call call = promise.call();
    promise.finishLater(std::make_unique<int>(7));
    QTRY_VERIFY(received);
    QCOMPARE(*received, 7);
}

QTEST_GUILESS_MAIN(CallTest)
#include "tst_call.moc"
