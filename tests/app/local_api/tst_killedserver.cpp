#include "tests/app/local_api/serverprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <signal.h>
#include <thread>

/// kill -9 at thirty moments during creates: whatever was answered is there afterwards, and its token works.
class KilledServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasAnswered();
};

namespace {

const QByteArray accounts = "/api/admin/v1/service-accounts";
const QByteArray session = "/api/client/v1/session";

struct Answered
{
    QByteArray id;
    QByteArray token;
};

/// Creates accounts one after the other until the connection breaks.
QList<Answered> createUntilTheEnd(quint16 port, const QByteArray &admin, const QByteArray &prefix)
{
    QList<Answered> answered;
    TestClient client(port);
    for (int number = 0;; ++number) {
        const QByteArray name = prefix + QByteArray::number(number);
        const Reply reply = client.call("POST", accounts, admin,
                                        R"({"name":")" + name + R"(","roles":["Viewer"],"expiry_date":null})",
                                        {{"Idempotency-Key", name}});
        if (reply.status != 200)
            return answered;
        const QJsonObject account = reply.json();
        answered.append({account.value(QLatin1String("id")).toString().toLatin1(),
                         account.value(QLatin1String("token")).toString().toLatin1()});
    }
}

QString integrityOf(const QString &path)
{
    QString result;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("PRAGMA integrity_check"), database);
            result = query.next() ? query.value(0).toString() : QString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
    return result;
}

} // namespace

void KilledServer::losesNothingThatWasAnswered()
{
    QTemporaryDir folder;
    QByteArray admin;
    int total = 0;
    for (int round = 0; round < 30; ++round) {
        ServerProcess server(folder.path());
        QVERIFY(server.waitForAddress());
        if (admin.isEmpty()) {
            QFile file(folder.filePath(QStringLiteral("admin-token")));
            QVERIFY(file.open(QFile::ReadOnly));
            admin = file.readAll().trimmed();
        }

        // Two clients, so that some commits hold two creates; the moment differs from round to round.
        const auto process = static_cast<pid_t>(server.processId());
        const auto delay =
            std::chrono::microseconds(500 + 1500 * round + QRandomGenerator::global()->bounded(1500));
        QList<Answered> answers[2];
        std::thread killer([process, delay] {
            std::this_thread::sleep_for(delay);
            ::kill(process, SIGKILL);
        });
        const QByteArray prefix = "round_" + QByteArray::number(round);
        std::thread other([&] { answers[1] = createUntilTheEnd(server.port(), admin, prefix + "_b_"); });
        answers[0] = createUntilTheEnd(server.port(), admin, prefix + "_a_");
        other.join();
        killer.join();
        QVERIFY(server.waitForEnd());
        QCOMPARE(integrityOf(folder.filePath(QStringLiteral("accounts.db"))), QStringLiteral("ok"));

        ServerProcess again(folder.path());
        QVERIFY(again.waitForAddress());
        TestClient client(again.port());
        for (const Answered &answered : answers[0] + answers[1]) {
            QCOMPARE(client.call("GET", accounts + '/' + answered.id, admin).status, 200);
            const Reply who = client.call("GET", session, answered.token);
            QCOMPARE(who.status, 200);
            QCOMPARE(who.json()[QStringLiteral("user")][QStringLiteral("id")].toString().toLatin1(),
                     answered.id);
            ++total;
        }
        again.terminate();
        QCOMPARE(again.exitCode(), 0);
    }
    // Otherwise this test would have shown nothing.
    QVERIFY2(total > 30, qPrintable(QString::number(total)));
}

QTEST_GUILESS_MAIN(KilledServer)
#include "tst_killedserver.moc"
