#include "models/creation/creationlookup.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using Finding = CreationLookup::Finding;

namespace {

const QDateTime begun(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);

JournalEntry entry()
{
    return {QStringLiteral("key"), QStringLiteral("local"),
            NewServiceAccount{*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
                              *AccountDescription::fromText(QStringLiteral("deploys")),
                              Expiration::unlimited(), *RoleSet::of({Role::Admin, Role::Viewer})},
            begun};
}

/// As the server would report it, had this click made it.
ServiceAccount made()
{
    ServiceAccount account;
    account.id = QStringLiteral("id_1");
    account.name = QStringLiteral("ci_deploy");
    account.description = QStringLiteral("deploys");
    account.roles = {AccountRole(Role::Viewer), AccountRole(Role::Admin)};
    account.creationDate = begun.addSecs(1);
    account.createdBy = QStringLiteral("dana");
    return account;
}

Session session()
{
    Session result;
    result.userId = QStringLiteral("user_7");
    result.userName = QStringLiteral("dana");
    result.email = QStringLiteral("dana@example.com");
    return result;
}

auto takeInto(std::optional<Finding> &finding)
{
    return [&finding](const Result<CreationLookup::Answer> &answer) { finding = answer.value().finding; };
}

} // namespace

class CreationLookupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAnAccountOursOnlyWhenAllOfItFits_data();
    void callsAnAccountOursOnlyWhenAllOfItFits();
    void findsAnAccountThatIsMadeWhileItLooks();
    void saysAbsentWithinItsTime();
    void beginsNoLookThatItsTimeWouldCutOff();
    void readsNoLongListWhereTheServerFilters();
    void looksOnceForWhatIsLongAgo();
    void aServerThatDoesNotAnswerIsAnError();
    void cannotTellWhoseItIsOnlyWhereTheServerNeverSaysWhoWeAre_data();
    void cannotTellWhoseItIsOnlyWhereTheServerNeverSaysWhoWeAre();
};

void CreationLookupTest::callsAnAccountOursOnlyWhenAllOfItFits_data()
{
    QTest::addColumn<ServiceAccount>("account");
    QTest::addColumn<qint64>("serverIsAhead");
    QTest::addColumn<bool>("isOurs");

    const auto row = [](const char *name, const std::function<void(ServiceAccount &)> &change, bool isOurs,
                        qint64 serverIsAhead = 0) {
        ServiceAccount account = made();
        change(account);
        QTest::newRow(name) << account << serverIsAhead << isOurs;
    };
    row(
        "as it was sent", [](ServiceAccount &) {}, true);
    row(
        "by our id", [](ServiceAccount &account) { account.createdBy = QStringLiteral("user_7"); }, true);
    row(
        "by our e-mail",
        [](ServiceAccount &account) { account.createdBy = QStringLiteral("dana@example.com"); }, true);
    row(
        "by somebody else", [](ServiceAccount &account) { account.createdBy = QStringLiteral("kim"); },
        false);
    row(
        "by nobody that is named", [](ServiceAccount &account) { account.createdBy.clear(); }, false);
    row(
        "with another description", [](ServiceAccount &account) { account.description.clear(); }, false);
    row(
        "with a role less", [](ServiceAccount &account) { account.roles.removeFirst(); }, false);
    row(
        "with a role more",
        [](ServiceAccount &account) { account.roles.append(AccountRole(Role::Deployment)); }, false);
    row(
        "without a date", [](ServiceAccount &account) { account.creationDate = {}; }, false);
    row(
        "in the second of the click, cut to whole seconds",
        [](ServiceAccount &account) { account.creationDate = begun.addMSecs(-999); }, true);
    row(
        "before the click", [](ServiceAccount &account) { account.creationDate = begun.addSecs(-2); }, false);
    row(
        "long after the click", [](ServiceAccount &account) { account.creationDate = begun.addSecs(180); },
        false);
    row(
        "before the click by a clock that is an hour ahead of the server",
        [](ServiceAccount &account) { account.creationDate = begun.addSecs(-3599); }, true, -3600);
    row(
        "before the click, though the server's clock is ahead",
        [](ServiceAccount &account) { account.creationDate = begun.addSecs(60); }, false, 3600);
}

void CreationLookupTest::callsAnAccountOursOnlyWhenAllOfItFits()
{
    QFETCH(ServiceAccount, account);
    QFETCH(qint64, serverIsAhead);
    QFETCH(bool, isOurs);
    const QDateTime now = begun.addSecs(5);
    QCOMPARE(CreationLookup::isOurs(account, entry(), session(), now.addSecs(serverIsAhead), now), isOurs);
    // A server that does not say its time could have made it at any.
    QVERIFY(!CreationLookup::isOurs(account, entry(), session(), {}, now));
}

void CreationLookupTest::findsAnAccountThatIsMadeWhileItLooks()
{
    const FixedClock clock(begun);
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    CreationLookup lookup(api, clock, entry());
    std::optional<Finding> finding;
    lookup.start(takeInto(finding));
    QTRY_COMPARE(api->calls(MemoryAdminApi::Verb::List), 1);
    ServiceAccount late = made();
    late.creationDate = begun;
    api->put(late);
    QTRY_COMPARE(finding, std::optional(Finding::Ours));
}

void CreationLookupTest::saysAbsentWithinItsTime()
{
    const FixedClock clock(begun);
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    api->fill(2500);
    api->setFiltersByName(false);
    CreationLookup lookup(api, clock, entry());
    std::optional<Finding> finding;
    QElapsedTimer since;
    since.start();
    lookup.start(takeInto(finding));
    QTRY_COMPARE(finding, std::optional(Finding::Absent));
    QVERIFY(std::chrono::milliseconds(since.elapsed()) <= CreationLookup::wholeTime + 500ms);
    // Three looks of three pages: an account may lie on any.
    QCOMPARE(api->calls(MemoryAdminApi::Verb::List), 9);
}

/// Of a server that is far away.
void CreationLookupTest::beginsNoLookThatItsTimeWouldCutOff()
{
    const FixedClock clock(begun);
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    api->hold(MemoryAdminApi::Verb::List);
    QElapsedTimer sinceAsked;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&api, &sinceAsked] {
        if (api->waiting() == 0) {
            sinceAsked.start();
        } else if (sinceAsked.hasExpired(250)) {
            api->release();
            api->hold(MemoryAdminApi::Verb::List);
        }
    });
    sinceAsked.start();
    tick.start(5ms);
    CreationLookup lookup(api, clock, entry());
    std::optional<Finding> finding;
    lookup.start(takeInto(finding));
    QTRY_COMPARE(finding, std::optional(Finding::Absent));
    QVERIFY(api->calls(MemoryAdminApi::Verb::List) <= 2);
}

void CreationLookupTest::readsNoLongListWhereTheServerFilters()
{
    const FixedClock clock(begun.addDays(1));
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    api->fill(2500);
    CreationLookup lookup(api, clock, entry());
    std::optional<Finding> finding;
    lookup.start(takeInto(finding));
    QTRY_COMPARE(finding, std::optional(Finding::Absent));
    QCOMPARE(api->calls(MemoryAdminApi::Verb::List), 1);
}

void CreationLookupTest::looksOnceForWhatIsLongAgo()
{
    const FixedClock clock(begun.addDays(1));
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    CreationLookup lookup(api, clock, entry());
    std::optional<Finding> finding;
    lookup.start(takeInto(finding));
    QTRY_COMPARE(finding, std::optional(Finding::Absent));
    QCOMPARE(api->calls(MemoryAdminApi::Verb::List), 1);
}

void CreationLookupTest::aServerThatDoesNotAnswerIsAnError()
{
    const FixedClock clock(begun);
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    api->failAlways(Error(ErrorKind::Unreachable));
    CreationLookup lookup(api, clock, entry());
    std::optional<ErrorKind> kind;
    lookup.start([&kind](const Result<CreationLookup::Answer> &answer) { kind = answer.error().kind; });
    QTRY_COMPARE(kind, std::optional(ErrorKind::Unreachable));
}

void CreationLookupTest::cannotTellWhoseItIsOnlyWhereTheServerNeverSaysWhoWeAre_data()
{
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<bool>("isUnsure");
    QTest::newRow("it has no sessions") << ErrorKind::NotFound << true;
    QTest::newRow("it is started again just now") << ErrorKind::Cut << false;
    QTest::newRow("it is too busy") << ErrorKind::Unavailable << false;
}

void CreationLookupTest::cannotTellWhoseItIsOnlyWhereTheServerNeverSaysWhoWeAre()
{
    QFETCH(ErrorKind, failure);
    QFETCH(bool, isUnsure);
    const FixedClock clock(begun);
    const auto api = std::make_shared<MemoryAdminApi>(clock);
    api->put(made());
    api->failNext(MemoryAdminApi::Verb::Session, Error(failure));
    CreationLookup lookup(api, clock, entry());
    std::optional<Result<CreationLookup::Answer>> got;
    lookup.start([&got](Result<CreationLookup::Answer> answer) { got = std::move(answer); });
    QTRY_VERIFY(got);
    QCOMPARE(got->ok(), isUnsure);
    if (isUnsure)
        QCOMPARE(got->value().finding, Finding::Unsure);
    else
        QCOMPARE(got->error().kind, failure);
}

QTEST_GUILESS_MAIN(CreationLookupTest)
#include "tst_creationlookup.moc"
