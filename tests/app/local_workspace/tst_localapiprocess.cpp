#include "app/local_workspace/localapiprocess.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

/// Process ids of the children of this process, from /proc.
QList<pid_t> childProcesses()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    QList<pid_t> result;
    if (file.open(QIODevice::ReadOnly)) {
        for (const auto &pid : file.readAll().simplified().split(' ')) {
            if (!pid.isEmpty())
                result.append(pid.toInt());
        }
    }
    return result;
}

struct Signals
{
    explicit Signals(LocalApiProcess &workspace)
        : ready(&workspace, &LocalWorkspace::ready)
        , restarting(&workspace, &LocalWorkspace::restarting)
        , failed(&workspace, &LocalWorkspace::failed)
    {
    }

    QString failure() const
    {
        return failed.isEmpty() ? QString() : failed.last().first().value<Error>().sentence();
    }

    QSignalSpy ready;
    QSignalSpy restarting;
    QSignalSpy failed;
};

} // namespace

/// LocalApiProcess with a child that misbehaves.
class TestLocalApiProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheChildACredentialAndTellsItsAddress();
    void answersAnotherStartOfARunningChild();
    void startsAKilledChildAgainWithAnotherCredential();
    void givesUpAtTheFourthDeathInAMinute();
    void givesUpOnAChildThatKeepsCrashingAtItsStart();
    void startsAnewAfterItGaveUp();
    void showsTheChildsOwnSentenceAtOnce();
    void saysThatTheProgramIsMissing();
    void saysThatAnotherProgramIsThere();
    void givesUpOnASilentChildInTime();
    void endsTheChildAtItsOwnEnd_data();
    void endsTheChildAtItsOwnEnd();

private:
    std::unique_ptr<LocalApiProcess> workspace(const QString &mode) const
    {
        return std::make_unique<LocalApiProcess>(QStringLiteral(FAKE_LOCAL_API), m_folder.path(),
                                                 QStringList{mode});
    }

    QTemporaryDir m_folder;
};

void TestLocalApiProcess::givesTheChildACredentialAndTellsItsAddress()
{
    const auto local = workspace(u"well"_s);
    Signals sent(*local);
    local->start();
    QVERIFY(sent.ready.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 1, patienceMs);
    QVERIFY(QRegularExpression(u"^http://127\\.0\\.0\\.1:[0-9]+$"_s)
                .match(local->address().toString())
                .hasMatch());
    QCOMPARE(local->credential().size(), 48);
    QCOMPARE(local->folder(), m_folder.path());
    QVERIFY(sent.failed.isEmpty());
}

void TestLocalApiProcess::answersAnotherStartOfARunningChild()
{
    const auto local = workspace(u"well"_s);
    Signals sent(*local);
    local->start();
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 1, patienceMs);
    const QUrl address = local->address();
    local->start();
    QCOMPARE(sent.ready.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 2, patienceMs);
    QCOMPARE(local->address(), address);
    QCOMPARE(childProcesses().size(), 1);
}

void TestLocalApiProcess::startsAKilledChildAgainWithAnotherCredential()
{
    const auto local = workspace(u"well"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 1, patienceMs);
    const SecretText before = local->credential();
    const QUrl addressBefore = local->address();
    QUrl addressMeanwhile = addressBefore;
    connect(local.get(), &LocalWorkspace::restarting, this, [&] { addressMeanwhile = local->address(); });

    ::kill(childProcesses().constFirst(), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 2, patienceMs);
    QCOMPARE(sent.restarting.count(), 1);
    QVERIFY(!addressMeanwhile.isValid());
    QVERIFY(local->address().isValid());
    QVERIFY(local->address() != addressBefore);
    QVERIFY(!local->credential().equals(before));
    QVERIFY(sent.failed.isEmpty());
}

void TestLocalApiProcess::givesUpAtTheFourthDeathInAMinute()
{
    const auto local = workspace(u"die at once"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QCOMPARE(sent.ready.count(), 4);
    QCOMPARE(sent.restarting.count(), 3);
    QCOMPARE(sent.failed.first().first().value<Error>().kind, ErrorKind::WorkspaceFailed);
    QVERIFY2(sent.failure().contains(u"again and again"_s) &&
                 sent.failure().contains(u"Out of everything."_s),
             qPrintable(sent.failure()));
    QVERIFY(!local->address().isValid());
    QVERIFY(local->credential().isEmpty());
}

void TestLocalApiProcess::givesUpOnAChildThatKeepsCrashingAtItsStart()
{
    const auto local = workspace(u"crash at start"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QCOMPARE(sent.restarting.count(), 3);
    QCOMPARE(sent.ready.count(), 0);
}

void TestLocalApiProcess::startsAnewAfterItGaveUp()
{
    const auto local = workspace(u"die at once"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 2, patienceMs);
    QCOMPARE(sent.restarting.count(), 6);
}

void TestLocalApiProcess::showsTheChildsOwnSentenceAtOnce()
{
    const auto local = workspace(u"refuse"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QCOMPARE(sent.failure(), u"The folder is in use by another server."_s);
    QVERIFY(sent.restarting.isEmpty());
    QVERIFY(childProcesses().isEmpty());
}

void TestLocalApiProcess::saysThatTheProgramIsMissing()
{
    LocalApiProcess local(m_folder.filePath(u"no-such-program"_s), m_folder.path());
    Signals sent(local);
    local.start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QVERIFY2(sent.failure().contains(u"no-such-program"_s), qPrintable(sent.failure()));
    QVERIFY(sent.restarting.isEmpty());
}

void TestLocalApiProcess::saysThatAnotherProgramIsThere()
{
    const auto local = workspace(u"stranger"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QVERIFY2(sent.failure().contains(u"is not the local workspace"_s), qPrintable(sent.failure()));
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), patienceMs);
}

void TestLocalApiProcess::givesUpOnASilentChildInTime()
{
    const auto local = workspace(u"silent"_s);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.failed.count(), 1, patienceMs);
    QVERIFY2(sent.failure().contains(u"did not start within"_s), qPrintable(sent.failure()));
    QVERIFY(sent.ready.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), patienceMs);
}

void TestLocalApiProcess::endsTheChildAtItsOwnEnd_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("one that ends with its input") << u"well"_s;
    QTest::newRow("one that hears no SIGTERM") << u"deaf"_s;
}

void TestLocalApiProcess::endsTheChildAtItsOwnEnd()
{
    QFETCH(QString, mode);
    auto local = workspace(mode);
    Signals sent(*local);
    local->start();
    QTRY_COMPARE_WITH_TIMEOUT(sent.ready.count(), 1, patienceMs);
    QCOMPARE(childProcesses().size(), 1);
    local.reset();
    QVERIFY(childProcesses().isEmpty());
    QVERIFY(sent.restarting.isEmpty());
}

QTEST_GUILESS_MAIN(TestLocalApiProcess)
#include "tst_localapiprocess.moc"
