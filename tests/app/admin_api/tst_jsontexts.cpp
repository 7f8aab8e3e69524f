#include "app/admin_api/accountreader.h"
#include "tests/support/jsontexts.h"

#include <QTest>

/// Whatever a server answers: text that is not JSON is not readable, and JSON always is.
class TestJsonTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryTextThatIsJson_data();
    void readsEveryTextThatIsJson();
    void refusesEveryTextThatIsNone_data();
    void refusesEveryTextThatIsNone();

private:
    static void rows(const QList<JsonText> &texts);
};

namespace {

/// An account, a token and a list in one, with @p value where a newer server may have put it.
HttpAnswer answerWith(const QByteArray &value)
{
    return HttpAnswer(200, {}, R"({"id":"a1","name":"n","token":"t","items":[],"new":)" + value + "}");
}

} // namespace

void TestJsonTexts::rows(const QList<JsonText> &texts)
{
    QTest::addColumn<QByteArray>("text");
    for (const JsonText &json : texts)
        QTest::newRow(json.title) << json.text;
}

void TestJsonTexts::readsEveryTextThatIsJson_data()
{
    QVERIFY(takenJsonTexts().size() >= 80);
    rows(takenJsonTexts());
}

void TestJsonTexts::readsEveryTextThatIsJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(JsonTree(text).root().has_value());
    const HttpAnswer answer = answerWith(text);
    AccountReader reader;
    QVERIFY(reader.page(answer).ok());
    QVERIFY(reader.account(answer).ok());
    QVERIFY(reader.created(answer).ok());
}

void TestJsonTexts::refusesEveryTextThatIsNone_data()
{
    QVERIFY(refusedJsonTexts().size() >= 150);
    rows(refusedJsonTexts());
}

void TestJsonTexts::refusesEveryTextThatIsNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!JsonTree(text).root().has_value());
    for (const HttpAnswer &answer : {HttpAnswer(200, {}, text), answerWith(text)}) {
        AccountReader reader;
        QCOMPARE(reader.page(answer).error().kind, ErrorKind::Unreadable);
        QCOMPARE(reader.account(answer).error().kind, ErrorKind::Unreadable);
        QCOMPARE(reader.created(answer).error().kind, ErrorKind::Unreadable);
    }
}

QTEST_GUILESS_MAIN(TestJsonTexts)
#include "tst_jsontexts.moc"
