#include "tests/app/local_api/testserver.h"
#include "tests/support/jsontexts.h"

#include <QtTest>

/// The body of a request: text that is not JSON is 400, and JSON is looked at for what it says.
class RequestJsonTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtEveryTextThatIsJson_data();
    void looksAtEveryTextThatIsJson();
    void refusesEveryTextThatIsNone_data();
    void refusesEveryTextThatIsNone();

private:
    static void rows(const QList<JsonText> &texts);
    /// What a create and an edit answer to this body.
    QList<Reply> answersTo(const QByteArray &body);

    TestServer m_server;
    QByteArray m_account = TestServer::account(m_server.create("edited"));
};

namespace {

/// A body that lacks nothing, with @p value in a field too many.
QByteArray bodyWith(const QByteArray &value)
{
    return R"({"name":"n","description":"","roles":["Viewer"],"expiry_date":null,"new":)" + value + "}";
}

QStringList fieldsIn(const Reply &reply)
{
    QStringList fields;
    for (const auto error : reply.json().value(QLatin1String("errors")).toArray())
        fields.append(error.toObject().value(QLatin1String("field")).toString());
    return fields;
}

} // namespace

void RequestJsonTexts::rows(const QList<JsonText> &texts)
{
    QTest::addColumn<QByteArray>("text");
    for (const JsonText &json : texts)
        QTest::newRow(json.title) << json.text;
}

QList<Reply> RequestJsonTexts::answersTo(const QByteArray &body)
{
    return {m_server.call("POST", TestServer::accounts, body),
            m_server.call("PUT", m_account, body, {{"If-Match", "*"}})};
}

void RequestJsonTexts::looksAtEveryTextThatIsJson_data()
{
    rows(takenJsonTexts());
}

void RequestJsonTexts::looksAtEveryTextThatIsJson()
{
    QFETCH(QByteArray, text);
    for (const Reply &reply : answersTo(text))
        QCOMPARE(reply.status, 422);
    for (const Reply &reply : answersTo(bodyWith(text))) {
        QCOMPARE(reply.status, 422);
        QVERIFY(fieldsIn(reply).contains(QStringLiteral("new")));
    }
}

void RequestJsonTexts::refusesEveryTextThatIsNone_data()
{
    rows(refusedJsonTexts());
}

void RequestJsonTexts::refusesEveryTextThatIsNone()
{
    QFETCH(QByteArray, text);
    for (const Reply &reply : answersTo(text) + answersTo(bodyWith(text))) {
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
    }
}

QTEST_GUILESS_MAIN(RequestJsonTexts)
#include "tst_requestjsontexts.moc"
