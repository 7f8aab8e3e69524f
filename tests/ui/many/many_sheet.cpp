// Saves the pictures of the dialogs for many in their states:
//   QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] many_sheet FOLDER [--dark] [-reverse]
// or names the texts that are cut off, at the natural and at the least size, under a pseudo-translation:
//   APONO_CONSOLE_TRANSLATION=PSEUDO.qm QT_QPA_PLATFORM=offscreen many_sheet --fit
#include "tests/ui/fit/cutoffs.h"
#include "tests/ui/many/manystates.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

int cutOffsOf(const ManyState &state)
{
    ManyParts parts;
    return nameCutOffsAtBothSizes(state.open(parts), state.name);
}

bool save(const ManyState &state, const QDir &folder)
{
    ManyParts parts;
    QDialog *dialog = state.open(parts);
    // New rows are shown, and the dialog fitted to them, only as the event loop comes round.
    QTest::qWait(200);
    return dialog->grab().save(folder.filePath(state.name + u".png"_s));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = app.arguments();
    ConsoleStyle::install(app)->setTheme(arguments.contains(u"--dark"_s) ? Theme::Dark : Theme::Light);
    const bool onlyFit = arguments.contains(u"--fit"_s);
    int found = 0;
    for (const ManyState &state : manyStates()) {
        if (onlyFit)
            found += cutOffsOf(state);
        else if (!save(state, QDir(arguments.value(1))))
            return 1;
    }
    return found == 0 ? 0 : 1;
}
