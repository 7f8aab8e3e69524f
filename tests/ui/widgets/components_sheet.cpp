// Shows every component in every state, or saves the picture:
//   QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] components_sheet --save sheet.png [--dark] [--contrast]
//   [--rtl]
#include "tests/support/fixedclock.h"
#include "tests/ui/widgets/sheet.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption save(QStringLiteral("save"), QStringLiteral("Save the picture and end."),
                                  QStringLiteral("file"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("The dark theme."));
    const QCommandLineOption contrast(QStringLiteral("contrast"), QStringLiteral("High contrast."));
    const QCommandLineOption rightToLeft(QStringLiteral("rtl"), QStringLiteral("Right to left."));
    parser.addOptions({save, dark, contrast, rightToLeft});
    parser.process(app);

    if (parser.isSet(rightToLeft))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    ConsoleStyle *style = ConsoleStyle::install(app);
    style->setTheme(parser.isSet(dark) ? Theme::Dark : Theme::Light);
    style->setHighContrast(parser.isSet(contrast));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
    Sheet sheet(clock);
    sheet.show();
    if (!parser.isSet(save))
        return QApplication::exec();
    QApplication::processEvents();
    return sheet.grab().save(parser.value(save)) ? 0 : 1;
}
