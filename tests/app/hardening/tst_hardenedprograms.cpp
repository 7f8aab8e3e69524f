#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 20000;
/// In /proc, of a program that may be looked into.
constexpr std::array closedFiles{"mem", "environ", "maps", "auxv"};

/// Root may look into everything: whoever runs this test as root looks as any other person does, for good,
/// and so do the programs that are started from here.
bool dropPrivileges()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
    if (geteuid() == 0 && prctl(PR_SET_SECUREBITS, SECBIT_NOROOT) != 0)
        return false;
    return syscall(SYS_capset, &header, none) == 0;
}

/// A program in a folder of its own, started with cores of any size allowed, and what others of its user see
/// of it.
class SeenProgram
{
public:
    explicit SeenProgram(const QStringList &command)
    {
        QByteArrayList words;
        for (QString word : command)
            words.append(QFile::encodeName(word.replace(u"FOLDER"_s, m_folder.path())));
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const QByteArray place = QFile::encodeName(m_folder.path());
        // Closed by the start of the program.
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_process = fork();
        if (m_process != 0) {
            close(ends.at(1));
            char nothing = 0;
            static_cast<void>(!read(ends.at(0), &nothing, 1));
            close(ends.at(0));
            return;
        }
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        rlimit cores{};
        getrlimit(RLIMIT_CORE, &cores);
        cores.rlim_cur = cores.rlim_max;
        setrlimit(RLIMIT_CORE, &cores);
        if (chdir(place.constData()) == 0)
            execv(arguments.front(), arguments.data());
        _exit(2);
    }
    ~SeenProgram()
    {
        if (m_process > 0)
            crash(SIGKILL);
    }

    SeenProgram(const SeenProgram &) = delete;
    SeenProgram &operator=(const SeenProgram &) = delete;

    bool hasMade(const QString &file) const { return QFile::exists(m_folder.filePath(file)); }
    /// Its largest core, soft and hard, in bytes.
    QByteArrayList coreLimit() const
    {
        QFile limits(u"/proc/%1/limits"_s.arg(m_process));
        if (!limits.open(QFile::ReadOnly))
            return {};
        for (const QByteArray &line : limits.readAll().split('\n')) {
            if (line.startsWith("Max core file size"))
                return line.simplified().split(' ').mid(4, 2);
        }
        return {};
    }
    bool isReadable(const char *file) const
    {
        const int descriptor =
            open(("/proc/" + QByteArray::number(m_process) + '/' + file).constData(), O_RDONLY);
        close(descriptor);
        return descriptor >= 0;
    }
    /// Ends it; whether the system wrote a core.
    bool crash(int signal = SIGSEGV)
    {
        int status = 0;
        kill(m_process, signal);
        waitpid(std::exchange(m_process, 0), &status, 0);
        return WCOREDUMP(status);
    }
    QStringList cores() const { return QDir(m_folder.path()).entryList({u"*core*"_s}, QDir::Files); }

private:
    QTemporaryDir m_folder;
    pid_t m_process = 0;
};

} // namespace

/// Both programs as they are delivered, built with HARDEN_PROCESS, seen from outside.
class HardenedProgramsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void areClosed_data();
    void areClosed();

private:
    bool m_isCoreSeen = false;
};

void HardenedProgramsTest::initTestCase()
{
    QVERIFY(dropPrivileges());
    // First that an open program is seen to be so: without it the rest proves nothing.
    SeenProgram open({u"/bin/sleep"_s, u"60"_s});
    for (const char *file : closedFiles)
        QVERIFY2(open.isReadable(file), file);
    QCOMPARE(open.coreLimit().size(), 2);
    m_isCoreSeen = open.coreLimit().constFirst() != "0" && open.crash();
}

void HardenedProgramsTest::areClosed_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("firstFile");
    QTest::newRow("the console") << QStringList{QStringLiteral(HARDENED_CONSOLE), u"--data-dir"_s,
                                                u"FOLDER"_s}
                                 << u"console.lock"_s;
    QTest::newRow("the local API") << QStringList{QStringLiteral(HARDENED_LOCAL_API), u"--data-dir"_s,
                                                  u"FOLDER"_s, u"--port"_s, u"0"_s}
                                   << u"admin-token"_s;
}

void HardenedProgramsTest::areClosed()
{
    QFETCH(QStringList, command);
    QFETCH(QString, firstFile);
    SeenProgram program(command);
    QTRY_VERIFY_WITH_TIMEOUT(program.hasMade(firstFile), patienceMs);
    QCOMPARE(program.coreLimit(), QByteArrayList({"0", "0"}));
    for (const char *file : closedFiles)
        QVERIFY2(!program.isReadable(file), file);
    if (!m_isCoreSeen)
        QSKIP("This computer writes no cores: its limit is 0, or its core_pattern takes none.");
    QVERIFY(!program.crash());
    QCOMPARE(program.cores(), QStringList());
}

QTEST_GUILESS_MAIN(HardenedProgramsTest)
#include "tst_hardenedprograms.moc"
