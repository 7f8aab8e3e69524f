#include "app/admin_api/accountreader.h"

#include <QTest>

namespace {

HttpAnswer answerOf(const QByteArray &body, int status = 200, const HttpAnswer::Headers &headers = {})
{
    return HttpAnswer(status, headers, body);
}

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC);
}

/// An account with this one member beside what is needed.
QByteArray with(const QByteArray &member)
{
    return R"({"id":"a1","name":"n")" + (member.isEmpty() ? QByteArray() : "," + member) + "}";
}

} // namespace

/// Each row of the contract's list "What the console's client accepts", and what it does not.
class TestAccountReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeAccount();
    void keepsAByteOrderMarkInsideATextOnly();
    void readsAListInEitherForm_data();
    void readsAListInEitherForm();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void readsTheServersTime();
    void readsEveryFormOfAnEnd_data();
    void readsEveryFormOfAnEnd();
    void readsEitherNameOfTheCreationDate_data();
    void readsEitherNameOfTheCreationDate();
    void readsRolesInEitherForm_data();
    void readsRolesInEitherForm();
    void keepsAnAccountWithMembersOfAnotherType_data();
    void keepsAnAccountWithMembersOfAnotherType();
    void refusesAnAccountWithoutIdOrName_data();
    void refusesAnAccountWithoutIdOrName();
    void readsWhoMadeItInEitherForm_data();
    void readsWhoMadeItInEitherForm();
    void keepsOnlyAStrongEtag_data();
    void keepsOnlyAStrongEtag();
    void needsATokenInTheAnswerToACreate_data();
    void needsATokenInTheAnswerToACreate();
    void sharesWhatRepeats();
};

void TestAccountReader::readsAWholeAccount()
{
    const auto account = AccountReader().account(answerOf(
        R"({"id":"0d9f","name":"Any Name – ü","description":"two\nlines","roles":["Admin","Auditor"],
            "masked_token":"apono_sa_…0000","expiry_date":"2020-01-01T00:00:00Z",
            "creation_date":"2019-01-02T03:04:05Z","update_date":"2019-02-03T04:05:06.5Z",
            "created_by":"somebody","last_used_date":"2019-03-04T05:06:07Z","new_field":{"x":[1]}})"));
    QVERIFY(account.ok());
    ServiceAccount expected;
    expected.id = QStringLiteral("0d9f");
    expected.name = QStringLiteral("Any Name – ü");
    expected.description = QStringLiteral("two\nlines");
    expected.roles = {AccountRole(QStringLiteral("Admin")), AccountRole(QStringLiteral("Auditor"))};
    expected.maskedToken = QStringLiteral("apono_sa_…0000");
    expected.expiryDate = utc(2020, 1, 1);
    expected.creationDate = utc(2019, 1, 2, 3, 4, 5);
    expected.updateDate = utc(2019, 2, 3, 4, 5, 6, 500);
    expected.createdBy = QStringLiteral("somebody");
    expected.lastUsedDate = utc(2019, 3, 4, 5, 6, 7);
    QCOMPARE(account.value(), expected);
}

void TestAccountReader::keepsAByteOrderMarkInsideATextOnly()
{
    const QByteArray mark = "\xEF\xBB\xBF";
    const auto account =
        AccountReader().account(answerOf(mark + with(R"("description":")" + mark + R"(d","created_by":")" +
                                                     mark + R"(c","roles":[")" + mark + R"(r"])")));
    QVERIFY(account.ok());
    QCOMPARE(account.value().description, QStringLiteral("\uFEFFd"));
    QCOMPARE(account.value().createdBy, QStringLiteral("\uFEFFc"));
    QCOMPARE(account.value().roles, QList<AccountRole>{AccountRole(QStringLiteral("\uFEFFr"))});
}

void TestAccountReader::readsAListInEitherForm_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("accounts");
    QTest::addColumn<QString>("next");

    const QByteArray items = "[" + with("") + "," + with("") + "]";
    const QByteArray envelope = R"({"items":)" + items;
    const QString none;
    QTest::newRow("bare array") << items << 2 << none;
    QTest::newRow("empty bare array") << QByteArray("[]") << 0 << none;
    QTest::newRow("next token") << envelope + R"(,"pagination":{"next_page_token":"t"}})" << 2
                                << QStringLiteral("t");
    QTest::newRow("next token null") << envelope + R"(,"pagination":{"next_page_token":null}})" << 2 << none;
    QTest::newRow("next token empty") << envelope + R"(,"pagination":{"next_page_token":""}})" << 2 << none;
    QTest::newRow("next token absent") << envelope + R"(,"pagination":{}})" << 2 << none;
    QTest::newRow("next token of another type")
        << envelope + R"(,"pagination":{"next_page_token":7}})" << 2 << none;
    QTest::newRow("pagination null") << envelope + R"(,"pagination":null})" << 2 << none;
    QTest::newRow("pagination absent") << envelope + "}" << 2 << none;
    QTest::newRow("pagination first")
        << R"({"pagination":{"next_page_token":"t"},"items":)" + items + "}" << 2 << QStringLiteral("t");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + items << 2 << none;
}

void TestAccountReader::readsAListInEitherForm()
{
    QFETCH(QByteArray, body);
    const auto page = AccountReader().page(answerOf(body));
    QVERIFY(page.ok());
    QTEST(static_cast<int>(page.value().accounts.size()), "accounts");
    QTEST(page.value().nextPageToken, "next");
}

void TestAccountReader::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("HTML") << QByteArray("<html></html>");
    QTest::newRow("a scalar") << QByteArray("1");
    QTest::newRow("an object without items") << QByteArray(R"({"message":"hello"})");
    QTest::newRow("items of another type") << QByteArray(R"({"items":{}})");
    QTest::newRow("cut") << QByteArray(R"({"items":[{"id":"a","na)");
    QTest::newRow("comma at the end") << QByteArray(R"({"items":[],})");
    QTest::newRow("garbage at the end") << QByteArray(R"({"items":[]} x)");
    QTest::newRow("broken UTF-8") << QByteArray("{\"items\":[],\"x\":\"\xC3\"}");
    QTest::newRow("an item that is no account") << QByteArray(R"({"items":[1]})");
    QTest::newRow("one account without an id") << "[" + with("") + R"(,{"name":"n"}])";
    QTest::newRow("very deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
}

void TestAccountReader::refusesWhatIsNoList()
{
    QFETCH(QByteArray, body);
    const auto page = AccountReader().page(answerOf(body));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, ErrorKind::Unreadable);
}

void TestAccountReader::readsTheServersTime()
{
    const auto page = AccountReader().page(answerOf("[]", 200, {{"date", "Sun, 06 Nov 1994 08:49:37 GMT"}}));
    QCOMPARE(page.value().serverTime, utc(1994, 11, 6, 8, 49, 37));
    QVERIFY(!AccountReader().page(answerOf("[]")).value().serverTime.isValid());
}

void TestAccountReader::readsEveryFormOfAnEnd_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QDateTime>("end");

    const QDateTime whole = utc(2026, 12, 31, 23, 59, 59);
    QTest::newRow("ISO 8601, Z") << QByteArray(R"("expiry_date":"2026-12-31T23:59:59Z")") << whole;
    QTest::newRow("fraction") << QByteArray(R"("expiry_date":"2026-12-31T23:59:59.250000Z")")
                              << whole.addMSecs(250);
    QTest::newRow("offset") << QByteArray(R"("expiry_date":"2027-01-01T01:59:59+02:00")") << whole;
    QTest::newRow("fraction and offset")
        << QByteArray(R"("expiry_date":"2026-12-31T18:29:59.5-05:30")") << whole.addMSecs(500);
    QTest::newRow("whole seconds") << QByteArray(R"("expiry_date":1798761599)") << whole;
    QTest::newRow("seconds with a fraction")
        << QByteArray(R"("expiry_date":1798761599.25)") << whole.addMSecs(250);
    QTest::newRow("seconds as text") << QByteArray(R"("expiry_date":"1798761599")") << whole;
    QTest::newRow("null") << QByteArray(R"("expiry_date":null)") << QDateTime();
    QTest::newRow("absent") << QByteArray() << QDateTime();
    QTest::newRow("empty") << QByteArray(R"("expiry_date":"")") << QDateTime();
    QTest::newRow("nonsense") << QByteArray(R"("expiry_date":"soon")") << QDateTime();
    QTest::newRow("of another type") << QByteArray(R"("expiry_date":{"x":1})") << QDateTime();
    QTest::newRow("beyond all calendars") << QByteArray(R"("expiry_date":1e300)") << QDateTime();
}

void TestAccountReader::readsEveryFormOfAnEnd()
{
    QFETCH(QByteArray, member);
    QFETCH(QDateTime, end);
    const auto account = AccountReader().account(answerOf(with(member)));
    QVERIFY(account.ok());
    QCOMPARE(account.value().expiryDate.has_value(), end.isValid());
    QCOMPARE(account.value().expiryDate.value_or(QDateTime()), end);
}

void TestAccountReader::readsEitherNameOfTheCreationDate_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QDateTime>("date");

    const QDateTime date = utc(2026, 1, 2, 3, 4, 5);
    QTest::newRow("creation_date") << QByteArray(R"("creation_date":"2026-01-02T03:04:05Z")") << date;
    QTest::newRow("created_date") << QByteArray(R"("created_date":1767323045.0)") << date;
    QTest::newRow("both") << QByteArray(R"("created_date":0,"creation_date":"2026-01-02T03:04:05Z")") << date;
    QTest::newRow("the first one null")
        << QByteArray(R"("creation_date":null,"created_date":"2026-01-02T03:04:05Z")") << date;
    QTest::newRow("neither") << QByteArray() << QDateTime();
}

void TestAccountReader::readsEitherNameOfTheCreationDate()
{
    QFETCH(QByteArray, member);
    const auto account = AccountReader().account(answerOf(with(member)));
    QVERIFY(account.ok());
    QTEST(account.value().creationDate, "date");
}

void TestAccountReader::readsRolesInEitherForm_data()
{
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QStringList>("namesAndIds");

    const auto rows = [](const char *name, const QByteArray &roles, const QStringList &expected) {
        QTest::newRow(name) << R"("roles":)" + roles << expected;
    };
    rows("names", R"(["Admin","Auditor of Things"])",
         {QStringLiteral("Admin|"), QStringLiteral("Auditor of Things|")});
    rows("objects with a name", R"([{"name":"Admin"}])", {QStringLiteral("Admin|")});
    rows("objects with id and name", R"([{"id":"r1","name":"Admin"}])", {QStringLiteral("Admin|r1")});
    rows("ids that are numbers", R"([{"id":7,"name":"Admin"}])", {QStringLiteral("Admin|7")});
    rows("an id alone", R"([{"id":"r1"}])", {QStringLiteral("r1|r1")});
    rows("mixed", R"(["Viewer",{"id":"r1","name":"Admin","x":1}])",
         {QStringLiteral("Viewer|"), QStringLiteral("Admin|r1")});
    rows("what is no role between roles", R"(["Viewer","",null,3,{}])", {QStringLiteral("Viewer|")});
    rows("none", "[]", {});
    rows("null", "null", {});
    rows("of another type", "5", {});
}

void TestAccountReader::readsRolesInEitherForm()
{
    QFETCH(QByteArray, roles);
    const auto account = AccountReader().account(answerOf(with(roles)));
    QVERIFY(account.ok());
    QStringList found;
    for (const AccountRole &role : account.value().roles)
        found.append(role.name + u'|' + role.id);
    QTEST(found, "namesAndIds");
}

void TestAccountReader::keepsAnAccountWithMembersOfAnotherType_data()
{
    QTest::addColumn<QByteArray>("member");

    for (const char *key : {"description", "roles", "masked_token", "expiry_date", "creation_date",
                            "update_date", "created_by", "last_used_date"}) {
        for (const char *value : {"null", "true", "[[]]", "{}"})
            QTest::addRow("%s: %s", key, value) << QByteArray("\"") + key + "\":" + value;
    }
}

void TestAccountReader::keepsAnAccountWithMembersOfAnotherType()
{
    QFETCH(QByteArray, member);
    const auto page = AccountReader().page(answerOf("[" + with(member) + "]"));
    QVERIFY(page.ok());
    ServiceAccount expected;
    expected.id = QStringLiteral("a1");
    expected.name = QStringLiteral("n");
    QCOMPARE(page.value().accounts, QList<ServiceAccount>{expected});
}

void TestAccountReader::refusesAnAccountWithoutIdOrName_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("no id") << QByteArray(R"({"name":"n"})");
    QTest::newRow("empty id") << QByteArray(R"({"id":"","name":"n"})");
    QTest::newRow("id of another type") << QByteArray(R"({"id":[],"name":"n"})");
    QTest::newRow("no name") << QByteArray(R"({"id":"a"})");
    QTest::newRow("name of another type") << QByteArray(R"({"id":"a","name":5})");
    QTest::newRow("no object") << QByteArray("[]");
}

void TestAccountReader::refusesAnAccountWithoutIdOrName()
{
    QFETCH(QByteArray, body);
    const auto account = AccountReader().account(answerOf(body));
    QVERIFY(!account.ok());
    QCOMPARE(account.error().kind, ErrorKind::Unreadable);
}

void TestAccountReader::readsWhoMadeItInEitherForm_data()
{
    QTest::addColumn<QByteArray>("creator");
    QTest::addColumn<QString>("shown");

    QTest::newRow("text") << QByteArray(R"("ada")") << QStringLiteral("ada");
    QTest::newRow("object with a name")
        << QByteArray(R"({"id":"7","name":"Ada","email":"a@example.org"})") << QStringLiteral("Ada");
    QTest::newRow("object with an e-mail")
        << QByteArray(R"({"id":"7","email":"a@example.org"})") << QStringLiteral("a@example.org");
    QTest::newRow("object with an id") << QByteArray(R"({"id":"7"})") << QStringLiteral("7");
}

void TestAccountReader::readsWhoMadeItInEitherForm()
{
    QFETCH(QByteArray, creator);
    const auto account = AccountReader().account(answerOf(with(R"("created_by":)" + creator)));
    QVERIFY(account.ok());
    QTEST(account.value().createdBy, "shown");
}

void TestAccountReader::keepsOnlyAStrongEtag_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("etag");

    QTest::newRow("strong") << QByteArray("\"5\"") << QStringLiteral("\"5\"");
    QTest::newRow("weak") << QByteArray("W/\"5\"") << QString();
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("with a line break") << QByteArray("\"5\"\r\nX: 1") << QString();
}

void TestAccountReader::keepsOnlyAStrongEtag()
{
    QFETCH(QByteArray, header);
    const auto account = AccountReader().account(answerOf(with({}), 200, {{"ETag", header}}));
    QVERIFY(account.ok());
    QTEST(account.value().etag, "etag");
}

void TestAccountReader::needsATokenInTheAnswerToACreate_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("ok");

    QTest::newRow("there") << QByteArray(R"("token":"any \"form\" ü")") << true;
    QTest::newRow("absent") << QByteArray() << false;
    QTest::newRow("null") << QByteArray(R"("token":null)") << false;
    QTest::newRow("empty") << QByteArray(R"("token":"")") << false;
    QTest::newRow("of another type") << QByteArray(R"("token":{"value":"x"})") << false;
}

void TestAccountReader::needsATokenInTheAnswerToACreate()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, ok);
    const auto created = AccountReader().created(answerOf(with(member)));
    QCOMPARE(created.ok(), ok);
    if (!ok) {
        QCOMPARE(created.error().kind, ErrorKind::Unreadable);
        QVERIFY(created.error().leavesOutcomeUnknown());
        return;
    }
    QCOMPARE(created.value().account.id, QStringLiteral("a1"));
    QVERIFY(created.value().token.equals(SecretText::fromUtf8("any \"form\" ü")));
}

void TestAccountReader::sharesWhatRepeats()
{
    const QByteArray account = with(R"("created_by":"local_console","roles":["Admin","Viewer"])");
    AccountReader reader;
    const auto first = reader.page(answerOf("[" + account + "," + account + "]"));
    const auto second = reader.page(answerOf("[" + account + "]"));
    const ServiceAccount &one = first.value().accounts.at(0);
    for (const ServiceAccount &other : {first.value().accounts.at(1), second.value().accounts.at(0)}) {
        QCOMPARE(static_cast<const void *>(other.createdBy.constData()),
                 static_cast<const void *>(one.createdBy.constData()));
        QCOMPARE(static_cast<const void *>(other.roles.constData()),
                 static_cast<const void *>(one.roles.constData()));
    }
}

QTEST_GUILESS_MAIN(TestAccountReader)
#include "tst_accountreader.moc"
