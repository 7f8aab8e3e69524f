#include "models/connections/connectiontest.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"

#include <QSignalSpy>
#include <QTest>

using Verb = MemoryAdminApi::Verb;

class ConnectionTestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoIsSignedIn_data();
    void saysWhoIsSignedIn();
    void worksWithoutASessionCall();
    void failsWithTheErrorOfTheServer_data();
    void failsWithTheErrorOfTheServer();
    void aCancelledTestSaysNothing();
    void usesTheCredentialThatWasTyped();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    const SecretText m_credential = SecretText::fromUtf8("token");
};

void ConnectionTestTest::saysWhoIsSignedIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QString>("sentence");
    const QStringList admin{QStringLiteral("Admin")};
    QTest::newRow("name and role") << QStringLiteral("ci_admin") << QString() << admin
                                   << QStringLiteral("Works: signed in as ci_admin with the role Admin.");
    QTest::newRow("several roles") << QStringLiteral("ci_admin") << QString()
                                   << admin + QStringList(QStringLiteral("Viewer"))
                                   << QStringLiteral("Works: signed in as ci_admin with the roles %1.")
                                          .arg(QLocale().createSeparatedList(
                                              {QStringLiteral("Admin"), QStringLiteral("Viewer")}));
    QTest::newRow("no role told") << QStringLiteral("ci_admin") << QString() << QStringList()
                                  << QStringLiteral("Works: signed in as ci_admin.");
    QTest::newRow("e-mail instead of a name")
        << QString() << QStringLiteral("admin@example.org") << QStringList()
        << QStringLiteral("Works: signed in as admin@example.org.");
    QTest::newRow("nothing told") << QString() << QString() << QStringList()
                                  << QStringLiteral("Works: the service accounts can be read.");
}

void ConnectionTestTest::saysWhoIsSignedIn()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(QStringList, roles);
    QFETCH(QString, sentence);
    MemoryAdminApi server(m_clock);
    server.setSession({QStringLiteral("7"), name, email, QStringLiteral("example"), roles});
    MemoryApiFactory apis(server);
    ConnectionTest test(apis);
    QSignalSpy succeeded(&test, &ConnectionTest::succeeded);
    test.run({}, m_credential);
    QVERIFY(test.isRunning());
    QVERIFY(succeeded.wait());
    QCOMPARE(succeeded.constFirst().constFirst().toString(), sentence);
    QVERIFY(!test.isRunning());
}

void ConnectionTestTest::worksWithoutASessionCall()
{
    MemoryAdminApi server(m_clock);
    server.failNext(Verb::Session, Error(ErrorKind::NotFound));
    MemoryApiFactory apis(server);
    ConnectionTest test(apis);
    QSignalSpy succeeded(&test, &ConnectionTest::succeeded);
    test.run({}, m_credential);
    QVERIFY(succeeded.wait());
    QCOMPARE(server.calls(Verb::List), 1);
}

void ConnectionTestTest::failsWithTheErrorOfTheServer_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong token") << int(Verb::Session) << ErrorKind::Unauthorized;
    QTest::newRow("unreachable") << int(Verb::Session) << ErrorKind::Unreachable;
    QTest::newRow("not an Admin") << int(Verb::List) << ErrorKind::Forbidden;
    QTest::newRow("wrong path") << int(Verb::List) << ErrorKind::NotFound;
}

void ConnectionTestTest::failsWithTheErrorOfTheServer()
{
    QFETCH(int, verb);
    QFETCH(ErrorKind, kind);
    MemoryAdminApi server(m_clock);
    server.failNext(static_cast<Verb>(verb), Error(kind));
    MemoryApiFactory apis(server);
    ConnectionTest test(apis);
    std::optional<ErrorKind> seen;
    connect(&test, &ConnectionTest::failed, this, [&seen](const Error &error) { seen = error.kind; });
    QSignalSpy succeeded(&test, &ConnectionTest::succeeded);
    test.run({}, m_credential);
    QTRY_COMPARE(seen, std::optional(kind));
    QCOMPARE(succeeded.size(), 0);
}

void ConnectionTestTest::aCancelledTestSaysNothing()
{
    MemoryAdminApi server(m_clock);
    MemoryApiFactory apis(server);
    ConnectionTest test(apis);
    QSignalSpy succeeded(&test, &ConnectionTest::succeeded);
    server.hold(Verb::Session);
    test.run({}, m_credential);
    test.cancel();
    server.release();
    QCoreApplication::processEvents();
    QCOMPARE(succeeded.size(), 0);
    QVERIFY(!test.isRunning());
}

void ConnectionTestTest::usesTheCredentialThatWasTyped()
{
    MemoryAdminApi server(m_clock);
    MemoryApiFactory apis(server);
    ConnectionTest test(apis);
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    test.run(target, m_credential);
    QCOMPARE(apis.targets().constLast().address, target.address);
    QVERIFY(apis.lastCredential().equals(m_credential));
}

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "tst_connectiontest.moc"
