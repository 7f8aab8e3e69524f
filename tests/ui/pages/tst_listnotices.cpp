#include "models/accounts/timetext.h"
#include "tests/ui/pages/shownpage.h"
#include "tests/ui/support/controls.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/strip.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

class tst_ListNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhyTheListFailedAndTriesAgain();
    void keepsOldRowsUnderTheFailureAndMarksThem();
    void copiesDetailsWithVersions();
    void staysWhileItIsTriedAgain();
    void offersAnotherTokenOnlyWhereOneSignsInWithIt();
    void keepsTheRowsWhenTheWorkspaceFails();
    void saysThatTheTokenIsKeptInMemoryOnly();
    void saysWhenThisComputersClockIsOff();
    void saysWhatIsWrongWithItsFilesUntilItIsDismissed();
    void rowsStayUnderTheEyesWhenABannerComes();
};

void tst_ListNotices::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_ListNotices::saysWhyTheListFailedAndTriesAgain()
{
    ShownPage shown;
    shown.world.server.fill(3);
    Error error(ErrorKind::TimedOut);
    error.host = QStringLiteral("api.example.org");
    shown.world.server.failNext(MemoryAdminApi::Verb::List, error);
    shown.world.connection.openLocal();
    shown.world.workspace.becomeReady();
    QTRY_VERIFY(shown.banner());
    QVERIFY(shown.says(error.sentence()));
    shown.button(QStringLiteral("Retry"))->click();
    QTRY_COMPARE(shown.table()->model()->rowCount(), 3);
    QVERIFY(!shown.banner());
}

void tst_ListNotices::keepsOldRowsUnderTheFailureAndMarksThem()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    QVERIFY(!shown.page.findChild<Strip *>());
    shown.world.server.failAlways(Error(ErrorKind::Unreachable));
    shown.world.list.refresh();
    QTRY_VERIFY(shown.banner());
    QVERIFY(shown.table()->isVisible());
    QCOMPARE(shown.table()->model()->rowCount(), 3);
    const auto *strip = shown.page.findChild<Strip *>();
    QVERIFY(strip && strip->isVisible());
    shown.world.server.failAlways({});
    shown.world.list.refresh();
    QTRY_VERIFY(!strip->isVisible());
}

void tst_ListNotices::copiesDetailsWithVersions()
{
    ShownPage shown;
    Error error(ErrorKind::ServerFault);
    error.httpStatus = 500;
    error.requestId = QStringLiteral("req-42");
    shown.world.server.failNext(MemoryAdminApi::Verb::List, error);
    shown.world.connection.openLocal();
    shown.world.workspace.becomeReady();
    QTRY_VERIFY(shown.banner());
    shown.button(QStringLiteral("Copy Details"))->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("req-42")), qPrintable(copied));
    QVERIFY2(copied.contains(QStringLiteral("Qt ") + QString::fromLatin1(qVersion())), qPrintable(copied));
    QVERIFY2(copied.contains(QCoreApplication::applicationName()), qPrintable(copied));
    QVERIFY2(copied.contains(QStringLiteral("QtKeychain 0.13.2\nKeychain: Memory")), qPrintable(copied));
}

void tst_ListNotices::staysWhileItIsTriedAgain()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    Error error(ErrorKind::TooManyRequests);
    error.retryAfter = std::chrono::seconds(24);
    shown.world.server.failAlways(error);
    shown.world.list.refresh();
    QTRY_VERIFY(shown.banner());
    const QString sentence = shown.banner()->accessibleDescription();
    QVERIFY2(sentence.contains(clockTime(shown.world.list.nextTryAt(), shown.world.clock.now())),
             qPrintable(sentence));
    shown.button(QStringLiteral("Retry"))->click();
    QCOMPARE(shown.world.list.state(), AccountList::State::Loading);
    QVERIFY(shown.banner());
    QCOMPARE(shown.banner()->accessibleDescription(), sentence);
    shown.world.server.failAlways({});
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Failed);
    shown.world.clock.set(shown.world.list.nextTryAt());
    shown.world.schedule.check();
    QTRY_VERIFY(!shown.banner());
}

void tst_ListNotices::offersAnotherTokenOnlyWhereOneSignsInWithIt()
{
    ShownPage shown;
    shown.world.server.failAlways(Error(ErrorKind::Unauthorized));
    shown.world.openLocalWithoutList();
    QTRY_VERIFY(shown.banner());
    QVERIFY(!shown.button(QStringLiteral("Use Another Token…")));
    QVERIFY(shown.button(QStringLiteral("Copy Details")));
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    QTRY_VERIFY(shown.button(QStringLiteral("Use Another Token…")));
    QVERIFY(shown.button(QStringLiteral("Retry")));
    // As an icon alone, beside two other buttons.
    Controls::press(&shown.page, QStringLiteral("Copy Details"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Kind: Unauthorized")));
    const QSignalSpy asked(&shown.page, &ServiceAccountsPage::anotherTokenRequested);
    shown.button(QStringLiteral("Use Another Token…"))->click();
    QCOMPARE(asked.size(), 1);
}

void tst_ListNotices::keepsTheRowsWhenTheWorkspaceFails()
{
    ShownPage shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.page.createAccount();
    shown.world.workspace.fail(Error(ErrorKind::WorkspaceFailed, QStringLiteral("It ended 3 times.")));
    QVERIFY(shown.banner());
    QCOMPARE(shown.table()->model()->rowCount(), 3);
    QVERIFY(shown.dialog());
    const int starts = shown.world.workspace.starts();
    shown.button(QStringLiteral("Retry"))->click();
    QCOMPARE(shown.world.workspace.starts(), starts + 1);
    shown.world.workspace.becomeReady();
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    QVERIFY(!shown.banner());
}

void tst_ListNotices::saysThatTheTokenIsKeptInMemoryOnly()
{
    ShownPage shown;
    shown.world.vault.failWith(Error(ErrorKind::KeychainMissing));
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    QTRY_VERIFY(shown.banner());
    QVERIFY(shown.says(QStringLiteral("The token of this connection is kept for this run only")));
}

void tst_ListNotices::saysWhenThisComputersClockIsOff()
{
    ShownPage shown;
    shown.world.server.setServerTime(shown.world.clock.now().addSecs(100));
    shown.world.openLocal();
    QVERIFY(!shown.banner());
    shown.world.server.setServerTime(shown.world.clock.now().addSecs(10 * 60));
    shown.world.list.refresh();
    QTRY_VERIFY(shown.says(QStringLiteral("The clock of this computer is 10 min slow")));
    shown.world.server.setServerTime(shown.world.clock.now());
    shown.world.list.refresh();
    QTRY_VERIFY(!shown.banner());
}

void tst_ListNotices::saysWhatIsWrongWithItsFilesUntilItIsDismissed()
{
    ShownPage shown({QStringLiteral("The file a is damaged."), QStringLiteral("The file b is newer.")});
    shown.world.openLocal();
    QVERIFY(shown.says(QStringLiteral("The file a is damaged. The file b is newer.")));
    shown.button(QStringLiteral("Dismiss"))->click();
    QVERIFY(!shown.banner());
    shown.world.list.refresh();
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    QVERIFY(!shown.banner());
}

void tst_ListNotices::rowsStayUnderTheEyesWhenABannerComes()
{
    ShownPage shown;
    shown.world.server.fill(200);
    shown.world.openLocal();
    QVERIFY(QTest::qWaitForWindowExposed(&shown.page));
    AccountTableView *table = shown.table();
    table->verticalScrollBar()->setValue(1800);
    const auto placeOfRow = [&] {
        return table->viewport()->mapToGlobal(QPoint(0, table->rowViewportPosition(60))).y();
    };
    const int before = placeOfRow();
    shown.world.server.failAlways(Error(ErrorKind::Unreachable));
    shown.world.list.refresh();
    QTRY_VERIFY(shown.banner());
    QCOMPARE(placeOfRow(), before);
}

QTEST_MAIN(tst_ListNotices)
#include "tst_listnotices.moc"
