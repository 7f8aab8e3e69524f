#include "models/errors/backoff.h"
#include "models/errors/serverpause.h"

#include <QTest>

using namespace std::chrono_literals;

/// How long is waited before something is tried again.
class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToItsEnd();
    void staysInsideItsBounds();
    void waitsAsLongAsAServerAsks_data();
    void waitsAsLongAsAServerAsks();
};

void TestBackoff::doublesUpToItsEnd()
{
    const Backoff backoff(2s, 60s);
    QList<qint64> middles;
    for (int failure = 1; failure <= 7; ++failure)
        middles.append(backoff.middle(failure).count());
    QCOMPARE(middles, (QList<qint64>{2000, 4000, 8000, 16000, 32000, 60000, 60000}));
    QCOMPARE(backoff.middle(std::numeric_limits<int>::max()), 60s);
}

void TestBackoff::staysInsideItsBounds()
{
    const Backoff backoff(500ms, 30s);
    std::chrono::milliseconds least = 1h;
    std::chrono::milliseconds most = 0ms;
    for (quint32 seed = 0; seed < 10000; ++seed) {
        QRandomGenerator chance(seed);
        const int failure = 1 + static_cast<int>(seed % 9);
        const auto middle = backoff.middle(failure);
        const auto upTo = backoff.upTo(failure, chance);
        QVERIFY(upTo >= 0ms && upTo <= middle);
        const auto about = backoff.about(failure, chance);
        QVERIFY(std::chrono::abs(about - middle) <= middle / 5);
        if (failure == 1) {
            least = std::min(least, upTo);
            most = std::max(most, upTo);
        }
    }
    // Chance is in it: the whole room is used.
    QVERIFY(least < 25ms);
    QVERIFY(most > 475ms);
}

void TestBackoff::waitsAsLongAsAServerAsks_data()
{
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("waited");
    QTest::newRow("nothing said") << qint64{-1} << qint64{5};
    QTest::newRow("at once, or a date that is past") << qint64{0} << qint64{1};
    QTest::newRow("soon") << qint64{7} << qint64{7};
    QTest::newRow("two minutes") << qint64{120} << qint64{120};
    QTest::newRow("absurd") << qint64{86400} << qint64{120};
}

void TestBackoff::waitsAsLongAsAServerAsks()
{
    QFETCH(qint64, asked);
    Error error(ErrorKind::TooManyRequests);
    if (asked >= 0)
        error.retryAfter = std::chrono::seconds(asked);
    QTEST(qint64{pauseAfter(error).count()}, "waited");
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
