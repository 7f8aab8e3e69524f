#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/notices/expirynotices.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorynotices.h"
#include "tests/support/memorysettings.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

#include <optional>

using namespace std::chrono_literals;

namespace {

/// A console on the local workspace, from a start to its end.
struct Run
{
    Run(const Clock &clock, MemoryAdminApi &server, MemorySettings &settings, MemoryNoticeMemory &memory)
        : apis(server)
        , connection(workspace, apis, vault, store, clock)
        , list(clock)
        , notices(list, connection, settings, desktop, memory)
    {
        connection.openLocal();
        workspace.becomeReady();
        list.setApi(connection.api());
    }

    MemoryApiFactory apis;
    MemoryTokenVault vault;
    MemoryConnectionStore store;
    FakeWorkspace workspace;
    CurrentConnection connection;
    AccountList list;
    MemoryNotices desktop;
    ExpiryNotices notices;
};

} // namespace

class ExpiryNoticesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsWhatEndsWithinTheDays_data();
    void tellsWhatEndsWithinTheDays();
    void tellsSeveralInOneNotice();
    void namesAFewOneByOne();
    void keepsAStrangeNameOnOneLine();
    void isSilentAboutRowsThatAreNotTheOpenConnections();
    void showsOneNoticeAtATime();
    void forgetsEndsThatAreOver();
    void judgesByTheServersClock();
    void looksByItselfWhenTheListIsThere();
    void announcesTheTokenOneSignsInWith();
    void tellsEachEndOnce();
    void tellsAgainWhatIsNews_data();
    void tellsAgainWhatIsNews();
    void triesAgainWhereNothingShowsNotices();
    void isSilentWhileSwitchedOff();

private:
    void put(const QString &name, std::chrono::milliseconds left);
    void readAndLook(Run &run) const;

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::optional<MemoryAdminApi> m_server;
    MemorySettings m_settings;
    MemoryNoticeMemory m_memory;
};

void ExpiryNoticesTest::init()
{
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC));
    m_server.emplace(m_clock);
    m_server->fill(3);
    QVERIFY(m_settings.set(Setting::DesktopNotices, 1).ok());
    QVERIFY(m_settings.set(Setting::NoticeDays, 14).ok());
    m_memory = {};
}

void ExpiryNoticesTest::put(const QString &name, std::chrono::milliseconds left)
{
    ServiceAccount account;
    account.id = QStringLiteral("id_") + name;
    account.name = name;
    account.roles = {AccountRole(Role::Viewer)};
    account.expiryDate = m_clock.now().addDuration(left);
    m_server->put(account);
}

void ExpiryNoticesTest::readAndLook(Run &run) const
{
    run.list.refresh();
    QTRY_COMPARE(run.list.state(), AccountList::State::Loaded);
    run.notices.look();
    QCoreApplication::processEvents();
}

void ExpiryNoticesTest::tellsWhatEndsWithinTheDays_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<qint64>("minutesLeft");
    QTest::addColumn<QString>("title");
    constexpr qint64 day = 24 * 60;
    QTest::newRow("at the very edge") << 14 << 14 * day << QStringLiteral("ci_deploy expires in 14 days");
    QTest::newRow("earlier") << 14 << 14 * day + 1 << QString();
    QTest::newRow("tomorrow") << 1 << day << QStringLiteral("ci_deploy expires in 1 day");
    QTest::newRow("soon") << 1 << qint64(5) << QStringLiteral("ci_deploy expires in 5 min");
    QTest::newRow("over") << 14 << qint64(0) << QString();
}

void ExpiryNoticesTest::tellsWhatEndsWithinTheDays()
{
    QFETCH(int, days);
    QFETCH(qint64, minutesLeft);
    QFETCH(QString, title);
    QVERIFY(m_settings.set(Setting::NoticeDays, days).ok());
    put(QStringLiteral("ci_deploy"), std::chrono::minutes(minutesLeft));
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), title.isEmpty() ? 0 : 1);
    if (!title.isEmpty()) {
        QCOMPARE(run.desktop.shown.constFirst().title, title);
        QVERIFY(run.desktop.shown.constFirst().text.contains(QStringLiteral("Local")));
    }
}

void ExpiryNoticesTest::tellsSeveralInOneNotice()
{
    put(QStringLiteral("third"), 72h);
    put(QStringLiteral("first"), 24h);
    put(QStringLiteral("second"), 48h);
    put(QString(300, u'x'), 96h);
    put(QStringLiteral("fifth"), 120h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    QCOMPARE(run.desktop.shown,
             QList<Notice>({{QStringLiteral("5 tokens expire within 14 days"),
                             QStringLiteral("On Local: first, second, third and 2 more.")}}));
}

void ExpiryNoticesTest::namesAFewOneByOne()
{
    put(QStringLiteral("third"), 72h);
    put(QStringLiteral("first"), 24h);
    put(QStringLiteral("second"), 48h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    const QStringList names{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")};
    QCOMPARE(run.desktop.shown,
             QList<Notice>({{QStringLiteral("3 tokens expire within 14 days"),
                             QStringLiteral("On Local: %1.").arg(QLocale().createSeparatedList(names))}}));
}

void ExpiryNoticesTest::keepsAStrangeNameOnOneLine()
{
    put(QStringLiteral("a\n b\t") + QString(300, u'x'), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    const QString shown = QStringLiteral("a b ") + QString(55, u'x') + u'…';
    QCOMPARE(run.desktop.shown.constFirst().title, shown + QStringLiteral(" expires in 1 day"));
}

void ExpiryNoticesTest::isSilentAboutRowsThatAreNotTheOpenConnections()
{
    put(QStringLiteral("ci_deploy"), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    run.list.refresh();
    QTRY_COMPARE(run.list.state(), AccountList::State::Loaded);
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(run.connection.connectTo(target, SecretText::fromUtf8(QByteArrayLiteral("not a token"))).ok());
    run.notices.look();
    QVERIFY(run.desktop.shown.isEmpty());
    QVERIFY(run.connection.remove(run.connection.connection()->key).ok());
    run.notices.look();
    QVERIFY(run.desktop.shown.isEmpty());
    run.connection.openLocal();
    run.notices.look();
    QCOMPARE(run.desktop.shown.size(), 1);
}

void ExpiryNoticesTest::showsOneNoticeAtATime()
{
    put(QStringLiteral("ci_deploy"), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    run.list.refresh();
    QTRY_COMPARE(run.list.state(), AccountList::State::Loaded);
    run.notices.look();
    run.notices.look();
    QCOMPARE(run.desktop.shown.size(), 1);
    QCoreApplication::processEvents();
    run.notices.look();
    QCOMPARE(run.desktop.shown.size(), 1);
}

void ExpiryNoticesTest::forgetsEndsThatAreOver()
{
    put(QStringLiteral("ci_deploy"), 24h);
    put(QStringLiteral("nightly"), 96h);
    m_server->setServerTime(m_clock.now());
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    const QString key = run.connection.connection()->key;
    QCOMPARE(m_memory.given(key).size(), 2);
    m_clock.advance(48h);
    m_server->setServerTime(m_clock.now());
    put(QStringLiteral("weekly"), 24h);
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 2);
    QStringList ids;
    for (const GivenNotice &given : m_memory.given(key))
        ids.append(given.accountId);
    QCOMPARE(ids, QStringList({QStringLiteral("id_nightly"), QStringLiteral("id_weekly")}));
}

void ExpiryNoticesTest::judgesByTheServersClock()
{
    put(QStringLiteral("ci_deploy"), 15 * 24h);
    m_server->setServerTime(m_clock.now().addDays(2));
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 1);
}

void ExpiryNoticesTest::looksByItselfWhenTheListIsThere()
{
    put(QStringLiteral("ci_deploy"), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    run.list.refresh();
    QTRY_COMPARE(run.desktop.shown.size(), 1);
}

void ExpiryNoticesTest::announcesTheTokenOneSignsInWith()
{
    put(QStringLiteral("console"), 72h);
    put(QStringLiteral("ci_deploy"), 24h);
    Session session;
    session.userId = QStringLiteral("id_console");
    m_server->setSession(session);
    Run run(m_clock, *m_server, m_settings, m_memory);
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(run.connection.connectTo(target, SecretText::fromUtf8(QByteArrayLiteral("not a token"))).ok());
    run.list.setApi(run.connection.api());
    QTRY_VERIFY(run.connection.session().has_value());
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 2);
    QCOMPARE(run.desktop.shown.at(0).title, QStringLiteral("The token of this console expires in 3 days"));
    QVERIFY(run.desktop.shown.at(0).text.contains(QStringLiteral("api.example.org")));
    QVERIFY(run.desktop.shown.at(1).title.startsWith(QStringLiteral("ci_deploy")));
}

void ExpiryNoticesTest::tellsEachEndOnce()
{
    put(QStringLiteral("ci_deploy"), 24h);
    {
        Run run(m_clock, *m_server, m_settings, m_memory);
        readAndLook(run);
        readAndLook(run);
        QCOMPARE(run.desktop.shown.size(), 1);
    }
    put(QStringLiteral("nightly"), 48h);
    Run later(m_clock, *m_server, m_settings, m_memory);
    readAndLook(later);
    QCOMPARE(later.desktop.shown.size(), 1);
    QVERIFY(later.desktop.shown.constFirst().title.startsWith(QStringLiteral("nightly")));
}

void ExpiryNoticesTest::tellsAgainWhatIsNews_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("hoursLeft");
    QTest::addColumn<int>("notices");
    QTest::newRow("another end") << 14 << 96 << 2;
    QTest::newRow("fewer days before") << 3 << 72 << 2;
    QTest::newRow("fewer days, not there yet") << 1 << 72 << 1;
    QTest::newRow("more days before") << 30 << 72 << 1;
}

void ExpiryNoticesTest::tellsAgainWhatIsNews()
{
    QFETCH(int, days);
    QFETCH(int, hoursLeft);
    QFETCH(int, notices);
    put(QStringLiteral("ci_deploy"), 72h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 1);
    QVERIFY(m_settings.set(Setting::NoticeDays, days).ok());
    put(QStringLiteral("ci_deploy"), std::chrono::hours(hoursLeft));
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), notices);
}

void ExpiryNoticesTest::triesAgainWhereNothingShowsNotices()
{
    put(QStringLiteral("ci_deploy"), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    run.desktop.isMissing = true;
    readAndLook(run);
    QVERIFY(m_memory.given(run.connection.connection()->key).isEmpty());
    run.desktop.isMissing = false;
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 1);
}

void ExpiryNoticesTest::isSilentWhileSwitchedOff()
{
    QVERIFY(m_settings.set(Setting::DesktopNotices, 0).ok());
    put(QStringLiteral("ci_deploy"), 24h);
    Run run(m_clock, *m_server, m_settings, m_memory);
    readAndLook(run);
    QVERIFY(run.desktop.shown.isEmpty());
    QVERIFY(m_settings.set(Setting::DesktopNotices, 1).ok());
    readAndLook(run);
    QCOMPARE(run.desktop.shown.size(), 1);
}

QTEST_GUILESS_MAIN(ExpiryNoticesTest)
#include "tst_expirynotices.moc"
