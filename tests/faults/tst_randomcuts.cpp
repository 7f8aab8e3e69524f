#include "tests/faults/cutlane.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <functional>
#include <vector>

using Phase = CutOutcome::Phase;
using Victim = CutPoint::Victim;

namespace {

using Outcomes = std::vector<CutOutcome>;

/// Most of the time of each goes by with waiting.
constexpr int lanes = 6;

int environmentNumber(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

template <class Predicate>
int count(const Outcomes &outcomes, Predicate is)
{
    return static_cast<int>(std::count_if(outcomes.cbegin(), outcomes.cend(), is));
}

} // namespace

/// One click, and something dies in the middle: the console, the server or the connection between them. More
/// points with CUT_POINTS, the same ones again with CUT_SEED.
class RandomCuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void leaveOneTokenOrTellThePerson_data();
    void leaveOneTokenOrTellThePerson();
    void cleanupTestCase();

private:
    Outcomes tryAll(Victim victim) const;
    static void report(const char *victim, const Outcomes &outcomes, double seconds);

    int m_points = 0;
    quint32 m_seed = 0;
    Outcomes m_all;
};

void RandomCuts::initTestCase()
{
    m_points = environmentNumber("CUT_POINTS", 30);
    m_seed =
        static_cast<quint32>(environmentNumber("CUT_SEED", QRandomGenerator::global()->bounded(1'000'000)));
    qInfo("CUT_SEED=%u", m_seed);
}

Outcomes RandomCuts::tryAll(Victim victim) const
{
    Outcomes outcomes(static_cast<size_t>(m_points));
    std::atomic<int> next{0};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < lanes; ++i) {
        threads.emplace_back(QThread::create([&] {
            CutLane lane;
            const QString problem = lane.start();
            for (int number = next++; number < m_points; number = next++) {
                CutOutcome &outcome = outcomes.at(static_cast<size_t>(number));
                if (problem.isEmpty())
                    outcome = lane.run(CutPoint::random(victim, number, m_seed),
                                       QStringLiteral("cut_point_%1").arg(number, 5, 10, QLatin1Char('0')));
                else
                    outcome.problem = problem;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return outcomes;
}

void RandomCuts::leaveOneTokenOrTellThePerson_data()
{
    QTest::addColumn<Victim>("victim");
    QTest::addColumn<QList<Phase>>("phases");
    QTest::newRow("console killed") << Victim::Console
                                    << QList{Phase::NotSent, Phase::Sent, Phase::Returning, Phase::Answered,
                                             Phase::Saved};
    QTest::newRow("server killed") << Victim::Server
                                   << QList{Phase::NotSent, Phase::Sent, Phase::Returning, Phase::Answered,
                                            Phase::Saved};
    QTest::newRow("connection cut") << Victim::Connection
                                    << QList{Phase::NotSent, Phase::Sent, Phase::Returning};
}

void RandomCuts::leaveOneTokenOrTellThePerson()
{
    QFETCH(Victim, victim);
    QFETCH(QList<Phase>, phases);
    QElapsedTimer timer;
    timer.start();
    const Outcomes outcomes = tryAll(victim);
    report(QTest::currentDataTag(), outcomes, static_cast<double>(timer.elapsed()) / 1000);
    m_all.insert(m_all.end(), outcomes.cbegin(), outcomes.cend());

    bool isWell = true;
    for (size_t number = 0; number < outcomes.size(); ++number) {
        const CutOutcome &outcome = outcomes.at(number);
        if (outcome.problem.isEmpty() && !outcome.isDuplicate() && !outcome.isUntoldOrphan() &&
            !outcome.isFalse())
            continue;
        isWell = false;
        qWarning("point %zu: %s", number, outcome.words().constData());
    }
    QVERIFY(isWell);
    // Otherwise nothing was cut in the middle.
    for (const Phase phase : phases) {
        const bool isReached =
            std::any_of(outcomes.cbegin(), outcomes.cend(),
                        [phase](const CutOutcome &outcome) { return outcome.phase == phase; });
        QVERIFY2(isReached, CutOutcome::name(phase));
    }
}

void RandomCuts::report(const char *victim, const Outcomes &outcomes, double seconds)
{
    const auto reached = [&outcomes](Phase phase) {
        return count(outcomes, [phase](const CutOutcome &outcome) { return outcome.phase == phase; });
    };
    const auto made = [&outcomes](auto is) {
        return count(outcomes,
                     [is](const CutOutcome &outcome) { return outcome.accounts > 0 && is(outcome); });
    };
    qInfo("%s: %zu points (%d not sent, %d sent, %d answer on its way, %d answered, %d saved, %d too late) "
          "in %.1f s",
          victim, outcomes.size(), reached(Phase::NotSent), reached(Phase::Sent), reached(Phase::Returning),
          reached(Phase::Answered), reached(Phase::Saved), reached(Phase::Over), seconds);
    qInfo("%d accounts: %d tokens saved at once, %d at the next start, %d said to be gone (%d are in the "
          "keychain all the same), %d undecided",
          made([](const CutOutcome &) { return true; }),
          made([](const CutOutcome &outcome) { return outcome.first.contains("saved"); }),
          made([](const CutOutcome &outcome) { return outcome.next.contains("saved"); }),
          made([](const CutOutcome &outcome) { return outcome.hasSaid("token-gone"); }),
          made([](const CutOutcome &outcome) {
              return outcome.hasSaid("token-gone") && outcome.hasSaid("saved");
          }),
          made([](const CutOutcome &outcome) { return outcome.hasSaid("undecided"); }));
}

void RandomCuts::cleanupTestCase()
{
    qInfo("Random cuts: %zu creates, %d duplicates, %d orphans untold, %d told falsely, %d not tried to the "
          "end",
          m_all.size(), count(m_all, std::mem_fn(&CutOutcome::isDuplicate)),
          count(m_all, std::mem_fn(&CutOutcome::isUntoldOrphan)),
          count(m_all, std::mem_fn(&CutOutcome::isFalse)),
          count(m_all, [](const CutOutcome &outcome) { return !outcome.problem.isEmpty(); }));
}

QTEST_GUILESS_MAIN(RandomCuts)
#include "tst_randomcuts.moc"
