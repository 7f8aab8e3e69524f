#include "tests/ui/support/accessiblewalk.h"
#include "ui/actions/consoleaction.h"
#include "ui/actions/shortcutsdialog.h"
#include "ui/style/literaltext.h"
#include "ui/widgets/valuefield.h"

#include <QTest>

namespace {

/// "name: value", as a screen reader would tell them.
QStringList lines(const QWidget &dialog)
{
    QStringList result;
    for (const ValueField *field : dialog.findChildren<ValueField *>())
        result.append(field->accessibleName() + QStringLiteral(": ") + field->text());
    return result;
}

} // namespace

class tst_ShortcutsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryShortcutOfTheTable();
    void everyLineHasANameOfItsOwn();
    void canBeMadeSmall();
};

void tst_ShortcutsDialog::tellsEveryShortcutOfTheTable()
{
    QWidget window;
    auto *dialog = new ShortcutsDialog(&window);
    const QStringList told = lines(*dialog);
    for (const ConsoleActionInfo &info : consoleActionTable()) {
        if (info.shortcut.isEmpty())
            continue;
        const QString line =
            plainText(info.text()) + QStringLiteral(": ") + info.shortcut.toString(QKeySequence::NativeText);
        QVERIFY2(told.contains(line), qPrintable(line));
    }
    QVERIFY(told.contains(QStringLiteral("New Service Account: Ctrl+N")));
}

void tst_ShortcutsDialog::everyLineHasANameOfItsOwn()
{
    QWidget window;
    auto *dialog = new ShortcutsDialog(&window);
    dialog->open();
    QCOMPARE(AccessibleWalk::unclear(dialog), QStringList());
    QVERIFY(AccessibleWalk::controls(dialog).contains(QStringLiteral("EditableText: Command Palette")));
}

void tst_ShortcutsDialog::canBeMadeSmall()
{
    QWidget window;
    auto *dialog = new ShortcutsDialog(&window);
    dialog->open();
    dialog->resize(640, 400);
    QCOMPARE(dialog->size(), QSize(640, 400));
}

QTEST_MAIN(tst_ShortcutsDialog)
#include "tst_shortcutsdialog.moc"
