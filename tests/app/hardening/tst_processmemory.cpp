#include "app/hardening/processmemory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// In a process of its own, in @p folder, that may write cores of any size: calls @p work and crashes. What
/// waitpid() says of it.
template <class Work>
int statusAfterCrash(const QString &folder, Work work)
{
    const QByteArray place = QFile::encodeName(folder);
    const pid_t child = fork();
    if (child == 0) {
        rlimit most{};
        getrlimit(RLIMIT_CORE, &most);
        most.rlim_cur = most.rlim_max;
        setrlimit(RLIMIT_CORE, &most);
        if (chdir(place.constData()) != 0)
            _exit(2);
        work();
        signal(SIGSEGV, SIG_DFL);
        raise(SIGSEGV);
        _exit(3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

} // namespace

class ProcessMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCrashLeavesNoCore();
    void closesItsMemoryToOthers();
};

void ProcessMemoryTest::aCrashLeavesNoCore()
{
    QTemporaryDir folder;
    // First that a core would be seen: without it the rest proves nothing.
    const int open = statusAfterCrash(folder.path(), [] {});
    QVERIFY(WIFSIGNALED(open));
    if (!WCOREDUMP(open))
        QSKIP("This computer writes no cores: its limit is 0, or its core_pattern takes none.");
    const int closed = statusAfterCrash(folder.path(), [] { ProcessMemory::keepPrivate(); });
    QVERIFY(WIFSIGNALED(closed));
    QVERIFY(!WCOREDUMP(closed));
    qInfo("Core dumps: 1 written without the hardening, 0 with it");
}

void ProcessMemoryTest::closesItsMemoryToOthers()
{
    const pid_t child = fork();
    if (child == 0) {
        const bool isPrivate = ProcessMemory::keepPrivate();
        rlimit cores{1, 1};
        getrlimit(RLIMIT_CORE, &cores);
        const bool all =
            isPrivate && prctl(PR_GET_DUMPABLE) == 0 && cores.rlim_cur == 0 && cores.rlim_max == 0;
        _exit(all ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_GUILESS_MAIN(ProcessMemoryTest)
#include "tst_processmemory.moc"
