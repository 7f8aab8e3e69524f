#include "app/admin_api/httpanswer.h"

#include <QTest>

class TestHttpAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHeaderWithoutRegardToCase();
    void readsTheDate_data();
    void readsTheDate();
    void findsTheRequestId_data();
    void findsTheRequestId();
    void knowsHtml_data();
    void knowsHtml();
    void givesItsBodyAwayWhenItIsMoved();
};

void TestHttpAnswer::findsAHeaderWithoutRegardToCase()
{
    const HttpAnswer answer(200, {{"x-Thing", " a "}, {"X-Thing", "b"}}, {});
    QCOMPARE(answer.header("X-THING"), QByteArray("a"));
    QCOMPARE(answer.header("X-Other"), QByteArray());
}

void TestHttpAnswer::readsTheDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("date");

    const QDateTime date(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("as RFC 9110 says") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << date;
    QTest::newRow("leap day") << QByteArray("Thu, 29 Feb 2024 00:00:00 GMT")
                              << QDateTime(QDate(2024, 2, 29), QTime(0, 0), Qt::UTC);
    for (const char *text : {"", "soon", "06 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
                             "Sun, 06 anF 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET"})
        QTest::addRow("'%s'", text) << QByteArray(text) << QDateTime();
}

void TestHttpAnswer::readsTheDate()
{
    QFETCH(QByteArray, text);
    QTEST(HttpAnswer(200, {{"Date", text}}, {}).date(), "date");
}

void TestHttpAnswer::findsTheRequestId_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("id");

    for (const char *name : {"X-Request-Id", "x-request-id", "Request-Id", "X-Correlation-Id",
                             "X-Amzn-RequestId", "X-Amzn-Trace-Id", "X-Cloud-Trace-Context", "CF-Ray"})
        QTest::addRow("%s", name) << QByteArray(name) << QByteArray("r1") << QByteArray("r1");
    QTest::newRow("another header") << QByteArray("X-Thing") << QByteArray("r1") << QByteArray();
    QTest::newRow("very long") << QByteArray("X-Request-Id") << QByteArray(1000, 'r') << QByteArray(128, 'r');
    QTest::newRow("not printable") << QByteArray("X-Request-Id") << QByteArray("r\x1b[1m") << QByteArray();
}

void TestHttpAnswer::findsTheRequestId()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(HttpAnswer(500, {{name, value}}, {}).requestId(), "id");
}

void TestHttpAnswer::knowsHtml_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("html");

    QTest::newRow("by its type") << QByteArray("Text/HTML; charset=utf-8") << QByteArray("x") << true;
    QTest::newRow("XHTML by its type") << QByteArray("application/xhtml+xml") << QByteArray("x") << true;
    QTest::newRow("by its look") << QByteArray("application/json") << QByteArray("\n <!DOCTYPE html>")
                                 << true;
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{\"a\":\"<b>\"}") << false;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << false;
}

void TestHttpAnswer::knowsHtml()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(HttpAnswer(200, {{"Content-Type", type}}, body).isHtml(), "html");
}

void TestHttpAnswer::givesItsBodyAwayWhenItIsMoved()
{
    HttpAnswer first(200, {{"A", "b"}}, QByteArray("body"));
    HttpAnswer second(std::move(first));
    QCOMPARE(second.body(), QByteArray("body"));
    HttpAnswer third(500, {}, QByteArray("other"));
    third = std::move(second);
    QCOMPARE(third.status(), 200);
    QCOMPARE(third.body(), QByteArray("body"));
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"
