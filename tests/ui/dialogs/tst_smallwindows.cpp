#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/dialogs/dialogstates.h"
#include "tests/ui/dialogs/smallwindow.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QTest>

/// Each dialog of this folder, in each of its states, at the least size that it has to be usable at.
class SmallWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void canBeUsed_data() { addStates(); }
    void canBeUsed();
    void showsWhatHasTheFocus_data() { addStates(); }
    void showsWhatHasTheFocus();

private:
    static void addStates();
};

void SmallWindowsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ConsoleStyle::install(*qApp);
}

void SmallWindowsTest::addStates()
{
    QTest::addColumn<int>("state");
    for (int state = 0; state < dialogStates().size(); ++state)
        QTest::newRow(qPrintable(dialogStates().at(state).name)) << state;
}

void SmallWindowsTest::canBeUsed()
{
    QFETCH(int, state);
    DialogParts parts;
    parts.loadList();
    QDialog *dialog = dialogStates().at(state).open(parts);
    QVERIFY(dialog);
    SmallWindow::resizeByHand(dialog, SmallWindow::size);
    QTRY_COMPARE(dialog->size(), SmallWindow::size);
    QTRY_COMPARE(SmallWindow::faults(dialog).join(QStringLiteral("; ")), QString());
    delete dialog;
}

void SmallWindowsTest::showsWhatHasTheFocus()
{
    QFETCH(int, state);
    DialogParts parts;
    parts.loadList();
    QDialog *dialog = dialogStates().at(state).open(parts);
    QVERIFY(dialog);
    SmallWindow::resizeByHand(dialog, SmallWindow::size);
    QTRY_COMPARE(SmallWindow::tabFaults(dialog).join(QStringLiteral("; ")), QString());
    delete dialog;
}

QTEST_MAIN(SmallWindowsTest)

#include "tst_smallwindows.moc"
