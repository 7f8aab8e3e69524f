#include "tests/app/local_api/serverprocess.h"
#include "tests/app/local_api/testserver.h"

#include <QFile>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace std::chrono_literals;

/// What lies in the database file, and what happens when it cannot be written.
class Storage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNoToken();
    void theNonceIsGoneAfterTheFirstUse();
    void theNonceIsGoneAfterTenMinutes();
    void theNonceIsGoneWithTheAccount();
    void eventsCanNeitherBeChangedNorDeleted();
    void aFullDiskIsAnsweredAndChangesNothing();

private:
    static QVariant valueOf(const TestServer &server, const QString &sql);
};

namespace {

const QByteArray session = "/api/client/v1/session";

TestClient::Headers key(const QByteArray &text)
{
    return {{"Idempotency-Key", text}};
}

/// Runs one statement on the file of a server; the error's text, or nothing.
QString errorOf(const QString &folder, const QString &sql, QVariant *value = nullptr)
{
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        database.setDatabaseName(folder + QStringLiteral("/accounts.db"));
        if (!database.open())
            return database.lastError().text();
        QSqlQuery query(database);
        if (!query.exec(sql))
            error = query.lastError().text();
        else if (value && query.next())
            *value = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return error;
}

} // namespace

QVariant Storage::valueOf(const TestServer &server, const QString &sql)
{
    QVariant value;
    const QString error = errorOf(server.folder(), sql, &value);
    return error.isEmpty() ? value : QVariant(error);
}

void Storage::holdsNoToken()
{
    TestServer server;
    const QByteArray token =
        TestServer::token(server.create("canary_name", R"("Viewer")", "null", key("canary key")));
    QCOMPARE(server.callAs(token, "GET", session).status, 200);
    QByteArray content;
    for (const QString &name : {QStringLiteral("accounts.db"), QStringLiteral("accounts.db-wal")}) {
        QFile file(server.folder() + u'/' + name);
        QVERIFY(file.open(QFile::ReadOnly));
        content += file.readAll();
    }
    QVERIFY(content.contains("canary_name"));
    QVERIFY(!content.contains(token.sliced(9, 30)));
    QVERIFY(!content.contains(server.adminToken().sliced(9, 30)));
    QVERIFY(!content.contains("canary key"));
}

void Storage::theNonceIsGoneAfterTheFirstUse()
{
    TestServer server;
    const QString count = QStringLiteral("SELECT COUNT(*) FROM creations WHERE nonce IS NOT NULL");
    const QByteArray token = TestServer::token(server.create("used", R"("Viewer")", "null", key("a")));
    QCOMPARE(server.create("unused", R"("Viewer")", "null", key("b")).status, 200);
    QCOMPARE(valueOf(server, count).toInt(), 2);
    QCOMPARE(server.callAs(token, "GET", session).status, 200);
    QCOMPARE(valueOf(server, count).toInt(), 1);
}

void Storage::theNonceIsGoneAfterTenMinutes()
{
    TestServer server;
    QCOMPARE(server.create("late", R"("Viewer")", "null", key("a")).status, 200);
    const QByteArray nonce = valueOf(server, QStringLiteral("SELECT nonce FROM creations")).toByteArray();
    QCOMPARE(nonce.size(), 32);
    server.stop();
    server.advance(10min);
    server.restart();
    // Deleted right after the start, from the write-ahead log too.
    const auto isOnDisk = [&] {
        for (const QString &name : {QStringLiteral("accounts.db"), QStringLiteral("accounts.db-wal")}) {
            QFile file(server.folder() + u'/' + name);
            if (file.open(QFile::ReadOnly) && file.readAll().contains(nonce))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(!isOnDisk());
    QCOMPARE(
        valueOf(server, QStringLiteral("SELECT COUNT(*) FROM creations WHERE nonce IS NOT NULL")).toInt(), 0);
}

void Storage::theNonceIsGoneWithTheAccount()
{
    TestServer server;
    const Reply deleted = server.create("deleted", R"("Viewer")", "null", key("a"));
    QCOMPARE(server.create("kept", R"("Viewer")", "null", key("b")).status, 200);
    QCOMPARE(server.call("DELETE", TestServer::account(deleted)).status, 204);
    const QString count = QStringLiteral("SELECT COUNT(*) FROM creations WHERE nonce IS NOT NULL");
    QCOMPARE(valueOf(server, count).toInt(), 1);
}

void Storage::eventsCanNeitherBeChangedNorDeleted()
{
    TestServer server;
    QVERIFY(errorOf(server.folder(), QStringLiteral("DELETE FROM events"))
                .contains(QLatin1String("never deleted")));
    QVERIFY(errorOf(server.folder(), QStringLiteral("UPDATE events SET actor_name = 'x'"))
                .contains(QLatin1String("never changed")));
}

void Storage::aFullDiskIsAnsweredAndChangesNothing()
{
    QTemporaryDir folder;
    // No file of this process may grow beyond 300 KB, and the signal that says so is ignored.
    ServerProcess server(folder.path(), {}, 300);
    QVERIFY(server.waitForAddress());
    QFile file(folder.filePath(QStringLiteral("admin-token")));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray admin = file.readAll().trimmed();

    TestClient client(server.port());
    const QByteArray description(500, 'd');
    int made = 0;
    Reply reply;
    for (; made < 5000; ++made) {
        reply = client.call("POST", TestServer::accounts, admin,
                            R"({"name":"n)" + QByteArray::number(made) + R"(","description":")" +
                                description + R"(","roles":["Viewer"],"expiry_date":null})");
        if (reply.status != 200)
            break;
    }
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.headers.contains("retry-after"));
    QVERIFY(made > 10);
    // Reading still works, and shows what was answered with 200 and nothing else.
    const Reply last =
        client.call("GET", TestServer::accounts + "?name=n" + QByteArray::number(made - 1), admin);
    QCOMPARE(last.json().value(QLatin1String("items")).toArray().size(), 1);
    const Reply refused =
        client.call("GET", TestServer::accounts + "?name=n" + QByteArray::number(made), admin);
    QCOMPARE(refused.json().value(QLatin1String("items")).toArray().size(), 0);
    server.terminate();
    QCOMPARE(server.exitCode(), 0);
    const QByteArray errors = server.errors();
    QCOMPARE(errors.count('\n'), 1);
    QVERIFY2(errors.contains("database"), errors.constData());
}

QTEST_GUILESS_MAIN(Storage)
#include "tst_storage.moc"
