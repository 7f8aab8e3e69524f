#include "app/local_api/sessioncredential.h"
#include "tests/app/local_api/serverprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

/// The local workspace: the console starts the program as its child and hands it the credential of this run.
class SessionCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesALineOf32To256PrintableCharacters_data();
    void takesALineOf32To256PrintableCharacters();
    void readsNothingBehindTheLine();
    void refusesToStartWithoutACredential();
    void isAnAdminThatIsInNoList();
    void refusesEverythingThatIsNotExactlyTheCredential();
    void putsNothingThatAuthenticatesOnDisk();
    void hasNoLastAdmin();
    void endsWithTheStandardInput();
    void answersARepeatedCreateUnderANewCredential();
};

namespace {

const QByteArray credential = "a credential of 40 characters, or so: !~";
const QByteArray line = QByteArray(credential).replace(' ', '-');
const QByteArray session = "/api/client/v1/session";
const QByteArray accounts = "/api/admin/v1/service-accounts";
const QStringList option = {QStringLiteral("--session-credential-stdin")};

/// A server with a folder of its own that was handed the credential.
struct HandedServer
{
    HandedServer() { server.write(line + '\n'); }

    QTemporaryDir folder;
    ServerProcess server{folder.path(), option};
};

} // namespace

void SessionCredential::takesALineOf32To256PrintableCharacters_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("32") << QByteArray(32, '~') + '\n' << true;
    QTest::newRow("256") << QByteArray(256, '!') + '\n' << true;
    QTest::newRow("31") << QByteArray(31, 'c') + '\n' << false;
    QTest::newRow("257") << QByteArray(257, 'c') + '\n' << false;
    QTest::newRow("empty line") << QByteArray("\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no end of line") << QByteArray(40, 'c') << false;
    QTest::newRow("tab") << QByteArray(40, 'c') + "\t\n" << false;
    QTest::newRow("CR LF") << QByteArray(40, 'c') + "\r\n" << false;
    QTest::newRow("8-bit") << QByteArray(40, 'c') + "\xC3\xA9\n" << false;
    QTest::newRow("NUL") << QByteArray(40, '\0') + '\n' << false;
}

void SessionCredential::takesALineOf32To256PrintableCharacters()
{
    QFETCH(QByteArray, input);
    QFETCH(bool, isTaken);
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], input.constData(), static_cast<std::size_t>(input.size())), input.size());
    ::close(ends[1]);
    const auto result = localapi::readSessionCredential(ends[0]);
    ::close(ends[0]);
    const auto *taken = std::get_if<localapi::SecretBytes>(&result);
    QCOMPARE(taken != nullptr, isTaken);
    if (taken)
        QCOMPARE(QByteArray::fromStdString(std::string(taken->view())), input.chopped(1));
}

void SessionCredential::readsNothingBehindTheLine()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const QByteArray input = line + "\nrest";
    QCOMPARE(::write(ends[1], input.constData(), static_cast<std::size_t>(input.size())), input.size());
    QVERIFY(std::holds_alternative<localapi::SecretBytes>(localapi::readSessionCredential(ends[0])));
    char rest[8];
    QCOMPARE(::read(ends[0], rest, sizeof rest), 4);
    ::close(ends[0]);
    ::close(ends[1]);
}

void SessionCredential::refusesToStartWithoutACredential()
{
    QTemporaryDir folder;
    ServerProcess server(folder.path(), option);
    server.write("too-short\n");
    QVERIFY(!server.waitForAddress());
    QCOMPARE(server.exitCode(), 1);
    const QByteArray errors = server.errors();
    QVERIFY(errors.contains("32 to 256"));
    QCOMPARE(errors.count('\n'), 1);
}

void SessionCredential::isAnAdminThatIsInNoList()
{
    HandedServer handed;
    QVERIFY(handed.server.waitForAddress());
    TestClient client(handed.server.port());
    const QJsonObject who = client.call("GET", session, line).json();
    QCOMPARE(who[QStringLiteral("user")][QStringLiteral("name")].toString(), QStringLiteral("local_console"));
    QCOMPARE(who.value(QLatin1String("roles")), QJsonValue(QJsonArray{QStringLiteral("Admin")}));
    QCOMPARE(client.call("GET", accounts, line).json().value(QLatin1String("items")).toArray().size(), 0);
    const Reply made =
        client.call("POST", accounts, line, R"({"name":"x","roles":["Viewer"],"expiry_date":null})");
    QCOMPARE(made.json().value(QLatin1String("created_by")).toString(), QStringLiteral("local_console"));
    // A service account's token is as good as ever.
    QCOMPARE(
        client.call("GET", session, made.json().value(QLatin1String("token")).toString().toLatin1()).status,
        200);
}

void SessionCredential::refusesEverythingThatIsNotExactlyTheCredential()
{
    HandedServer handed;
    QVERIFY(handed.server.waitForAddress());
    TestClient client(handed.server.port());
    for (const QByteArray &wrong :
         {line.chopped(1), line + 'x', line.toUpper(), QByteArray(line.size(), 'c')})
        QCOMPARE(client.call("GET", session, wrong).status, 401);
    QCOMPARE(client.call("GET", session, line).status, 200);
}

void SessionCredential::putsNothingThatAuthenticatesOnDisk()
{
    HandedServer handed;
    QVERIFY(handed.server.waitForAddress());
    TestClient client(handed.server.port());
    const QByteArray token =
        client.call("POST", accounts, line, R"({"name":"canary_name","roles":["Viewer"],"expiry_date":null})")
            .json()
            .value(QLatin1String("token"))
            .toString()
            .toLatin1();
    QVERIFY(!token.isEmpty());
    QByteArray everything;
    for (const QFileInfo &file : QDir(handed.folder.path()).entryInfoList(QDir::Files)) {
        QVERIFY(file.fileName() != QLatin1String("admin-token"));
        QFile content(file.filePath());
        QVERIFY(content.open(QFile::ReadOnly));
        everything += content.readAll();
    }
    // Looking in the right place: the account's name is there.
    QVERIFY(everything.contains("canary_name"));
    QVERIFY(!everything.contains(line));
    QVERIFY(!everything.contains(token));
    QVERIFY(!everything.contains(token.sliced(9, 30)));
}

void SessionCredential::hasNoLastAdmin()
{
    HandedServer handed;
    QVERIFY(handed.server.waitForAddress());
    TestClient client(handed.server.port());
    const Reply made =
        client.call("POST", accounts, line, R"({"name":"only","roles":["Admin"],"expiry_date":null})");
    const QByteArray path = accounts + '/' + made.json().value(QLatin1String("id")).toString().toLatin1();
    QCOMPARE(client.call("PUT", path, line, R"({"description":"","roles":["Viewer"]})", {{"If-Match", "*"}})
                 .status,
             200);
    QCOMPARE(
        client.call("PUT", path, line, R"({"description":"","roles":["Admin"]})", {{"If-Match", "*"}}).status,
        200);
    QCOMPARE(client.call("DELETE", path, line).status, 204);
}

void SessionCredential::endsWithTheStandardInput()
{
    QTemporaryDir folder;
    ServerProcess server(folder.path(), option);
    server.write(line + "\nmore that nobody reads\n");
    QVERIFY(server.waitForAddress());
    QCOMPARE(TestClient(server.port()).call("GET", session, line).status, 200);
    server.closeInput();
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.exitCode(), 0);
}

void SessionCredential::answersARepeatedCreateUnderANewCredential()
{
    QTemporaryDir folder;
    const QByteArray body = R"({"name":"in_flight","roles":["Viewer"],"expiry_date":null})";
    Reply first;
    {
        ServerProcess server(folder.path(), option);
        server.write(line + '\n');
        QVERIFY(server.waitForAddress());
        first = TestClient(server.port()).call("POST", accounts, line, body, {{"Idempotency-Key", "k"}});
        server.kill();
    }
    const QByteArray other(50, 'o');
    ServerProcess server(folder.path(), option);
    server.write(other + '\n');
    QVERIFY(server.waitForAddress());
    const Reply second =
        TestClient(server.port()).call("POST", accounts, other, body, {{"Idempotency-Key", "k"}});
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
}

QTEST_GUILESS_MAIN(SessionCredential)
#include "tst_sessioncredential.moc"
