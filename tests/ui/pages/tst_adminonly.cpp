#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/usetokendialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QStatusBar>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    Shown()
    {
        world.server.fill(3);
        Session session;
        session.userName = QStringLiteral("report_reader");
        session.roles = {QStringLiteral("Viewer")};
        world.server.setSession(session);
        window.show();
        world.connection.open(world.addServer().key);
    }

    bool isPageShown() { return window.findChild<ServiceAccountsPage *>()->isVisible(); }
    void refuse(bool on)
    {
        world.server.failAlways(on ? std::optional(Error(ErrorKind::Forbidden)) : std::nullopt);
    }
    void waitForRows()
    {
        if (!QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; }))
            qFatal("the list is not read");
    }
};

} // namespace

class tst_AdminOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesThePlaceOfThePage();
    void namesWhoOneIsSignedInAsAndTheRole();
    void comesBackWhenTheRoleIsThere();
    void opensUseAnotherToken();
};

void tst_AdminOnly::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_AdminOnly::takesThePlaceOfThePage()
{
    Shown shown;
    shown.waitForRows();
    QVERIFY(shown.isPageShown());
    shown.refuse(true);
    shown.world.list.refresh();
    QTRY_VERIFY(Controls::says(&shown.window, QStringLiteral("Needs the Admin role")));
    QVERIFY(!shown.isPageShown());
    QVERIFY(!Controls::find(&shown.window, QStringLiteral("Search")));
    QVERIFY(!shown.window.findChild<ServiceAccountsPage *>()->canCreate());
    QCOMPARE(shown.window.statusBar()->currentMessage(), QStringLiteral("Service accounts cannot be listed"));
}

void tst_AdminOnly::namesWhoOneIsSignedInAsAndTheRole()
{
    Shown shown;
    QTRY_VERIFY(shown.world.connection.session());
    shown.refuse(true);
    shown.world.list.refresh();
    QTRY_VERIFY2(
        Controls::says(&shown.window, QStringLiteral("This connection signs in as report_reader with the "
                                                     "role Viewer. Service accounts can be seen and changed "
                                                     "by an Admin only.")),
        qPrintable(Controls::texts(&shown.window).join(u'\n')));
    QVERIFY(Controls::says(&shown.window, QStringLiteral("Connected as report_reader (Viewer)")));
}

void tst_AdminOnly::comesBackWhenTheRoleIsThere()
{
    Shown shown;
    shown.waitForRows();
    shown.refuse(true);
    shown.world.list.refresh();
    QTRY_VERIFY(!shown.isPageShown());
    shown.refuse(false);
    Controls::press(&shown.window, QStringLiteral("Refresh"));
    QTRY_VERIFY(shown.isPageShown());
    QCOMPARE(shown.world.list.model()->total(), 3);
}

void tst_AdminOnly::opensUseAnotherToken()
{
    Shown shown;
    QTRY_VERIFY(shown.world.connection.session());
    shown.refuse(true);
    shown.world.list.refresh();
    QTRY_VERIFY(Controls::find(&shown.window, QStringLiteral("Use Another Token…")));
    Controls::press(&shown.window, QStringLiteral("Use Another Token…"));
    auto *dialog = shown.window.findChild<UseTokenDialog *>();
    QVERIFY(dialog && dialog->isVisible());
}

QTEST_MAIN(tst_AdminOnly)
#include "tst_adminonly.moc"
