#include "app/admin_api/httpadminapifactory.h"
#include "app/local_workspace/localapiprocess.h"
#include "app/systemclock.h"
#include "models/connections/currentconnection.h"
#include "models/creation/tokencreation.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// The real client, the real child and the models together: what a person sees when the local workspace dies
/// in the middle of a create.
class CreateThroughRestartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCreateInFlightIsRepeatedWithItsOwnKey_data();
    void aCreateInFlightIsRepeatedWithItsOwnKey();

private:
    QList<ServiceAccount> accounts();
    static pid_t child();

    SystemClock m_clock;
    MemoryTokenVault m_vault;
    MemorySavedTokens m_savedTokens;
    MemoryJournal m_journal;
    MemoryConnectionStore m_store;
    HttpAdminApiFactory m_apis;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalApiProcess> m_workspace;
    std::unique_ptr<CurrentConnection> m_connection;
};

void CreateThroughRestartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<LocalApiProcess>(QStringLiteral(LOCAL_API), m_folder->path());
    m_connection = std::make_unique<CurrentConnection>(*m_workspace, m_apis, m_vault, m_store, m_clock);
    m_connection->openLocal();
    QTRY_COMPARE(m_connection->state(), CurrentConnection::State::Open);
}

void CreateThroughRestartTest::cleanup()
{
    m_connection.reset();
    m_workspace.reset();
}

pid_t CreateThroughRestartTest::child()
{
    QFile file(QStringLiteral("/proc/self/task/%1/children").arg(getpid()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ').constFirst().toInt() : 0;
}

QList<ServiceAccount> CreateThroughRestartTest::accounts()
{
    QList<ServiceAccount> found;
    bool isAnswered = false;
    const Call call = m_connection->api()->listServiceAccounts({}, 100, standardDeadline, this,
                                                               [&](const Result<AccountPage> &page) {
                                                                   if (page)
                                                                       found = page.value().accounts;
                                                                   isAnswered = true;
                                                               });
    if (!QTest::qWaitFor([&isAnswered] { return isAnswered; }))
        QTest::qFail("The list was not answered.", __FILE__, __LINE__);
    return found;
}

void CreateThroughRestartTest::aCreateInFlightIsRepeatedWithItsOwnKey_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("the request never reached the server") << false;
    QTest::newRow("the server had made the account already") << true;
}

void CreateThroughRestartTest::aCreateInFlightIsRepeatedWithItsOwnKey()
{
    QFETCH(bool, arrived);
    const pid_t first = child();
    QVERIFY(first > 0);
    QSignalSpy restarted(m_connection.get(), &CurrentConnection::reconnected);
    const NewServiceAccount request{*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
                                    {},
                                    Expiration::unlimited(),
                                    *RoleSet::of({Role::Viewer})};
    TokenCreation creation(m_connection->api(), {m_vault, m_savedTokens, m_journal, m_clock},
                           JournalledClick(m_journal, QStringLiteral("local"), request, m_clock.now()));
    if (!arrived)
        QCOMPARE(kill(first, SIGSTOP), 0);
    creation.start();
    if (arrived) {
        // Time for the request to get there; this process does not read the answer meanwhile.
        QElapsedTimer pause;
        pause.start();
        QCoreApplication::processEvents();
        while (pause.elapsed() < 50)
            QThread::msleep(5);
    } else {
        QTest::qWait(50);
    }
    QCOMPARE(kill(first, SIGKILL), 0);

    QTRY_COMPARE(creation.state(), TokenCreation::State::Answered);
    QTRY_COMPARE(restarted.size(), 1);
    QVERIFY(!creation.token().isEmpty());
    const QList<ServiceAccount> made = accounts();
    QCOMPARE(made.size(), 1);
    QCOMPARE(made.constFirst().id, creation.account().id);

    // The token that was given out is the one that works.
    const auto api = m_apis.create();
    ApiTarget target;
    target.address = m_workspace->address();
    api->setTarget(target, creation.token().clone());
    std::optional<QString> who;
    const Call call = api->session(standardDeadline, this, [&who](const Result<Session> &session) {
        who = session ? session.value().userName : session.error().sentence();
    });
    QTRY_COMPARE(who, std::optional(QStringLiteral("ci_deploy")));
}

QTEST_GUILESS_MAIN(CreateThroughRestartTest)
#include "tst_createthroughrestart.moc"
