#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

struct Ended
{
    int status = -1;
    bool crashed = false;
    QString output;
    QString errors;
};

/// The built program, as a person starts it.
class Start
{
public:
    Start()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        const QString platform = QStringLiteral("QT_QPA_PLATFORM");
        m_environment.insert(platform, m_environment.value(platform, QStringLiteral("offscreen")));
    }

    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unset(const QString &name) { m_environment.remove(name); }

    void begin(QProcess *process, const QStringList &arguments) const
    {
        process->setProcessEnvironment(m_environment);
        process->start(QStringLiteral(CONSOLE), arguments);
    }

    Ended run(const QStringList &arguments) const
    {
        QProcess process;
        begin(&process, arguments);
        Ended ended;
        if (!process.waitForFinished(20'000))
            return ended;
        ended.status = process.exitCode();
        ended.crashed = process.exitStatus() == QProcess::CrashExit;
        ended.output = QString::fromUtf8(process.readAllStandardOutput());
        ended.errors = QString::fromUtf8(process.readAllStandardError());
        return ended;
    }

private:
    QProcessEnvironment m_environment;
};

/// Three accounts in the local workspace of a data folder.
void fillWorkspace(const QString &dataFolder)
{
    QProcess server;
    server.start(QStringLiteral(LOCAL_API),
                 {QStringLiteral("--data-dir"), dataFolder + QStringLiteral("/workspace"),
                  QStringLiteral("--seed"), QStringLiteral("3")});
    QVERIFY(server.waitForReadyRead());
    server.terminate();
    QVERIFY(server.waitForFinished());
}

/// The process in the lock of a data folder.
qint64 holderOf(const QTemporaryDir &folder)
{
    QFile lock(folder.filePath(QStringLiteral("console.lock")));
    return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
}

} // namespace

/// How apono-console ends when it cannot open a window, or need not.
class tst_ConsoleStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutADisplay_data();
    void answersWithoutADisplay();
    void saysThatThereIsNoDisplay_data();
    void saysThatThereIsNoDisplay();
    void refusesAnUnknownOption();
    void refusesAnUnknownConnection();
    void refusesAFolderThatCannotBeWritten();
    void leavesASecondStartToTheRunningConsole_data();
    void leavesASecondStartToTheRunningConsole();
    void saysThatTheRunningConsoleHangs();
    void startsWhereACrashLeftASocketBehind();
    void showsItsRowsWhileABusHangs_data();
    void showsItsRowsWhileABusHangs();
};

void tst_ConsoleStart::answersWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--data-dir");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("apono-console");
}

void tst_ConsoleStart::answersWithoutADisplay()
{
    QFETCH(QString, option);
    QFETCH(QString, says);
    Start start;
    start.unset(QStringLiteral("QT_QPA_PLATFORM"));
    start.unset(QStringLiteral("DISPLAY"));
    start.unset(QStringLiteral("WAYLAND_DISPLAY"));
    const Ended ended = start.run({option});
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.output.contains(says), qPrintable(ended.output));
}

void tst_ConsoleStart::saysThatThereIsNoDisplay_data()
{
    QTest::addColumn<QString>("display");
    QTest::newRow("none") << QString();
    QTest::newRow("one that cannot be opened") << QStringLiteral(":7999");
}

void tst_ConsoleStart::saysThatThereIsNoDisplay()
{
    QFETCH(QString, display);
    QTemporaryDir folder;
    Start start;
    start.unset(QStringLiteral("QT_QPA_PLATFORM"));
    start.unset(QStringLiteral("WAYLAND_DISPLAY"));
    start.set(QStringLiteral("DISPLAY"), display);
    const Ended ended = start.run({QStringLiteral("--data-dir"), folder.path()});
    QVERIFY(!ended.crashed);
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errors.count(u'\n'), 1);
    QVERIFY2(ended.errors.contains(QStringLiteral("no display")), qPrintable(ended.errors));
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
}

void tst_ConsoleStart::refusesAnUnknownOption()
{
    const Ended ended = Start().run({QStringLiteral("--frobnicate")});
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains(QStringLiteral("--frobnicate")), qPrintable(ended.errors));
}

void tst_ConsoleStart::refusesAnUnknownConnection()
{
    QTemporaryDir folder;
    const Ended ended = Start().run({QStringLiteral("--data-dir"), folder.path(),
                                     QStringLiteral("--connection"), QStringLiteral("nowhere")});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(QStringLiteral("nowhere")), qPrintable(ended.errors));
}

void tst_ConsoleStart::refusesAFolderThatCannotBeWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Ended ended = Start().run({QStringLiteral("--data-dir"), path});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(path), qPrintable(ended.errors));
}

void tst_ConsoleStart::leavesASecondStartToTheRunningConsole_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("no option") << QStringList() << 0 << QString();
    QTest::newRow("what is open already") << QStringList{QStringLiteral("--local")} << 0 << QString();
    QTest::newRow("no such connection")
        << QStringList{QStringLiteral("--connection=nowhere")} << 1 << QStringLiteral("nowhere");
}

void tst_ConsoleStart::leavesASecondStartToTheRunningConsole()
{
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const Start start;
    QProcess first;
    start.begin(&first, {QStringLiteral("--local"), QStringLiteral("--data-dir"), folder.path()});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("console.lock"))), 20'000);
    const Ended second = start.run(QStringList{QStringLiteral("--data-dir"), folder.path()} + options);
    QVERIFY2(second.errors.contains(says), qPrintable(second.errors));
    QCOMPARE(second.status, status);
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished());
}

void tst_ConsoleStart::saysThatTheRunningConsoleHangs()
{
    const QTemporaryDir folder;
    const Start start;
    QProcess first;
    start.begin(&first, {QStringLiteral("--data-dir"), folder.path()});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("console.socket"))), 20'000);
    QCOMPARE(::kill(static_cast<pid_t>(first.processId()), SIGSTOP), 0);
    const Ended second = start.run({QStringLiteral("--data-dir"), folder.path()});
    first.kill();
    QVERIFY(first.waitForFinished());
    QCOMPARE(second.status, 1);
    QVERIFY2(second.errors.contains(QStringLiteral("does not answer")), qPrintable(second.errors));
}

void tst_ConsoleStart::startsWhereACrashLeftASocketBehind()
{
    const QTemporaryDir folder;
    const Start start;
    const QString socket = folder.filePath(QStringLiteral("console.socket"));
    for (int run = 0; run < 2; ++run) {
        QProcess console;
        start.begin(&console, {QStringLiteral("--data-dir"), folder.path()});
        // Both files are there already the second time; the lock says whose it is.
        QTRY_VERIFY_WITH_TIMEOUT(holderOf(folder) == console.processId(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket), 20'000);
        QCOMPARE(start.run({QStringLiteral("--data-dir"), folder.path()}).status, 0);
        QCOMPARE(console.state(), QProcess::Running);
        console.kill();
        QVERIFY(console.waitForFinished());
        QVERIFY(QFile::exists(socket));
    }
}

void tst_ConsoleStart::showsItsRowsWhileABusHangs_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("the session's") << QStringLiteral("DBUS_SESSION_BUS_ADDRESS");
    QTest::newRow("the system's") << QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS");
}

void tst_ConsoleStart::showsItsRowsWhileABusHangs()
{
    QFETCH(QString, address);
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    fillWorkspace(data);
    // Takes connections and never answers: libdbus would wait for it.
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(QStringLiteral("bus"))));
    Start start;
    start.set(address, QStringLiteral("unix:path=") + bus.fullServerName());
    QProcess console;
    start.begin(&console,
                {QStringLiteral("--local"), QStringLiteral("--verbose"), QStringLiteral("--data-dir"), data});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += console.readAllStandardError()).contains("rows painted"), 20'000);
    QTRY_VERIFY(bus.hasPendingConnections());
    QCOMPARE(console.state(), QProcess::Running);
    console.kill();
    QVERIFY(console.waitForFinished());
}

QTEST_GUILESS_MAIN(tst_ConsoleStart)
#include "tst_consolestart.moc"
