#include "app/admin_api/sessionreader.h"

#include <QTest>

namespace {

Result<Session> sessionOf(const QByteArray &body)
{
    return readSession(HttpAnswer(200, {}, body));
}

} // namespace

class TestSessionReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeSession();
    void readsWhatThereIs_data();
    void readsWhatThereIs();
    void refusesWhatTellsOfNobody_data();
    void refusesWhatTellsOfNobody();
};

void TestSessionReader::readsAWholeSession()
{
    const auto session = sessionOf(R"({"user":{"id":"u1","name":"Ada","email":"ada@example.org"},
        "account":{"id":"c1","name":"Example","plan":"x"},"roles":["Admin",{"id":"2","name":"Viewer"},7]})");
    QVERIFY(session.ok());
    QCOMPARE(session.value().userId, QStringLiteral("u1"));
    QCOMPARE(session.value().userName, QStringLiteral("Ada"));
    QCOMPARE(session.value().email, QStringLiteral("ada@example.org"));
    QCOMPARE(session.value().accountName, QStringLiteral("Example"));
    QCOMPARE(session.value().roles, QStringList({QStringLiteral("Admin"), QStringLiteral("Viewer")}));
}

void TestSessionReader::readsWhatThereIs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");

    QTest::newRow("user alone") << QByteArray(R"({"user":{"id":"u1","name":"Ada"}})") << QStringLiteral("u1");
    QTest::newRow("id that is a number") << QByteArray(R"({"user":{"id":7}})") << QStringLiteral("7");
    QTest::newRow("e-mail alone") << QByteArray(R"({"user":{"email":"a@example.org"}})") << QString();
    QTest::newRow("others null") << QByteArray(R"({"user":{"id":"u1"},"account":null,"roles":null})")
                                 << QStringLiteral("u1");
}

void TestSessionReader::readsWhatThereIs()
{
    QFETCH(QByteArray, body);
    const auto session = sessionOf(body);
    QVERIFY(session.ok());
    QTEST(session.value().userId, "id");
    QVERIFY(session.value().accountName.isEmpty());
    QVERIFY(session.value().roles.isEmpty());
}

void TestSessionReader::refusesWhatTellsOfNobody_data()
{
    QTest::addColumn<QByteArray>("body");

    for (const char *body : {"", "[]", "hello", "{}", R"({"user":null})", R"({"user":"Ada"})",
                             R"({"user":{}})", R"({"user":{"id":"u1"})", "<html></html>"})
        QTest::addRow("%s", body) << QByteArray(body);
}

void TestSessionReader::refusesWhatTellsOfNobody()
{
    QFETCH(QByteArray, body);
    const auto session = sessionOf(body);
    QVERIFY(!session.ok());
    QCOMPARE(session.error().kind, ErrorKind::Unreadable);
}

QTEST_GUILESS_MAIN(TestSessionReader)
#include "tst_sessionreader.moc"
