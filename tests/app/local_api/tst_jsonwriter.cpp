#include "app/local_api/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using localapi::JsonWriter;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsCommasWhereTheyBelong();
    void everyCharacterComesBackAsItWas();
    void writesNumbersAndTimes();
};

namespace {

QByteArray textOf(JsonWriter &json)
{
    const localapi::WipedBytes bytes = json.take();
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

void JsonWriterTest::putsCommasWhereTheyBelong()
{
    JsonWriter json;
    json.beginObject();
    json.key("empty").beginArray().endArray();
    json.key("list").beginArray().integer(1).null().beginObject().endObject().endArray();
    json.key("object").beginObject().key("a").null().key("b").string(QStringView(u"x")).endObject();
    json.endObject();
    QCOMPARE(textOf(json), QByteArray(R"({"empty":[],"list":[1,null,{}],"object":{"a":null,"b":"x"}})"));
}

void JsonWriterTest::everyCharacterComesBackAsItWas()
{
    QString text;
    for (char16_t character = 0; character < 0x300; ++character)
        text += QChar(character);
    text += QStringLiteral("\u2028\u2029\uFFFD\U0001F600");
    JsonWriter json;
    json.beginArray().string(text).endArray();
    const QByteArray written = textOf(json);
    QCOMPARE(QJsonDocument::fromJson(written).array().first().toString(), text);
    for (const char character : written)
        QVERIFY(static_cast<unsigned char>(character) >= 0x20);
}

void JsonWriterTest::writesNumbersAndTimes()
{
    JsonWriter json;
    json.beginArray().integer(std::numeric_limits<qint64>::min()).time(std::nullopt).time(0).endArray();
    QCOMPARE(textOf(json), QByteArray(R"([-9223372036854775808,null,"1970-01-01T00:00:00.000Z"])"));
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
