#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace {

constexpr Deadline plenty = std::chrono::seconds(20);
constexpr char proxyVariable[] = "CONTRACT_PROXY";
const QByteArray sessionCredential = "only-for-this-test-0123456789abcdefghijklmn";

} // namespace

/// The client and the built program apono-local-api, each against the other: what both read into the contract
/// is the same. CONTRACT_PROXY may hold a command that stands between both and ends with a status other than
/// 0 if something was against the contract (tests/contract/prism.py).
class TestClientAgainstLocalApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void listsInPages();
    void findsAnAccountByItsName();
    void livesThroughAnAccountsLife();
    void givesTheSameTokenForTheSameClick();
    void refusesATakenName();
    void refusesAReusedKey();
    void tellsAStaleEdit();
    void keepsTheLastAdmin();
    void tellsWhoIsSignedIn();
    void signsInWithATokenThatItMade();
    void refusesAWrongCredential();

private:
    /// Where it listens, or the proxy before it; invalid when it does not.
    QUrl start(QProcess &server, const QString &folder, const QStringList &options, const QByteArray &input);
    QUrl startProxy(const QUrl &server);
    /// What a program says in its first line.
    static QUrl addressOf(QProcess &program);
    static NewServiceAccount named(const char *name, Role role = Role::Viewer);
    /// An empty name when it failed, which the caller's checks then show.
    ServiceAccount made(const NewServiceAccount &account);

    QTemporaryDir m_folder;
    QProcess m_server;
    QUrl m_address;
    HttpAdminApi m_api;
    std::vector<std::unique_ptr<QProcess>> m_proxies;
};

void TestClientAgainstLocalApi::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_address = start(m_server, QStringLiteral("data"), {QStringLiteral("--session-credential-stdin")},
                      sessionCredential + '\n');
    QVERIFY(m_address.isValid());
    m_api.setTarget(samples::target(m_address), SecretText::fromUtf8(sessionCredential));
}

void TestClientAgainstLocalApi::cleanupTestCase()
{
    for (const auto &proxy : m_proxies) {
        proxy->terminate();
        QVERIFY(proxy->waitForFinished());
        QCOMPARE(proxy->exitCode(), 0);
    }
    m_server.terminate();
    QVERIFY(m_server.waitForFinished());
    QCOMPARE(m_server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_server.exitCode(), 0);
}

QUrl TestClientAgainstLocalApi::start(QProcess &server, const QString &folder, const QStringList &options,
                                      const QByteArray &input)
{
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QStringLiteral(LOCAL_API_PROGRAM),
                 QStringList{QStringLiteral("--data-dir"), m_folder.filePath(folder),
                             QStringLiteral("--port"), QStringLiteral("0")} +
                     options);
    server.write(input);
    const QUrl address = addressOf(server);
    return address.isValid() && qEnvironmentVariableIsSet(proxyVariable) ? startProxy(address) : address;
}

QUrl TestClientAgainstLocalApi::startProxy(const QUrl &server)
{
    QStringList command = QProcess::splitCommand(qEnvironmentVariable(proxyVariable));
    command.append(server.toString());
    const auto &proxy = m_proxies.emplace_back(std::make_unique<QProcess>());
    proxy->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    proxy->start(command.takeFirst(), command);
    return addressOf(*proxy);
}

QUrl TestClientAgainstLocalApi::addressOf(QProcess &program)
{
    if (!QTest::qWaitFor([&program] { return program.canReadLine(); }, 120000))
        return {};
    const QByteArray line = program.readLine().trimmed();
    const QByteArray before = "Listening on ";
    return line.startsWith(before) ? QUrl(QString::fromLatin1(line.sliced(before.size()))) : QUrl();
}

NewServiceAccount TestClientAgainstLocalApi::named(const char *name, Role role)
{
    return {*ServiceAccountName::fromText(QString::fromLatin1(name)), AccountDescription(),
            Expiration::unlimited(), *RoleSet::of({role})};
}

ServiceAccount TestClientAgainstLocalApi::made(const NewServiceAccount &account)
{
    Caught<CreatedToken> created;
    const Call call = m_api.createServiceAccount(account, QStringLiteral("key-of-") + account.name.text(),
                                                 plenty, this, created.then());
    [&] { QVERIFY(created.wait()); }();
    return created.ok() ? created.value().account : ServiceAccount();
}

void TestClientAgainstLocalApi::listsInPages()
{
    for (const char *name : {"page_1", "page_2", "page_3", "page_4", "page_5"})
        QCOMPARE(made(named(name)).name, QString::fromLatin1(name));

    QStringList names;
    QString token;
    int pages = 0;
    do {
        Caught<AccountPage> page;
        const Call call = m_api.listServiceAccounts(token, 2, plenty, this, page.then());
        QVERIFY(page.wait());
        QVERIFY(page.ok());
        QVERIFY(page.value().accounts.size() <= 2);
        QVERIFY(qAbs(page.value().serverTime.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        for (const ServiceAccount &account : page.value().accounts)
            names.append(account.name);
        token = page.value().nextPageToken;
    } while (!token.isEmpty() && ++pages < 20);

    for (int i = 1; i <= 5; ++i)
        QCOMPARE(names.count(QStringLiteral("page_%1").arg(i)), 1);
    QVERIFY(pages >= 2);
}

void TestClientAgainstLocalApi::findsAnAccountByItsName()
{
    for (const char *name : {"wanted", "wanted_not", "not_wanted"})
        QCOMPARE(made(named(name)).name, QString::fromLatin1(name));

    Caught<AccountPage> page;
    const Call call = m_api.serviceAccountsNamed(QStringLiteral("wanted"), {}, plenty, this, page.then());
    QVERIFY(page.wait());
    QVERIFY(page.ok());
    QCOMPARE(page.value().accounts.size(), 1);
    QCOMPARE(page.value().accounts.first().name, QStringLiteral("wanted"));
    QVERIFY(page.value().nextPageToken.isEmpty());
}

void TestClientAgainstLocalApi::livesThroughAnAccountsLife()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime end = QDateTime(now.date().addDays(30), QTime(12, 0), Qt::UTC);
    NewServiceAccount account = named("whole_life", Role::Deployment);
    account.description = *AccountDescription::fromText(QStringLiteral("ü \"quoted\"\n😀"));
    account.expiration = *Expiration::until(end, now);

    Caught<CreatedToken> created;
    const Call create =
        m_api.createServiceAccount(account, QStringLiteral("life"), plenty, this, created.then());
    QVERIFY(created.wait());
    QVERIFY(created.ok());
    const ServiceAccount first = created.value().account;
    QVERIFY(!created.value().token.isEmpty());
    QCOMPARE(first.name, account.name.text());
    QCOMPARE(first.description, account.description.text());
    QVERIFY(sameRoles(first.roles, account.roles.asAccountRoles()));
    QCOMPARE(first.expiryDate, std::optional(end));
    QVERIFY(qAbs(first.creationDate.secsTo(now)) < 60);
    QVERIFY(!first.createdBy.isEmpty());
    QVERIFY(!first.lastUsedDate.has_value());
    QVERIFY(m_api.honoursIdempotencyKeys());

    Caught<ServiceAccount> got;
    const Call get = m_api.serviceAccount(first.id, plenty, this, got.then());
    QVERIFY(got.wait());
    QVERIFY(got.ok());
    QCOMPARE(got.value(), first);
    QVERIFY(!got.value().etag.isEmpty());

    Caught<ServiceAccount> updated;
    const auto changes =
        AccountChanges::of(AccountDescription(), {AccountRole(Role::Admin), AccountRole(Role::Viewer)});
    const Call update =
        m_api.updateServiceAccount(first.id, *changes, got.value().etag, plenty, this, updated.then());
    QVERIFY(updated.wait());
    QVERIFY(updated.ok());
    QVERIFY(updated.value().description.isEmpty());
    QVERIFY(sameRoles(updated.value().roles, changes->roles()));
    QVERIFY(updated.value().etag != got.value().etag);

    for (int i = 0; i < 2; ++i) {
        Caught<Done> deleted;
        const Call remove = m_api.deleteServiceAccount(first.id, plenty, this, deleted.then());
        QVERIFY(deleted.wait());
        QVERIFY(deleted.ok());
    }
    Caught<ServiceAccount> gone;
    const Call again = m_api.serviceAccount(first.id, plenty, this, gone.then());
    QVERIFY(gone.wait());
    QCOMPARE(gone.kind(), ErrorKind::NotFound);
}

void TestClientAgainstLocalApi::givesTheSameTokenForTheSameClick()
{
    const auto create = [this](Caught<CreatedToken> &caught) {
        return m_api.createServiceAccount(named("same_click"), QStringLiteral("one-click"), plenty, this,
                                          caught.then());
    };
    Caught<CreatedToken> first;
    const Call one = create(first);
    QVERIFY(first.wait());
    Caught<CreatedToken> second;
    const Call two = create(second);
    QVERIFY(second.wait());
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(second.value().account.id, first.value().account.id);
    QVERIFY(second.value().token.equals(first.value().token));
}

void TestClientAgainstLocalApi::refusesATakenName()
{
    QCOMPARE(made(named("taken")).name, QStringLiteral("taken"));
    Caught<CreatedToken> again;
    const Call call =
        m_api.createServiceAccount(named("taken"), QStringLiteral("another"), plenty, this, again.then());
    QVERIFY(again.wait());
    QCOMPARE(again.kind(), ErrorKind::NameTaken);
    QVERIFY(!again.error().requestId.isEmpty());
}

void TestClientAgainstLocalApi::refusesAReusedKey()
{
    Caught<CreatedToken> first;
    const Call one =
        m_api.createServiceAccount(named("key_one"), QStringLiteral("reused"), plenty, this, first.then());
    QVERIFY(first.wait());
    Caught<CreatedToken> second;
    const Call two =
        m_api.createServiceAccount(named("key_two"), QStringLiteral("reused"), plenty, this, second.then());
    QVERIFY(second.wait());
    QVERIFY(first.ok());
    QCOMPARE(second.kind(), ErrorKind::KeyReused);
}

void TestClientAgainstLocalApi::tellsAStaleEdit()
{
    const ServiceAccount account = made(named("edited_twice"));
    Caught<ServiceAccount> got;
    const Call get = m_api.serviceAccount(account.id, plenty, this, got.then());
    QVERIFY(got.wait());
    QVERIFY(got.ok());

    const auto edit = [&](const char *description, const QString &etag, Caught<ServiceAccount> &caught) {
        const auto changes = AccountChanges::of(
            *AccountDescription::fromText(QString::fromLatin1(description)), account.roles);
        return m_api.updateServiceAccount(account.id, *changes, etag, plenty, this, caught.then());
    };
    Caught<ServiceAccount> first;
    const Call one = edit("first", got.value().etag, first);
    QVERIFY(first.wait());
    QVERIFY(first.ok());
    Caught<ServiceAccount> second;
    const Call two = edit("second", got.value().etag, second);
    QVERIFY(second.wait());
    QCOMPARE(second.kind(), ErrorKind::Stale);
    Caught<ServiceAccount> third;
    const Call three = edit("third", {}, third);
    QVERIFY(third.wait());
    QCOMPARE(third.kind(), ErrorKind::PreconditionRequired);
}

void TestClientAgainstLocalApi::keepsTheLastAdmin()
{
    // A server of its own: under a session credential nobody can lock everybody out.
    QProcess server;
    const QUrl address = start(server, QStringLiteral("alone"), {}, {});
    QVERIFY(address.isValid());
    QFile file(m_folder.filePath(QStringLiteral("alone/admin-token")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray token = file.readAll().trimmed();
    HttpAdminApi api;
    api.setTarget(samples::target(address), SecretText::takeFrom(token));

    Caught<AccountPage> page;
    const Call list = api.listServiceAccounts({}, 1000, plenty, this, page.then());
    QVERIFY(page.wait());
    QVERIFY(page.ok());
    QCOMPARE(page.value().accounts.size(), 1);
    const ServiceAccount admin = page.value().accounts.constFirst();
    QCOMPARE(admin.name, QStringLiteral("local_console"));

    Caught<Done> deleted;
    const Call remove = api.deleteServiceAccount(admin.id, plenty, this, deleted.then());
    QVERIFY(deleted.wait());
    QCOMPARE(deleted.kind(), ErrorKind::LastAdmin);
    server.terminate();
    QVERIFY(server.waitForFinished());
}

void TestClientAgainstLocalApi::tellsWhoIsSignedIn()
{
    Caught<Session> session;
    const Call call = m_api.session(plenty, this, session.then());
    QVERIFY(session.wait());
    QVERIFY(session.ok());
    QVERIFY(!session.value().userName.isEmpty());
    QVERIFY(session.value().roles.contains(QStringLiteral("Admin")));
}

void TestClientAgainstLocalApi::signsInWithATokenThatItMade()
{
    Caught<CreatedToken> created;
    const Call create = m_api.createServiceAccount(named("signs_in"), QStringLiteral("signs-in"), plenty,
                                                   this, created.then());
    QVERIFY(created.wait());
    QVERIFY(created.ok());

    HttpAdminApi itself;
    itself.setTarget(samples::target(m_address), created.value().token.clone());
    Caught<Session> session;
    const Call ask = itself.session(plenty, this, session.then());
    QVERIFY(session.wait());
    QVERIFY(session.ok());
    QCOMPARE(session.value().userName, QStringLiteral("signs_in"));
    QCOMPARE(session.value().userId, created.value().account.id);
    Caught<AccountPage> listed;
    const Call list = itself.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.kind(), ErrorKind::Forbidden);

    Caught<Done> deleted;
    const Call remove = m_api.deleteServiceAccount(created.value().account.id, plenty, this, deleted.then());
    QVERIFY(deleted.wait());
    QVERIFY(deleted.ok());
    Caught<Session> ended;
    const Call again = itself.session(plenty, this, ended.then());
    QVERIFY(ended.wait());
    QCOMPARE(ended.kind(), ErrorKind::Unauthorized);
}

void TestClientAgainstLocalApi::refusesAWrongCredential()
{
    HttpAdminApi stranger;
    stranger.setTarget(samples::target(m_address), SecretText::fromUtf8(samples::token));
    Caught<AccountPage> listed;
    const Call call = stranger.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.kind(), ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(TestClientAgainstLocalApi)
#include "tst_clientagainstlocalapi.moc"
