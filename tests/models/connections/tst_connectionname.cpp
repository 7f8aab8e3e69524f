#include "models/connections/connectionname.h"

#include <QTest>

class ConnectionNameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAServerByItsHost_data();
    void namesAServerByItsHost();
    void takesNamesOfPeople_data();
    void takesNamesOfPeople();
    void refusesAnyOtherWithASentence_data();
    void refusesAnyOtherWithASentence();
    void aConnectionMayKeepItsOwnName();
    void putsANumberBehindATakenName_data();
    void putsANumberBehindATakenName();

private:
    static QList<Connection> named(const QStringList &names);
};

QList<Connection> ConnectionNameTest::named(const QStringList &names)
{
    QList<Connection> result;
    for (const QString &name : names) {
        Connection connection;
        connection.name = name;
        connection.key = QStringLiteral("key-%1").arg(result.size());
        result.append(connection);
    }
    return result;
}

void ConnectionNameTest::namesAServerByItsHost_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *label, const char *address, const QString &name) {
        QTest::newRow(label) << QString::fromLatin1(address) << name;
    };
    row("https", "https://api.apono.io", QStringLiteral("api.apono.io"));
    row("slash", "https://api.apono.io/", QStringLiteral("api.apono.io"));
    row("default port", "https://api.apono.io:443", QStringLiteral("api.apono.io"));
    row("other port", "https://api.apono.io:8443/", QStringLiteral("api.apono.io:8443"));
    row("http default port", "http://localhost:80", QStringLiteral("localhost"));
    row("https port on http", "http://localhost:443", QStringLiteral("localhost:443"));
    row("upper case", "HTTPS://API.Apono.IO", QStringLiteral("api.apono.io"));
    row("IPv6", "http://[::1]:8080", QStringLiteral("[::1]:8080"));
    row("with a path", "https://proxy.example/apono", QStringLiteral("proxy.example"));
    const QByteArray longHost = "https://" + QByteArray(60, 'a') + '.' + QByteArray(60, 'b') + ":8443";
    row("longer than a name", longHost.constData(), QString(59, u'a') + QStringLiteral(":8443"));
    row("no address", "", QString());
}

void ConnectionNameTest::namesAServerByItsHost()
{
    QFETCH(QString, address);
    QTEST(nameOfAddress(QUrl(address)), "name");
}

void ConnectionNameTest::takesNamesOfPeople_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one letter") << QStringLiteral("P");
    QTest::newRow("64 letters") << QString(64, u'p');
    QTest::newRow("64 and blanks around") << u' ' + QString(64, u'p') + u' ';
    QTest::newRow("blanks and signs") << QStringLiteral("Team A / Production (EU)");
    QTest::newRow("other letters") << QStringLiteral("Büro 日本 \U0001F511");
}

void ConnectionNameTest::takesNamesOfPeople()
{
    QFETCH(QString, name);
    QCOMPARE(connectionNameProblem(name, named({QStringLiteral("Staging")})), QString());
}

void ConnectionNameTest::refusesAnyOtherWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    const auto taken = QStringLiteral("Another connection has this name. Choose another one.");
    const auto empty = QStringLiteral("Enter a name for this connection.");
    QTest::newRow("empty") << QString() << empty;
    QTest::newRow("blanks") << QStringLiteral(" \t\n") << empty;
    QTest::newRow("65 letters") << QString(65, u'p') << QStringLiteral("Use at most 64 characters.");
    QTest::newRow("taken") << QStringLiteral("Staging") << taken;
    QTest::newRow("taken in another case") << QStringLiteral("sTAGING") << taken;
    QTest::newRow("taken beside blanks") << QStringLiteral("  Staging ") << taken;
    QTest::newRow("invisible") << QStringLiteral("Stag\u202eing")
                               << QStringLiteral("There is an invisible character in this name. Type it "
                                                 "anew.");
}

void ConnectionNameTest::refusesAnyOtherWithASentence()
{
    QFETCH(QString, name);
    const auto known = named({QStringLiteral("Staging")});
    QTEST(connectionNameProblem(name, known), "sentence");
}

void ConnectionNameTest::aConnectionMayKeepItsOwnName()
{
    const auto known = named({QStringLiteral("Staging"), QStringLiteral("Production")});
    QVERIFY(connectionNameProblem(QStringLiteral("STAGING"), known, known.at(0).key).isEmpty());
    QVERIFY(!connectionNameProblem(QStringLiteral("STAGING"), known, known.at(1).key).isEmpty());
}

void ConnectionNameTest::putsANumberBehindATakenName_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << QStringLiteral(" Production ") << QStringLiteral("Production");
    QTest::newRow("taken") << QStringLiteral("Staging") << QStringLiteral("Staging 3");
    QTest::newRow("long") << QString(80, u's') << QString(62, u's') + QStringLiteral(" 2");
    const QString key = QStringLiteral("\U0001F511");
    QTest::newRow("a sign of two halves at the end") << QString(63, u'p') + key << QString(63, u'p');
    QTest::newRow("a whole sign at the end") << QString(62, u'p') + key << QString(62, u'p') + key;
}

void ConnectionNameTest::putsANumberBehindATakenName()
{
    QFETCH(QString, wanted);
    const auto known = named({QStringLiteral("staging"), QStringLiteral("Staging 2"), QString(64, u's')});
    QTEST(freeConnectionName(wanted, known), "name");
}

QTEST_GUILESS_MAIN(ConnectionNameTest)
#include "tst_connectionname.moc"
