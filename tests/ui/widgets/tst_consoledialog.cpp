#include "ui/style/consolestyle.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/consoledialog.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

namespace {

TextLabel *longText()
{
    auto *label = new TextLabel(QStringLiteral("Words that wrap. ").repeated(60));
    label->setWordWrap(true);
    return label;
}

} // namespace

class tst_ConsoleDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }
    void opensAtItsNaturalWidthWithNothingCut();
    void growsAndShrinksWithItsBody();
    void scrollsItsBodyAndKeepsItsFootWhenSmall();
    void anEchoOfAnEarlierSizeIsNotAPersonsHand();
    void keepsTheSizeThatAPersonChose();
    void isWindowModal();
    void hasNoDefaultButtonByItself();
};

void tst_ConsoleDialog::opensAtItsNaturalWidthWithNothingCut()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::formDialogWidth, nullptr);
    TextLabel *label = longText();
    dialog.body()->addWidget(label);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.width(), Metrics::formDialogWidth);
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    auto *scroll = dialog.findChild<QScrollArea *>();
    QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
}

void tst_ConsoleDialog::growsAndShrinksWithItsBody()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::formDialogWidth, nullptr);
    dialog.body()->addWidget(longText());
    auto *more = longText();
    dialog.body()->addWidget(more);
    more->hide();
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const int before = dialog.height();
    more->show();
    QTRY_VERIFY(dialog.height() > before);
    more->hide();
    QTRY_COMPARE(dialog.height(), before);
}

void tst_ConsoleDialog::scrollsItsBodyAndKeepsItsFootWhenSmall()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::comparisonDialogWidth, nullptr);
    for (int i = 0; i < 12; ++i)
        dialog.body()->addWidget(longText());
    Button *done = dialog.foot()->addButton(QStringLiteral("Done"), ButtonKind::Primary);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.resize(640, 400);
    QCOMPARE(dialog.size(), QSize(640, 400));
    auto *scroll = dialog.findChild<QScrollArea *>();
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    QVERIFY(dialog.rect().contains(QRect(done->mapTo(&dialog, QPoint(0, 0)), done->size())));
}

/// What the window system tells of a new size.
static void tellSize(QWidget &window, const QSize &size)
{
    QResizeEvent told(size, window.size());
    QSpontaneKeyEvent::setSpontaneous(&told);
    // Not sendEvent(): that makes it an event of our own.
    qApp->notify(&window, &told);
}

void tst_ConsoleDialog::anEchoOfAnEarlierSizeIsNotAPersonsHand()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::formDialogWidth, nullptr);
    auto *high = new QWidget;
    high->setMinimumHeight(200);
    dialog.body()->addWidget(high);
    dialog.open();
    const QSize first = dialog.size();
    high->setMinimumHeight(300);
    QTRY_COMPARE(dialog.height(), first.height() + 100);
    tellSize(dialog, first);
    high->setMinimumHeight(350);
    QTRY_COMPARE(dialog.height(), first.height() + 150);
}

void tst_ConsoleDialog::keepsTheSizeThatAPersonChose()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::formDialogWidth, nullptr);
    auto *high = new QWidget;
    high->setMinimumHeight(200);
    dialog.body()->addWidget(high);
    dialog.open();
    dialog.resize(700, 500);
    tellSize(dialog, QSize(700, 500));
    high->setMinimumHeight(350);
    QCoreApplication::processEvents();
    QCOMPARE(dialog.size(), QSize(700, 500));
}

void tst_ConsoleDialog::isWindowModal()
{
    QWidget window;
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::formDialogWidth, &window);
    QCOMPARE(dialog.windowModality(), Qt::WindowModal);
}

void tst_ConsoleDialog::hasNoDefaultButtonByItself()
{
    ConsoleDialog dialog(QStringLiteral("Test"), Metrics::deleteDialogWidth, nullptr);
    Button *yes = dialog.foot()->addButton(QStringLiteral("Yes"), ButtonKind::Destructive);
    dialog.open();
    QVERIFY(!yes->isDefault());
    QVERIFY(!yes->autoDefault());
}

QTEST_MAIN(tst_ConsoleDialog)

#include "tst_consoledialog.moc"
