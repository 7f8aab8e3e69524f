#include "tests/ui/dialogs/smallwindow.h"
#include "tests/ui/pages/shownwindows.h"
#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The windows that the dialogs' own test does not open, at the least size that each has to be usable at.
class LeastSizeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void canBeUsed_data();
    void canBeUsed();
    void theMainWindowShowsRowsAndAllOfItsControls();
};

void LeastSizeTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void LeastSizeTest::canBeUsed_data()
{
    QTest::addColumn<int>("window");
    for (int window = 0; window < shownWindows().size(); ++window)
        QTest::newRow(qPrintable(shownWindows().at(window).name)) << window;
}

void LeastSizeTest::canBeUsed()
{
    QFETCH(int, window);
    ConsoleFixture world;
    world.openLocalWithoutList();
    QWidget over;
    over.show();
    const std::unique_ptr<QWidget> shown(shownWindows().at(window).show(world, &over));
    QVERIFY(QTest::qWaitForWindowActive(shown.get()));
    SmallWindow::resizeByHand(shown.get(), SmallWindow::size);
    QTRY_COMPARE(shown->size(), SmallWindow::size);
    QTRY_COMPARE(SmallWindow::faults(shown.get()).join(u"; "_s), QString());
    QCOMPARE(SmallWindow::tabFaults(shown.get()).join(u"; "_s), QString());
}

void LeastSizeTest::theMainWindowShowsRowsAndAllOfItsControls()
{
    ConsoleFixture world;
    world.server.fill(30);
    MainWindow window(world.parts);
    window.show();
    SmallWindow::resizeByHand(&window, SmallWindow::size);
    world.openLocal();
    QTRY_VERIFY(Controls::find(&window, u"Expirations ahead"_s));
    QTRY_COMPARE(window.size(), SmallWindow::size);
    QTRY_COMPARE(SmallWindow::faults(&window).join(u"; "_s), QString());
    const auto *table = window.findChild<AccountTableView *>();
    const int whole = table->viewport()->height() / table->rowHeight(0);
    QVERIFY2(whole >= 3, qPrintable(QString::number(whole)));
}

QTEST_MAIN(LeastSizeTest)
#include "tst_leastsize.moc"
