#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/dialogs/dialogstates.h"
#include "tests/ui/dialogs/smallwindow.h"
#include "tests/ui/many/manystates.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QTest>

#include <memory>

namespace {

/// A dialog in a state, with what it stands on.
struct Opened
{
    std::shared_ptr<DialogParts> parts;
    QDialog *dialog = nullptr;
};

Opened openOne(const DialogState &state)
{
    auto parts = std::make_shared<DialogParts>();
    parts->loadList();
    QDialog *dialog = state.open(*parts);
    return {std::move(parts), dialog};
}

Opened openMany(const ManyState &state)
{
    auto parts = std::make_shared<ManyParts>();
    QDialog *dialog = state.open(*parts);
    return {std::move(parts), dialog};
}

Opened openState(qsizetype state)
{
    const qsizetype ones = dialogStates().size();
    return state < ones ? openOne(dialogStates().at(state)) : openMany(manyStates().at(state - ones));
}

} // namespace

/// Each dialog for one account and for many, in each of its states, at the least size that it has to be
/// usable at.
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
    QTest::addColumn<qsizetype>("state");
    qsizetype number = 0;
    for (const DialogState &state : dialogStates())
        QTest::newRow(qPrintable(state.name)) << number++;
    for (const ManyState &state : manyStates())
        QTest::newRow(qPrintable(QStringLiteral("many: ") + state.name)) << number++;
}

void SmallWindowsTest::canBeUsed()
{
    QFETCH(qsizetype, state);
    const Opened opened = openState(state);
    QDialog *dialog = opened.dialog;
    QVERIFY(dialog);
    SmallWindow::resizeByHand(dialog, SmallWindow::size);
    QTRY_COMPARE(dialog->size(), SmallWindow::size);
    QTRY_COMPARE(SmallWindow::faults(dialog).join(QStringLiteral("; ")), QString());
    delete dialog;
}

void SmallWindowsTest::showsWhatHasTheFocus()
{
    QFETCH(qsizetype, state);
    const Opened opened = openState(state);
    QDialog *dialog = opened.dialog;
    QVERIFY(dialog);
    SmallWindow::resizeByHand(dialog, SmallWindow::size);
    QTRY_COMPARE(SmallWindow::tabFaults(dialog).join(QStringLiteral("; ")), QString());
    delete dialog;
}

QTEST_MAIN(SmallWindowsTest)

#include "tst_smallwindows.moc"
