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
