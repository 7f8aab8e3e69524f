#include "models/connections/connectionsdocument.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

QByteArray document(const QByteArray &entries)
{
    return R"({"format":"apono-console-connections","version":1,"connections":[)" + entries + "]}";
}

} // namespace

class ConnectionsDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote();
    void holdsNothingOfTheKeychain();
    void writesWhatTheSchemaDescribes();
    void readsWhatTheSchemaAllowsAndNothingElse_data();
    void readsWhatTheSchemaAllowsAndNothingElse();
    void refusesWhatIsNoSuchDocument_data();
    void refusesWhatIsNoSuchDocument();
    void namesABadEntryAndReadsTheOthers();
    void takesNoTokenFromADocument();

private:
    static QList<Connection> connections();
    /// For each document whether it conforms to the schema, as python3-jsonschema says.
    static QList<bool> conform(const QList<QByteArray> &documents);
};

QList<Connection> ConnectionsDocumentTest::connections()
{
    Connection local;
    local.key = QStringLiteral("local-abc123");
    local.name = QStringLiteral("Local");
    Connection plain;
    plain.kind = Connection::Kind::Server;
    plain.key = QStringLiteral("key-of-the-plain-one");
    plain.name = QStringLiteral("api.apono.io");
    plain.target.address = QUrl(QStringLiteral("https://api.apono.io"));
    Connection full = plain;
    full.key = QStringLiteral("key-of-the-full-one");
    full.name = QStringLiteral("Production “EU” \U0001F511");
    full.target.address = QUrl(QStringLiteral("https://bücher.example:8443/apono"));
    full.target.resourcePath = QStringLiteral("/api/v4/tokens");
    full.target.dateStyle = DateStyle::Seconds;
    full.target.proxy = QStringLiteral("socks5://proxy.example:1080");
    full.target.authorityFile = QStringLiteral("/etc/ssl/certs/corp-root.pem");
    full.policy = {180, false};
    full.credentialSaved = QDateTime(QDate(2026, 7, 5), QTime(9, 30), Qt::UTC);
    Connection near = plain;
    near.name = QStringLiteral("On this computer");
    near.target.address = QUrl(QStringLiteral("http://[::1]:8080"));
    near.target.proxy = QStringLiteral("none");
    return {local, plain, full, near};
}

QList<bool> ConnectionsDocumentTest::conform(const QList<QByteArray> &documents)
{
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral("-W"),         QStringLiteral("ignore"),   QStringLiteral("-m"),
                          QStringLiteral("jsonschema"), QStringLiteral("--output"), QStringLiteral("pretty")};
    QStringList names;
    for (const QByteArray &bytes : documents) {
        names.append(folder.filePath(QStringLiteral("document-%1.json").arg(names.size())));
        QFile file(names.constLast());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("A document for the checker cannot be written.");
        arguments << QStringLiteral("-i") << names.constLast();
    }
    QProcess checker;
    checker.setProcessChannelMode(QProcess::MergedChannels);
    checker.start(QStringLiteral(SYSTEM_PYTHON), arguments << QStringLiteral(SCHEMA));
    if (!checker.waitForFinished(60000))
        qFatal("The checker does not end.");
    const QString said = QString::fromUtf8(checker.readAll());
    QList<bool> result;
    for (const QString &name : names) {
        const bool succeeded = said.contains(QStringLiteral("[SUCCESS]===(%1)").arg(name));
        const bool failed = said.contains(QStringLiteral("[ValidationError]===(%1)").arg(name));
        if (succeeded == failed)
            qFatal("packaging/install-dependencies.sh --test installs the checker, which says: %s",
                   qPrintable(said));
        result.append(succeeded);
    }
    return result;
}

void ConnectionsDocumentTest::readsWhatItWrote()
{
    const auto read = ConnectionsDocument::read(ConnectionsDocument::write(connections()));
    QVERIFY(read.ok());
    const QList<Connection> servers = connections().mid(1);
    QCOMPARE(read.value().size(), servers.size());
    for (qsizetype i = 0; i < servers.size(); ++i) {
        const ConnectionsDocument::Entry &entry = read.value().at(i);
        QVERIFY2(entry.problems.isEmpty(), qPrintable(entry.problems.join(u' ')));
        QCOMPARE(entry.server.name, servers.at(i).name);
        QCOMPARE(entry.server.target, servers.at(i).target);
        QCOMPARE(entry.server.policy, servers.at(i).policy);
        QVERIFY(entry.server.key.isEmpty());
        QVERIFY(!entry.server.credentialSaved.isValid());
    }
}

void ConnectionsDocumentTest::holdsNothingOfTheKeychain()
{
    QList<Connection> all = connections();
    all[1].target.address = QUrl(QStringLiteral("https://me:canary@api.apono.io/?token=canary#canary"));
    const QByteArray bytes = ConnectionsDocument::write(all);
    for (const Connection &connection : all)
        QVERIFY2(!bytes.contains(connection.key.toUtf8()), qPrintable(connection.key));
    QVERIFY(!bytes.contains("canary"));
    QVERIFY(!bytes.contains("2026"));
    QVERIFY(!bytes.contains("Local"));
}

void ConnectionsDocumentTest::writesWhatTheSchemaDescribes()
{
    QCOMPARE(conform({ConnectionsDocument::write(connections()), ConnectionsDocument::write({})}),
             (QList<bool>{true, true}));
}

void ConnectionsDocumentTest::readsWhatTheSchemaAllowsAndNothingElse_data()
{
    struct Row
    {
        const char *label;
        QByteArray document;
        bool isGood;
    };
    QList<Row> rows;
    const auto good = [&rows](const char *label, const QByteArray &entry) {
        rows.append({label, document(entry), true});
    };
    const auto bad = [&rows](const char *label, const QByteArray &entry) {
        rows.append({label, document(entry), false});
    };
    const auto with = [](const QByteArray &more) {
        return QByteArray(R"({"name":"P","address":"https://api.apono.io",)" + more + "}");
    };
    good("name and address alone", R"({"name":"P","address":"https://api.apono.io"})");
    good("defaults", with(R"("proxy":"","authority_file":"","policy":{}, "dates":"iso8601")"));
    good("no limit", with(R"("policy":{"longest_lifetime_days":null,"unlimited_allowed":true})"));
    bad("no name", R"({"address":"https://api.apono.io"})");
    bad("an empty name", R"({"name":"","address":"https://api.apono.io"})");
    bad("a long name", R"({"name":")" + QByteArray(65, 'n') + R"(","address":"https://api.apono.io"})");
    bad("no address", R"({"name":"P"})");
    bad("an address of another kind", R"({"name":"P","address":"ftp://api.apono.io"})");
    bad("an address without a scheme", R"({"name":"P","address":"api.apono.io"})");
    bad("a blank before the address", R"({"name":"P","address":" https://api.apono.io"})");
    bad("http to another computer", R"({"name":"P","address":"http://api.apono.io"})");
    bad("a password in the address", R"({"name":"P","address":"https://me:secret@api.apono.io"})");
    bad("a number for an address", R"({"name":"P","address":7})");
    good("a path", with(R"("resource_path":"/api/v4/robots%20of@ours")"));
    bad("a path without a slash", with(R"("resource_path":"api")"));
    bad("a path that names a server", with(R"("resource_path":"//evil.example/x")"));
    bad("a path with a blank", with(R"("resource_path":"/a b")"));
    bad("a path with a blank before it", with(R"("resource_path":" /a")"));
    bad("a path with half an escape", with(R"("resource_path":"/a%2")"));
    bad("other dates", with(R"("dates":"roman")"));
    bad("a password in the proxy", with(R"("proxy":"http://me:secret@proxy.example:1")"));
    bad("a proxy without a port", with(R"("proxy":"http://proxy.example")"));
    bad("no days at all", with(R"("policy":{"longest_lifetime_days":0})"));
    bad("half a day", with(R"("policy":{"longest_lifetime_days":0.5})"));
    bad("too many days", with(R"("policy":{"longest_lifetime_days":3651})"));
    bad("a word for a flag", with(R"("policy":{"unlimited_allowed":"no"})"));
    bad("a list for the policy", with(R"("policy":[])"));
    bad("no object", "7");

    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<bool>("conforms");
    // All at once: starting the checker takes longer than all it does.
    QList<QByteArray> documents;
    for (const Row &row : rows)
        documents.append(row.document);
    const QList<bool> verdicts = conform(documents);
    for (qsizetype i = 0; i < rows.size(); ++i)
        QTest::newRow(rows.at(i).label) << rows.at(i).document << rows.at(i).isGood << verdicts.at(i);
}

void ConnectionsDocumentTest::readsWhatTheSchemaAllowsAndNothingElse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isGood);
    const auto read = ConnectionsDocument::read(bytes);
    QVERIFY(read.ok());
    QCOMPARE(read.value().size(), 1);
    const QStringList problems = read.value().constFirst().problems;
    QVERIFY2(problems.isEmpty() == isGood, qPrintable(problems.join(u' ')));
    QVERIFY(!problems.join(u' ').contains(QStringLiteral("secret")));
    QTEST(isGood, "conforms");
}

void ConnectionsDocumentTest::refusesWhatIsNoSuchDocument_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const QString other = QStringLiteral("does not hold connections");
    QTest::newRow("empty") << QByteArray() << other;
    QTest::newRow("no JSON") << QByteArray("connections") << other;
    QTest::newRow("another document")
        << QByteArray(R"({"format":"x","version":1,"connections":[]})") << other;
    QTest::newRow("the connections file itself") << QByteArray(R"({"version":1,"servers":[]})") << other;
    QTest::newRow("no list") << QByteArray(
                                    R"({"format":"apono-console-connections","version":1,"connections":{}})")
                             << other;
    QTest::newRow("newer") << QByteArray(
                                  R"({"format":"apono-console-connections","version":2,"connections":[]})")
                           << QStringLiteral("newer version");
    QTest::newRow("huge") << document(QByteArray(ConnectionsDocument::largest, ' ')) << other;
}

void ConnectionsDocumentTest::refusesWhatIsNoSuchDocument()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto read = ConnectionsDocument::read(bytes);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().sentence().contains(part), qPrintable(read.error().sentence()));
}

void ConnectionsDocumentTest::namesABadEntryAndReadsTheOthers()
{
    const auto read = ConnectionsDocument::read(document(
        R"(7,{"name":"Bad","address":"nowhere at all"},{"name":"Good","address":"https://a.example"})"));
    QVERIFY(read.ok());
    QCOMPARE(read.value().size(), 3);
    QCOMPARE(read.value().at(0).label, QStringLiteral("entry 1"));
    QVERIFY(!read.value().at(0).problems.isEmpty());
    QCOMPARE(read.value().at(1).label, QStringLiteral("Bad"));
    QVERIFY(!read.value().at(1).problems.isEmpty());
    QCOMPARE(read.value().at(2).label, QStringLiteral("Good"));
    QVERIFY(read.value().at(2).problems.isEmpty());
}

void ConnectionsDocumentTest::takesNoTokenFromADocument()
{
    const auto read = ConnectionsDocument::read(
        document(R"({"name":"P","address":"https://a.example","key":"local","token":"canary"})"));
    QVERIFY(read.ok());
    QVERIFY(read.value().constFirst().server.key.isEmpty());
    QVERIFY(!ConnectionsDocument::write({read.value().constFirst().server}).contains("canary"));
}

QTEST_GUILESS_MAIN(ConnectionsDocumentTest)
#include "tst_connectionsdocument.moc"
