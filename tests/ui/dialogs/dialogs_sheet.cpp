// Shows a dialog in one of its states, or saves the pictures of all of them:
//   dialogs_sheet 05-token-fresh
//   QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] dialogs_sheet --save FOLDER [--dark]
// or names the texts that are cut off, at the natural and at the least size, under a pseudo-translation:
//   APONO_CONSOLE_TRANSLATION=PSEUDO.qm QT_QPA_PLATFORM=offscreen dialogs_sheet --fit
#include "tests/ui/dialogs/dialogstates.h"
#include "tests/ui/fit/cutoffs.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QTest>

#include <cstdio>

namespace {

/// The dialog with the popups that are open over it.
QPixmap picture(QDialog *dialog)
{
    QPixmap base = dialog->grab();
    QRect whole(QPoint(), dialog->size());
    QList<QWidget *> popups;
    for (QWidget *child : dialog->findChildren<QWidget *>()) {
        if (child->windowType() == Qt::Popup && child->isVisible()) {
            popups.append(child);
            whole |= QRect(dialog->mapFromGlobal(child->pos()), child->size());
        }
    }
    QPixmap result(whole.size() * base.devicePixelRatio());
    result.setDevicePixelRatio(base.devicePixelRatio());
    result.fill(Qt::gray);
    QPainter painter(&result);
    painter.drawPixmap(-whole.topLeft(), base);
    for (QWidget *popup : popups)
        painter.drawPixmap(dialog->mapFromGlobal(popup->pos()) - whole.topLeft(), popup->grab());
    return result;
}

bool save(const DialogState &state, const QDir &folder)
{
    DialogParts parts;
    parts.loadList();
    QDialog *dialog = state.open(parts);
    // New rows are shown, and the dialog fitted to them, only as the event loop comes round.
    QTest::qWait(200);
    return picture(dialog).save(folder.filePath(state.name + QStringLiteral(".png")));
}

int cutOffsOf(const DialogState &state)
{
    DialogParts parts;
    parts.loadList();
    return nameCutOffsAtBothSizes(state.open(parts), state.name);
}

int show(const QString &name)
{
    for (const DialogState &state : dialogStates()) {
        if (state.name != name)
            continue;
        DialogParts parts;
        parts.loadList();
        QObject::connect(state.open(parts), &QDialog::finished, qApp, &QCoreApplication::quit);
        return QApplication::exec();
    }
    for (const DialogState &state : dialogStates())
        std::puts(qPrintable(state.name));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    // That of the pictures.
    qputenv("TZ", "Europe/Berlin");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption saveTo(QStringLiteral("save"), QStringLiteral("Save all pictures and end."),
                                    QStringLiteral("folder"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("The dark theme."));
    const QCommandLineOption rightToLeft(QStringLiteral("rtl"), QStringLiteral("Right to left."));
    const QCommandLineOption fit(QStringLiteral("fit"), QStringLiteral("Name the texts that are cut off."));
    parser.addOptions({saveTo, dark, rightToLeft, fit});
    parser.addPositionalArgument(QStringLiteral("state"), QStringLiteral("The state to show."));
    parser.process(app);

    if (parser.isSet(rightToLeft))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    ConsoleStyle::install(app)->setTheme(parser.isSet(dark) ? Theme::Dark : Theme::Light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (parser.isSet(fit)) {
        QApplication::setQuitOnLastWindowClosed(false);
        int found = 0;
        for (const DialogState &state : dialogStates())
            found += cutOffsOf(state);
        return found == 0 ? 0 : 1;
    }
    if (!parser.isSet(saveTo))
        return show(parser.positionalArguments().value(0));
    QApplication::setQuitOnLastWindowClosed(false);
    const QDir folder(parser.value(saveTo));
    for (const DialogState &state : dialogStates()) {
        if (!save(state, folder))
            return 1;
    }
    return 0;
}
