#include "tests/ui/pages/shownpage.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace {

/// A page on a server that signs in with an account of its own list.
struct ShownServer : ShownPage
{
    explicit ShownServer(int days)
    {
        world.server.fill(2);
        ServiceAccount own = world.server.accounts().constFirst();
        own.expiryDate = world.clock.now().addDays(days).addSecs(60);
        world.server.put(own);
        Session session;
        session.userId = own.id;
        session.userName = own.name;
        world.server.setSession(session);
        world.connection.open(world.addServer().key);
        if (!QTest::qWaitFor([this] {
                return world.list.state() == AccountList::State::Loaded && world.connection.session();
            }))
            qFatal("the list is not read");
        QTest::qWait(0);
    }
};

} // namespace

class tst_OwnExpiryNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void announcesTheEndDaysAhead();
    void saysNothingLongBefore();
    void followsTheSetting();
};

void tst_OwnExpiryNotice::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_OwnExpiryNotice::announcesTheEndDaysAhead()
{
    ShownServer shown(5);
    QTRY_VERIFY(shown.banner());
    QVERIFY(shown.says(QStringLiteral("The token of this connection expires soon")));
    QSignalSpy wanted(&shown.page, &ServiceAccountsPage::anotherTokenRequested);
    shown.button(QStringLiteral("Use Another Token…"))->click();
    QCOMPARE(wanted.size(), 1);
}

void tst_OwnExpiryNotice::saysNothingLongBefore()
{
    ShownServer shown(100);
    QVERIFY(!shown.banner());
}

void tst_OwnExpiryNotice::followsTheSetting()
{
    ShownServer shown(20);
    QVERIFY(!shown.banner());
    QVERIFY(shown.world.settings.set(Setting::NoticeDays, 30).ok());
    QTRY_VERIFY(shown.banner());
}

QTEST_MAIN(tst_OwnExpiryNotice)
#include "tst_ownexpirynotice.moc"
