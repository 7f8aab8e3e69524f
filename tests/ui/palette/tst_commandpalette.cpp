#include "tests/ui/support/consolefixture.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/tablecolumns.h"
#include "ui/palette/commandpalette.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/strip.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    explicit Shown(int accounts = 30)
    {
        world.server.fill(accounts);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        world.openLocal();
    }

    AccountTableView *table() { return window.findChild<AccountTableView *>(); }
    CommandPalette *palette() { return window.findChild<CommandPalette *>(); }
    QLineEdit *field() { return palette()->findChild<QLineEdit *>(); }
    QListView *list() { return palette()->findChild<QListView *>(); }
    bool isOpen() { return palette() && palette()->isVisible(); }

    void open() { QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier); }
    void type(const QString &text) { QTest::keyClicks(field(), text); }
    void press(Qt::Key key) { QTest::keyClick(field(), key); }

    QStringList texts()
    {
        QStringList result;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            result.append(textAt(row));
        return result;
    }
    QString textAt(int row) { return list()->model()->index(row, 0).data().toString(); }
    QString current() { return list()->currentIndex().data().toString(); }
    QString descriptionOf(const QString &text)
    {
        const auto row = static_cast<int>(texts().indexOf(text));
        return list()->model()->index(row, 0).data(Qt::AccessibleDescriptionRole).toString();
    }
};

} // namespace

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnItsKeyWithEveryAction();
    void narrowsToWhatHasTheWords();
    void runsTheCurrentLine();
    void walksWithTheArrows();
    void givesTheFocusBack();
    void closesOnAClickElsewhere();
    void namesTheCurrentAccount();
    void saysWhyAnActionIsNotPossible();
    void goesToAnAccountThatTheFilterHides();
    void offersWhatTheMenusOfThePageOffer();
    void offersTheOtherConnections();
    void showsFewOfManyAccounts();
    void saysWhenNothingMatches();
    void fitsIntoTheSmallestWindow();
};

void tst_CommandPalette::opensOnItsKeyWithEveryAction()
{
    Shown shown;
    QVERIFY(!shown.isOpen());
    shown.open();
    QVERIFY(shown.isOpen());
    QCOMPARE(QApplication::focusWidget(), shown.field());
    QCOMPARE(shown.field()->accessibleName(), QStringLiteral("Command Palette"));
    for (const QString &text : {QStringLiteral("New Service Account"), QStringLiteral("Settings…"),
                                QStringLiteral("Add Role…"), QStringLiteral("About")})
        QVERIFY2(shown.texts().contains(text), qPrintable(text));
    QVERIFY(!shown.texts().contains(QStringLiteral("Command Palette")));
    QCOMPARE(shown.descriptionOf(QStringLiteral("New Service Account")), QStringLiteral("Ctrl+N"));
}

void tst_CommandPalette::narrowsToWhatHasTheWords()
{
    Shown shown;
    shown.open();
    shown.type(QStringLiteral("acc new"));
    QCOMPARE(shown.textAt(0), QStringLiteral("New Service Account"));
    QVERIFY(!shown.texts().contains(QStringLiteral("Quit")));
}

void tst_CommandPalette::runsTheCurrentLine()
{
    Shown shown;
    shown.open();
    shown.type(QStringLiteral("settings"));
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.isOpen());
    const auto *dialog = shown.window.findChild<QDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Settings"));
}

void tst_CommandPalette::walksWithTheArrows()
{
    Shown shown;
    shown.open();
    const QStringList texts = shown.texts();
    QCOMPARE(shown.current(), texts.first());
    shown.press(Qt::Key_Down);
    QCOMPARE(shown.current(), texts.at(1));
    shown.press(Qt::Key_Up);
    shown.press(Qt::Key_Up);
    QCOMPARE(shown.current(), texts.last());
}

void tst_CommandPalette::givesTheFocusBack()
{
    Shown shown;
    auto *search = shown.window.findChild<SearchField *>();
    search->setFocus();
    shown.open();
    QSignalSpy focus(qApp, &QApplication::focusChanged);
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.isOpen());
    QCOMPARE(QApplication::focusWidget(), search);
    // At once: a screen reader would say the control between.
    QCOMPARE(focus.size(), 1);
}

void tst_CommandPalette::closesOnAClickElsewhere()
{
    Shown shown;
    shown.open();
    QTest::mouseClick(shown.table()->viewport(), Qt::LeftButton);
    QVERIFY(!shown.isOpen());
}

void tst_CommandPalette::namesTheCurrentAccount()
{
    Shown shown;
    shown.table()->showAccount(QStringLiteral("id_account_002"));
    shown.open();
    QCOMPARE(shown.textAt(0), QStringLiteral("Edit account_002"));
    QVERIFY(shown.texts().contains(QStringLiteral("Delete account_002…")));
    QVERIFY(!shown.texts().contains(QStringLiteral("Edit")));
}

void tst_CommandPalette::saysWhyAnActionIsNotPossible()
{
    Shown shown;
    shown.open();
    QCOMPARE(shown.descriptionOf(QStringLiteral("Clear Filters")), QStringLiteral("No filter is set."));
    shown.type(QStringLiteral("clear filters"));
    shown.press(Qt::Key_Return);
    QVERIFY(shown.isOpen());
}

void tst_CommandPalette::goesToAnAccountThatTheFilterHides()
{
    Shown shown;
    AccountFilter filter;
    filter.search = QStringLiteral("account_001");
    shown.world.list.model()->setFilter(filter);
    shown.open();
    shown.type(QStringLiteral("go to account_017"));
    QCOMPARE(shown.current(), QStringLiteral("Go to account_017"));
    shown.press(Qt::Key_Return);
    const int row = shown.table()->currentRow();
    QVERIFY(row >= 0);
    QCOMPARE(shown.world.list.model()->serviceAccountAt(row).name, QStringLiteral("account_017"));
    QCOMPARE(QApplication::focusWidget(), shown.table());
    const auto *strip = shown.window.findChild<Strip *>();
    QVERIFY(strip && strip->isVisible());
    QCOMPARE(strip->findChild<ElidedLabel *>()->text(),
             QStringLiteral("Hidden by your filter: account_017 is shown because you went to it."));
    QVERIFY2(shown.window.statusBar()->currentMessage().endsWith(QStringLiteral(", 1 shown all the same")),
             qPrintable(shown.window.statusBar()->currentMessage()));
}

void tst_CommandPalette::offersWhatTheMenusOfThePageOffer()
{
    Shown shown;
    const AccountTableModel &model = *shown.world.list.model();
    const auto run = [&shown](const QString &text) {
        shown.open();
        shown.type(text);
        QCOMPARE(shown.current(), text);
        shown.press(Qt::Key_Return);
    };
    run(QStringLiteral("Status: Never used"));
    QCOMPARE(model.filter().status, StatusChoice::NeverUsed);
    run(QStringLiteral("Status: All"));
    QVERIFY(!model.filter().isSet());
    run(QStringLiteral("Sort By Status"));
    QCOMPARE(model.sortColumn(), AccountColumn::Status);
    run(QStringLiteral("Sort Descending"));
    QCOMPARE(model.sortOrder(), Qt::DescendingOrder);
    TableColumns &columns = *shown.table()->columns();
    columns.setShown(AccountColumn::Status, false);
    run(QStringLiteral("Reset Columns"));
    QVERIFY(columns.isShown(AccountColumn::Status));
    auto *panel = shown.window.findChild<ExpirationsPanel *>();
    run(QStringLiteral("Expirations Ahead: Show as Table"));
    QVERIFY(panel->isTableShown());
    run(QStringLiteral("Expirations Ahead: Show as Chart"));
    QVERIFY(!panel->isTableShown());
}

void tst_CommandPalette::offersTheOtherConnections()
{
    Shown shown;
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    shown.open();
    shown.type(QStringLiteral("switch"));
    QCOMPARE(shown.texts().filter(QStringLiteral("Switch to")),
             QStringList{QStringLiteral("Switch to Local")});
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.window.windowTitle(), QStringLiteral("Service Accounts — Local"));
}

void tst_CommandPalette::showsFewOfManyAccounts()
{
    Shown shown(300);
    shown.open();
    shown.type(QStringLiteral("account_"));
    QCOMPARE(shown.texts().filter(QStringLiteral("Go to")).size(), 6);
    QCOMPARE(shown.texts().filter(QStringLiteral("Go to")).first(), QStringLiteral("Go to account_001"));
}

void tst_CommandPalette::saysWhenNothingMatches()
{
    Shown shown;
    shown.open();
    shown.type(QStringLiteral("zzz"));
    QCOMPARE(shown.list()->model()->rowCount(), 0);
    QVERIFY(!shown.list()->isVisible());
    shown.press(Qt::Key_Return);
    QVERIFY(shown.isOpen());
}

void tst_CommandPalette::fitsIntoTheSmallestWindow()
{
    Shown shown;
    shown.window.resize(640, 400);
    shown.open();
    QVERIFY(shown.window.rect().contains(shown.palette()->geometry()));
    for (int down = 0; down < 20; ++down)
        shown.press(Qt::Key_Down);
    QVERIFY(shown.list()->viewport()->rect().contains(
        shown.list()->visualRect(shown.list()->currentIndex()).center()));
}

QTEST_MAIN(tst_CommandPalette)
#include "tst_commandpalette.moc"
