#include "tests/app/local_api/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

/// How the program starts, and the one clear sentence that it ends with when it cannot.
class StartFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysItsAddressFirst();
    void keepsEverythingPrivate();
    void endsCleanlyOnASignal_data();
    void endsCleanlyOnASignal();
    void makesAnAdminOnlyWhenThereIsNone();
    void writesTheAdminTokenWhereItIsTold();
    void neverWritesTheAdminTokenThroughALink();
    void refusesOptions_data();
    void refusesOptions();
    void answersHelpAndVersion_data();
    void answersHelpAndVersion();
    void refusesAPortThatIsTaken();
    void refusesASecondServerOnOneFolder();
    void startsAgainAfterAKill();
    void refusesAFileInTheFoldersPlace();
    void refusesAFolderThatCannotBeWritten();
    void refusesADatabaseOfANewerVersion();
    void refusesAFileThatIsNoDatabase();
    void refusesADatabaseWithoutItsKey();
    void refusesADatabaseWithAnotherKey();
    void refusesABrokenKey();

private:
    /// Starts a server that has to fail, checks the form of the failure, and gives the sentence.
    QByteArray sentenceOf(const QString &folder, const QStringList &options = {}, int status = 1);
    void makeDatabase(const QString &folder);

    QTemporaryDir m_folder;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

unsigned modeOf(const QString &path)
{
    struct stat status
    {
    };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0;
}

const QByteArray session = "/api/client/v1/session";

} // namespace

QByteArray StartFailures::sentenceOf(const QString &folder, const QStringList &options, int status)
{
    ServerProcess server(folder, options);
    const bool hasStarted = server.waitForAddress();
    const QByteArray errors = server.errors();
    if (hasStarted || server.exitCode() != status || errors.count('\n') != 1 ||
        !errors.trimmed().endsWith('.'))
        return "NOT ONE SENTENCE: " + errors;
    return errors;
}

void StartFailures::makeDatabase(const QString &folder)
{
    ServerProcess server(folder);
    QVERIFY(server.waitForAddress());
    server.terminate();
    QCOMPARE(server.exitCode(), 0);
}

void StartFailures::saysItsAddressFirst()
{
    QTemporaryDir folder;
    ServerProcess server(folder.path());
    QVERIFY(server.waitForAddress());
    QCOMPARE(server.firstLine(), "Listening on http://127.0.0.1:" + QByteArray::number(server.port()) + '\n');
    const QByteArray token = contentOf(folder.filePath(QStringLiteral("admin-token"))).trimmed();
    QCOMPARE(TestClient(server.port()).call("GET", session, token).status, 200);
}

void StartFailures::keepsEverythingPrivate()
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("new/folder"));
    ServerProcess server(folder);
    QVERIFY(server.waitForAddress());
    TestClient(server.port())
        .call("GET", session, contentOf(folder + QStringLiteral("/admin-token")).trimmed());
    QCOMPARE(modeOf(folder), 0700U);
    const QStringList files = QDir(folder).entryList(QDir::Files);
    for (const QString &file : files)
        QVERIFY2(modeOf(folder + u'/' + file) == 0600U, qPrintable(file));
    QVERIFY(files.contains(QStringLiteral("accounts.db-wal")) &&
            files.contains(QStringLiteral("accounts.db-shm")));
}

void StartFailures::endsCleanlyOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void StartFailures::endsCleanlyOnASignal()
{
    QFETCH(int, signal);
    QTemporaryDir folder;
    ServerProcess server(folder.path());
    QVERIFY(server.waitForAddress());
    const QByteArray token = contentOf(folder.filePath(QStringLiteral("admin-token"))).trimmed();
    TestClient idle(server.port());
    QCOMPARE(idle.call("GET", session, token).status, 200);
    // A request whose head has come is still answered.
    TestClient busy(server.port());
    busy.send("GET " + session +
              " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nAuthorization: Bearer " + token +
              "\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(busy.receive().status, 100);
    ::kill(static_cast<pid_t>(server.processId()), signal);
    QVERIFY(idle.isClosedByServer());
    busy.send("{}");
    const Reply last = busy.receive();
    QCOMPARE(last.status, 200);
    QCOMPARE(last.headers.value("connection"), QByteArray("close"));
    QVERIFY(busy.isClosedByServer());
    QCOMPARE(server.exitCode(), 0);
    // Nothing is left to be put together: the log is in the database, and the lock is gone.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             QStringList({QStringLiteral("accounts.db"), QStringLiteral("admin-token"),
                          QStringLiteral("server-key")}));
}

void StartFailures::makesAnAdminOnlyWhenThereIsNone()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString path = folder.filePath(QStringLiteral("admin-token"));
    const QByteArray token = contentOf(path);
    QVERIFY(token.startsWith("apono_sa_") && token.endsWith('\n'));
    QVERIFY(QFile::remove(path));
    ServerProcess server(folder.path());
    QVERIFY(server.waitForAddress());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(TestClient(server.port()).call("GET", session, token.trimmed()).status, 200);
}

void StartFailures::writesTheAdminTokenWhereItIsTold()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("elsewhere"));
    overwrite(path, "of an earlier run");
    ServerProcess server(folder.filePath(QStringLiteral("data")),
                         {QStringLiteral("--admin-token-file"), path});
    QVERIFY(server.waitForAddress());
    QVERIFY(contentOf(path).startsWith("apono_sa_"));
    QCOMPARE(modeOf(path), 0600U);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("data/admin-token"))));
}

void StartFailures::neverWritesTheAdminTokenThroughALink()
{
    QTemporaryDir folder;
    const QString victim = folder.filePath(QStringLiteral("victim"));
    const QString link = folder.filePath(QStringLiteral("link"));
    overwrite(victim, "precious");
    QVERIFY(QFile::link(victim, link));
    const QString data = folder.filePath(QStringLiteral("data"));
    const QByteArray sentence = sentenceOf(data, {QStringLiteral("--admin-token-file"), link});
    QVERIFY2(sentence.contains("link") && sentence.contains("--admin-token-file"), sentence.constData());
    QCOMPARE(contentOf(victim), QByteArray("precious"));
    // No account was made whose token nobody got.
    ServerProcess server(data);
    QVERIFY(server.waitForAddress());
    QVERIFY(contentOf(data + QStringLiteral("/admin-token")).startsWith("apono_sa_"));
}

void StartFailures::refusesOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *title, const QString &options, const char *word) {
        QTest::newRow(title) << options.split(u' ') << QByteArray(word);
    };
    row("unknown", QStringLiteral("--frobnicate"), "frobnicate");
    row("argument", QStringLiteral("stray"), "stray");
    row("all addresses", QStringLiteral("--listen 0.0.0.0"), "loopback");
    row("all addresses of IPv6", QStringLiteral("--listen ::"), "loopback");
    row("network address", QStringLiteral("--listen 192.168.1.1"), "loopback");
    row("address in another notation", QStringLiteral("--listen 0"), "loopback");
    row("a name", QStringLiteral("--listen example.org"), "loopback");
    row("port of words", QStringLiteral("--port http"), "port");
    row("port too large", QStringLiteral("--port 65536"), "port");
    row("negative seed", QStringLiteral("--seed=-1"), "--seed");
    row("seed of words", QStringLiteral("--seed many"), "--seed");
    row("missing value", QStringLiteral("--port"), "port");
    row("two ways to sign in", QStringLiteral("--admin-token-file x --session-credential-stdin"), "exclude");
}

void StartFailures::refusesOptions()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, word);
    const QString folder = m_folder.filePath(QStringLiteral("never"));
    const QByteArray sentence = sentenceOf(folder, options, 2);
    QVERIFY2(sentence.contains(word) && !sentence.startsWith("NOT"), sentence.constData());
    QVERIFY(!QFile::exists(folder));
}

void StartFailures::answersHelpAndVersion_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("help") << QStringLiteral("--help") << QByteArray("--session-credential-stdin");
    QTest::newRow("version") << QStringLiteral("--version") << QByteArray("apono-local-api ");
}

void StartFailures::answersHelpAndVersion()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, word);
    QProcess process;
    process.start(QStringLiteral(LOCAL_API_PROGRAM), {option});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains(word));
}

void StartFailures::refusesAPortThatIsTaken()
{
    QTemporaryDir folder;
    ServerProcess first(folder.filePath(QStringLiteral("a")));
    QVERIFY(first.waitForAddress());
    const QByteArray sentence = sentenceOf(folder.filePath(QStringLiteral("b")),
                                           {QStringLiteral("--port"), QString::number(first.port())});
    QVERIFY2(sentence.contains("taken") && sentence.contains(QByteArray::number(first.port())),
             sentence.constData());
}

void StartFailures::refusesASecondServerOnOneFolder()
{
    QTemporaryDir folder;
    ServerProcess first(folder.path());
    QVERIFY(first.waitForAddress());
    const QByteArray token = contentOf(folder.filePath(QStringLiteral("admin-token"))).trimmed();
    const QByteArray sentence = sentenceOf(folder.path());
    QVERIFY2(sentence.contains("Another server") && sentence.contains(QByteArray::number(first.processId())),
             sentence.constData());
    QCOMPARE(TestClient(first.port()).call("GET", session, token).status, 200);
}

void StartFailures::startsAgainAfterAKill()
{
    QTemporaryDir folder;
    ServerProcess first(folder.path());
    QVERIFY(first.waitForAddress());
    first.kill();
    ServerProcess second(folder.path());
    QVERIFY(second.waitForAddress());
}

void StartFailures::refusesAFileInTheFoldersPlace()
{
    const QString path = m_folder.filePath(QStringLiteral("a_file"));
    overwrite(path, "precious");
    QVERIFY(sentenceOf(path).contains("a file at this place"));
    const QByteArray below = sentenceOf(path + QStringLiteral("/data"));
    QVERIFY2(below.contains("--data-dir") && !below.startsWith("NOT"), below.constData());
    QCOMPARE(contentOf(path), QByteArray("precious"));
}

void StartFailures::refusesAFolderThatCannotBeWritten()
{
    // Permissions do not stop root, but nobody can make a file in this folder.
    const QByteArray proc = sentenceOf(QStringLiteral("/proc/self"));
    QVERIFY2(proc.contains("/proc/self") && proc.contains("--data-dir"), proc.constData());
    if (::geteuid() == 0)
        return;
    QTemporaryDir folder;
    overwrite(folder.filePath(QStringLiteral("other")), {});
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray sentence = sentenceOf(folder.path());
    // So that the folder can be removed again.
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(sentence.contains(folder.path().toUtf8()) && sentence.contains("--data-dir"),
             sentence.constData());
}

void StartFailures::refusesADatabaseOfANewerVersion()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString path = folder.filePath(QStringLiteral("accounts.db"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    const QByteArray before = contentOf(path);
    const QByteArray sentence = sentenceOf(folder.path());
    QVERIFY2(sentence.contains("newer version") && sentence.contains("99"), sentence.constData());
    QCOMPARE(contentOf(path), before);
}

void StartFailures::refusesAFileThatIsNoDatabase()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString path = folder.filePath(QStringLiteral("accounts.db"));
    const QByteArray letter = QByteArray("Dear reader, this is a letter. ").repeated(300);
    overwrite(path, letter);
    const QByteArray sentence = sentenceOf(folder.path());
    QVERIFY2(sentence.contains("not a database") && sentence.contains("--data-dir"), sentence.constData());
    QCOMPARE(contentOf(path), letter);
}

void StartFailures::refusesADatabaseWithoutItsKey()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString key = folder.filePath(QStringLiteral("server-key"));
    QVERIFY(QFile::remove(key));
    const QByteArray sentence = sentenceOf(folder.path());
    QVERIFY2(sentence.contains("server-key") && sentence.contains("missing"), sentence.constData());
    QVERIFY(!QFile::exists(key));
}

void StartFailures::refusesADatabaseWithAnotherKey()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    const QByteArray token = contentOf(folder.filePath(QStringLiteral("admin-token"))).trimmed();
    const QString path = folder.filePath(QStringLiteral("server-key"));
    const QByteArray key = contentOf(path);
    QCOMPARE(key.size(), 32);
    overwrite(path, QByteArray(32, 'x'));
    const QByteArray sentence = sentenceOf(folder.path());
    QVERIFY2(sentence.contains("server-key"), sentence.constData());
    overwrite(path, key);
    ServerProcess server(folder.path());
    QVERIFY(server.waitForAddress());
    QCOMPARE(TestClient(server.port()).call("GET", session, token).status, 200);
}

void StartFailures::refusesABrokenKey()
{
    QTemporaryDir folder;
    makeDatabase(folder.path());
    overwrite(folder.filePath(QStringLiteral("server-key")), "short");
    QVERIFY(sentenceOf(folder.path()).contains("32 bytes"));
}

QTEST_GUILESS_MAIN(StartFailures)
#include "tst_startfailures.moc"
