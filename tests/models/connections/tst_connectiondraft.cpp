#include "models/connections/connectiondraft.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using Field = ConnectionDraft::Field;

class ConnectionDraftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsTypedAsItIsTyped();
    void saysWhatIsWrongOnlyOnceTheFieldIsFinished();
    void judgesEachField_data();
    void judgesEachField();
    void saysOfANewOneThatItNeedsATokenLater();
    void saysThatAFileIsGoneWithoutBeingAsked();
    void judgesNothingOfTheLocalWorkspace();
    void isChangedByAnythingThatIsKept_data();
    void isChangedByAnythingThatIsKept();
    void hasNothingToSaveOnceItIsKept();
    void wantsATokenForAnotherServer_data();
    void wantsATokenForAnotherServer();
    void makesWhatIsToBeKept();
};

namespace {

Connection production()
{
    Connection server;
    server.kind = Connection::Kind::Server;
    server.key = QStringLiteral("production");
    server.name = QStringLiteral("Production");
    server.target.address = QUrl(QStringLiteral("https://api.example.org"));
    return server;
}

} // namespace

void ConnectionDraftTest::keepsWhatIsTypedAsItIsTyped()
{
    ConnectionDraft draft(production());
    draft.values().address = QStringLiteral("  not an address  ");
    QCOMPARE(draft.values().address, QStringLiteral("  not an address  "));
    QVERIFY(!draft.problem(Field::Address, {}).isEmpty());
}

void ConnectionDraftTest::saysWhatIsWrongOnlyOnceTheFieldIsFinished()
{
    ConnectionDraft draft(production());
    draft.values().proxy = QStringLiteral("proxy");
    QCOMPARE(draft.note(Field::Proxy, {}), FieldNote());
    draft.check(Field::Proxy);
    QVERIFY(draft.note(Field::Proxy, {}).isBad());
    draft.values().proxy = QStringLiteral("proxy:3128");
    QCOMPARE(draft.note(Field::Proxy, {}), FieldNote());
}

void ConnectionDraftTest::judgesEachField_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("no name") << Field::Name << QStringLiteral("  ") << false;
    QTest::newRow("a name that another one has") << Field::Name << QStringLiteral("STAGING") << false;
    QTest::newRow("a name") << Field::Name << QStringLiteral("Prod") << true;
    QTest::newRow("http to elsewhere") << Field::Address << QStringLiteral("http://api.example.org") << false;
    QTest::newRow("an address without a scheme")
        << Field::Address << QStringLiteral("api.example.org") << true;
    QTest::newRow("no path") << Field::ResourcePath << QString() << false;
    QTest::newRow("a path without a slash") << Field::ResourcePath << QStringLiteral("api/accounts") << false;
    QTest::newRow("a path that is a host")
        << Field::ResourcePath << QStringLiteral("//evil.example/x") << false;
    QTest::newRow("a path with a query") << Field::ResourcePath << QStringLiteral("/api?x=1") << false;
    QTest::newRow("a path with a fragment") << Field::ResourcePath << QStringLiteral("/api#x") << false;
    QTest::newRow("a path with a blank") << Field::ResourcePath << QStringLiteral("/a b") << false;
    QTest::newRow("a path") << Field::ResourcePath << QStringLiteral("/api/v4/service-accounts") << true;
    QTest::newRow("the system's proxy") << Field::Proxy << QString() << true;
    QTest::newRow("a proxy with a password")
        << Field::Proxy << QStringLiteral("http://me:pw@proxy:1") << false;
    QTest::newRow("no file") << Field::AuthorityFile << QString() << true;
    QTest::newRow("a relative file") << Field::AuthorityFile << QStringLiteral("corp.pem") << false;
    QTest::newRow("a file that is not there")
        << Field::AuthorityFile << QStringLiteral("/nowhere/corp.pem") << false;
    QTest::newRow("a folder") << Field::AuthorityFile << QStringLiteral("/") << false;
    QTest::newRow("a file") << Field::AuthorityFile << QCoreApplication::applicationFilePath() << true;
}

void ConnectionDraftTest::judgesEachField()
{
    QFETCH(Field, field);
    QFETCH(QString, typed);
    QFETCH(bool, isRight);
    Connection staging = production();
    staging.key = QStringLiteral("staging");
    staging.name = QStringLiteral("Staging");
    ConnectionDraft draft(production());
    ConnectionDraft::Values &values = draft.values();
    switch (field) {
    case Field::Name:
        values.name = typed;
        break;
    case Field::Address:
        values.address = typed;
        break;
    case Field::ResourcePath:
        values.resourcePath = typed;
        break;
    case Field::Proxy:
        values.proxy = typed;
        break;
    case Field::AuthorityFile:
        values.authorityFile = typed;
        break;
    case Field::Token:
        break;
    }
    QCOMPARE(draft.problems({staging}), isRight ? QList<Field>() : QList<Field>{field});
}

void ConnectionDraftTest::saysOfANewOneThatItNeedsATokenLater()
{
    ConnectionDraft draft(QStringLiteral("New"));
    QCOMPARE(draft.note(Field::Token, {}).tone, FieldNote::Tone::Hint);
    QCOMPARE(draft.note(Field::Address, {}), FieldNote());
    draft.checkAll();
    QCOMPARE(draft.problems({}), QList<Field>());
    QCOMPARE(draft.note(Field::Token, {}).tone, FieldNote::Tone::Hint);
    draft.setCredential(SecretText::fromUtf8("token"));
    QCOMPARE(draft.note(Field::Token, {}), FieldNote());
    QCOMPARE(ConnectionDraft(production()).note(Field::Token, {}), FieldNote());
}

void ConnectionDraftTest::saysThatAFileIsGoneWithoutBeingAsked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("corp.pem"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Connection server = production();
    server.target.authorityFile = path;
    ConnectionDraft draft(server);
    QCOMPARE(draft.note(Field::AuthorityFile, {}), FieldNote());
    QVERIFY(file.remove());
    QVERIFY(draft.note(Field::AuthorityFile, {}).isBad());
    // What is being typed is not finished.
    draft.values().authorityFile = folder.filePath(QStringLiteral("other"));
    QCOMPARE(draft.note(Field::AuthorityFile, {}), FieldNote());
    // A folder is no file.
    draft.values().authorityFile = folder.path();
    draft.check(Field::AuthorityFile);
    QVERIFY(draft.note(Field::AuthorityFile, {}).isBad());
}

void ConnectionDraftTest::judgesNothingOfTheLocalWorkspace()
{
    Connection local;
    local.key = QStringLiteral("local");
    local.name = QStringLiteral("Local");
    ConnectionDraft draft(local);
    draft.checkAll();
    QCOMPARE(draft.problems({}), QList<Field>());
    draft.values().policy.unlimitedAllowed = false;
    draft.values().name = QStringLiteral("Mine");
    const Connection made = draft.connection();
    QCOMPARE(made.kind, Connection::Kind::Local);
    QCOMPARE(made.name, QStringLiteral("Local"));
    QVERIFY(!made.policy.unlimitedAllowed);
}

void ConnectionDraftTest::isChangedByAnythingThatIsKept_data()
{
    using Values = ConnectionDraft::Values;
    QTest::addColumn<std::function<void(Values &)>>("type");
    const auto row = [](const char *label, std::function<void(Values &)> type) {
        QTest::newRow(label) << std::move(type);
    };
    row("name", [](Values &values) { values.name += u'2'; });
    row("address", [](Values &values) { values.address += QStringLiteral("/eu"); });
    row("resource path", [](Values &values) { values.resourcePath += u'2'; });
    row("dates", [](Values &values) { values.dateStyle = DateStyle::Seconds; });
    row("proxy", [](Values &values) { values.proxy = QStringLiteral("none"); });
    row("authority", [](Values &values) { values.authorityFile = QStringLiteral("/corp.pem"); });
    row("longest lifetime", [](Values &values) { values.policy.longestLifetimeDays = 90; });
    row("unlimited", [](Values &values) { values.policy.unlimitedAllowed = false; });
}

void ConnectionDraftTest::isChangedByAnythingThatIsKept()
{
    QFETCH(std::function<void(ConnectionDraft::Values &)>, type);
    ConnectionDraft draft(production());
    QVERIFY(!draft.isChanged());
    type(draft.values());
    QVERIFY(draft.isChanged());
    draft.values() = ConnectionDraft(production()).values();
    QVERIFY(!draft.isChanged());
}

void ConnectionDraftTest::hasNothingToSaveOnceItIsKept()
{
    ConnectionDraft draft(QStringLiteral("New"));
    QVERIFY(draft.isNew());
    QVERIFY(draft.isChanged());
    draft.setKept(production());
    QVERIFY(!draft.isNew());
    QVERIFY(!draft.isChanged());
    draft.setCredential(SecretText::fromUtf8("token"));
    QVERIFY(draft.isChanged());
    draft.setKept(production());
    QVERIFY(!draft.isChanged());
    QVERIFY(draft.credential().isEmpty());
}

void ConnectionDraftTest::wantsATokenForAnotherServer_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("mayUse");
    QTest::newRow("the same") << QStringLiteral("https://api.example.org/") << true;
    QTest::newRow("the same with its port") << QStringLiteral("https://api.example.org:443") << true;
    QTest::newRow("another path on it") << QStringLiteral("https://api.example.org/eu") << true;
    QTest::newRow("another host") << QStringLiteral("https://api.example.com") << false;
    QTest::newRow("another port") << QStringLiteral("https://api.example.org:8443") << false;
}

void ConnectionDraftTest::wantsATokenForAnotherServer()
{
    QFETCH(QString, address);
    QFETCH(bool, mayUse);
    ConnectionDraft draft(production());
    draft.values().address = address;
    QCOMPARE(draft.mayUseKeptCredential(), mayUse);
    QCOMPARE(draft.problem(Field::Token, {}).isEmpty(), mayUse);
    draft.setCredential(SecretText::fromUtf8("token"));
    QCOMPARE(draft.problem(Field::Token, {}), QString());
}

void ConnectionDraftTest::makesWhatIsToBeKept()
{
    ConnectionDraft draft(production());
    draft.values().name = QStringLiteral("  Prod   EU ");
    draft.values().address = QStringLiteral("api.example.org/");
    draft.values().resourcePath = QStringLiteral(" /accounts ");
    draft.values().proxy = QStringLiteral("proxy:3128");
    draft.values().policy.longestLifetimeDays = 90;
    const Connection made = draft.connection();
    QCOMPARE(made.key, QStringLiteral("production"));
    QCOMPARE(made.name, QStringLiteral("Prod EU"));
    QCOMPARE(made.target.address, QUrl(QStringLiteral("https://api.example.org")));
    QCOMPARE(made.target.resourcePath, QStringLiteral("/accounts"));
    QCOMPARE(made.target.proxy, QStringLiteral("http://proxy:3128"));
    QCOMPARE(made.policy.longestLifetimeDays, 90);
}

QTEST_GUILESS_MAIN(ConnectionDraftTest)
#include "tst_connectiondraft.moc"
