#include "app/admin_api/jsontree.h"
#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/app/local_api/serverprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace {

/// For hundreds of calls at once.
constexpr Deadline plenty = std::chrono::minutes(2);
const QString prefix = QStringLiteral("naughty_");

/// One call for each string.
template <class T>
struct Calls
{
    explicit Calls(qsizetype count)
        : caught(static_cast<std::size_t>(count))
    {
    }

    std::vector<Caught<T>> caught;
    std::vector<Call> handles;
};

} // namespace

/// Strings that break programs, from the client through the local API into its database and back. The
/// variable NAUGHTY_STRINGS names the file that holds them, a JSON list.
class TestNaughtyStrings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void createsAnAccountWithEachAsItsDescription();
    void listsEachAsItWasSent();
    void changesEachDescriptionToTheNext();
    void looksForEachAsAName();
    void signsInWithNone();

private:
    /// Starts a call for each string, and waits for all the answers.
    template <class T, class Start>
    void ask(Calls<T> &calls, Start start);

    QStringList m_strings;
    QList<ServiceAccount> m_accounts;
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    HttpAdminApi m_api;
    ApiTarget m_target;
};

void TestNaughtyStrings::initTestCase()
{
    QFile file(qEnvironmentVariable("NAUGHTY_STRINGS"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The naughty strings are not installed (tests/contract/contract.py).");
    const JsonTree tree(file.readAll());
    QVERIFY(tree.root());
    const auto strings = JsonTree::array(*tree.root());
    QVERIFY(strings);
    for (const auto element : *strings)
        m_strings.append(JsonTree::toQString(JsonTree::text(element).value_or(std::string_view())));
    QVERIFY(m_strings.size() > 400);

    m_server = std::make_unique<ServerProcess>(m_folder.filePath(QStringLiteral("data")));
    QVERIFY(m_server->waitForAddress());
    QFile tokenFile(m_folder.filePath(QStringLiteral("data/admin-token")));
    QVERIFY(tokenFile.open(QIODevice::ReadOnly));
    QByteArray token = tokenFile.readAll().trimmed();
    m_target = samples::target(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server->port())));
    m_api.setTarget(m_target, SecretText::takeFrom(token));
}

template <class T, class Start>
void TestNaughtyStrings::ask(Calls<T> &calls, Start start)
{
    for (qsizetype i = 0; i < m_strings.size(); ++i)
        calls.handles.push_back(start(i, calls.caught.at(static_cast<std::size_t>(i)).then()));
    QVERIFY(QTest::qWaitFor(
        [&calls] {
            return std::all_of(calls.caught.cbegin(), calls.caught.cend(),
                               [](const Caught<T> &caught) { return caught.came(); });
        },
        120000));
}

void TestNaughtyStrings::createsAnAccountWithEachAsItsDescription()
{
    Calls<CreatedToken> calls(m_strings.size());
    ask(calls, [this](qsizetype i, Continuation<CreatedToken> then) {
        NewServiceAccount account = samples::newAccount();
        account.name = *ServiceAccountName::fromText(prefix + QString::number(i));
        account.description = AccountDescription::fromText(m_strings.at(i)).value_or(AccountDescription());
        return m_api.createServiceAccount(account, QString::number(i), plenty, this, std::move(then));
    });
    for (const auto &created : calls.caught) {
        QVERIFY2(created.ok(), qPrintable(m_strings.at(m_accounts.size())));
        QCOMPARE(created.value().account.description, m_strings.at(m_accounts.size()));
        m_accounts.append(created.value().account);
    }
}

void TestNaughtyStrings::listsEachAsItWasSent()
{
    Caught<AccountPage> page;
    const Call call = m_api.listServiceAccounts({}, 1000, plenty, this, page.then());
    QVERIFY(page.wait());
    QVERIFY(page.ok());
    qsizetype found = 0;
    for (const ServiceAccount &account : page.value().accounts) {
        if (!account.name.startsWith(prefix))
            continue;
        QCOMPARE(account.description, m_strings.at(account.name.sliced(prefix.size()).toInt()));
        ++found;
    }
    QCOMPARE(found, m_strings.size());
}

void TestNaughtyStrings::changesEachDescriptionToTheNext()
{
    QCOMPARE(m_accounts.size(), m_strings.size());
    const auto next = [this](qsizetype i) { return m_strings.at((i + 1) % m_strings.size()); };
    Calls<ServiceAccount> calls(m_strings.size());
    ask(calls, [&](qsizetype i, Continuation<ServiceAccount> then) {
        const ServiceAccount &account = m_accounts.at(i);
        const auto changes = AccountChanges::of(*AccountDescription::fromText(next(i)), account.roles);
        return m_api.updateServiceAccount(account.id, *changes, account.etag, plenty, this, std::move(then));
    });
    qsizetype at = 0;
    for (const auto &updated : calls.caught) {
        QVERIFY2(updated.ok(), qPrintable(next(at)));
        QCOMPARE(updated.value().description, next(at));
        ++at;
    }
}

void TestNaughtyStrings::looksForEachAsAName()
{
    Calls<AccountPage> calls(m_strings.size());
    ask(calls, [this](qsizetype i, Continuation<AccountPage> then) {
        return m_api.serviceAccountsNamed(m_strings.at(i), {}, plenty, this, std::move(then));
    });
    for (const auto &page : calls.caught)
        QVERIFY(page.ok());
}

void TestNaughtyStrings::signsInWithNone()
{
    std::vector<std::unique_ptr<HttpAdminApi>> strangers;
    Calls<Session> calls(m_strings.size());
    ask(calls, [&](qsizetype i, Continuation<Session> then) {
        const auto &stranger = strangers.emplace_back(std::make_unique<HttpAdminApi>());
        stranger->setTarget(m_target, SecretText::fromUtf8(m_strings.at(i).toUtf8()));
        return stranger->session(plenty, this, std::move(then));
    });
    for (const auto &session : calls.caught)
        QCOMPARE(session.kind(), ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(TestNaughtyStrings)
#include "tst_naughtystrings.moc"
