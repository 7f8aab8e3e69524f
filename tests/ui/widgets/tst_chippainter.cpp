#include "ui/style/consolestyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/chippainter.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

namespace {

const QStringList &fourRoles()
{
    static const QStringList roles = {QStringLiteral("Admin"), QStringLiteral("Power User"),
                                      QStringLiteral("Deployment"), QStringLiteral("Viewer")};
    return roles;
}

QImage painted(const QStringList &roles, int width, Qt::LayoutDirection direction)
{
    QImage image(width, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    ChipPainter().paintRow(&painter, image.rect(), roles, {}, QApplication::palette(), direction);
    return image;
}

} // namespace

class tst_ChipPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsThemAllWhereThereIsRoom();
    void countsWhatDoesNotFit();
    void alwaysShowsTheFirstByName();
    void makesRoomForTheShieldOfAdmin();
    void beginsAtTheLeadingEdge();
    void marksWhatIsSearchedFor();
};

void tst_ChipPainter::initTestCase()
{
    ConsoleStyle::install(*qApp)->setTheme(Theme::Light);
}

void tst_ChipPainter::showsThemAllWhereThereIsRoom()
{
    const ChipPainter painter;
    QCOMPARE(painter.fitting(fourRoles(), painter.rowWidth(fourRoles())), 4);
    QCOMPARE(painter.fitting({}, 100), 0);
}

void tst_ChipPainter::countsWhatDoesNotFit()
{
    const ChipPainter painter;
    QCOMPARE(painter.fitting(fourRoles(), painter.rowWidth(fourRoles()) - 1), 3);
    const int two = painter.rowWidth({fourRoles().at(0), fourRoles().at(1), QStringLiteral("+2")});
    QCOMPARE(painter.fitting(fourRoles(), two), 2);
    // Without the room for "+3" the second one gives way to it.
    QCOMPARE(painter.fitting(fourRoles(), two - 1), 1);
}

void tst_ChipPainter::alwaysShowsTheFirstByName()
{
    QCOMPARE(ChipPainter().fitting(fourRoles(), 10), 1);
}

void tst_ChipPainter::makesRoomForTheShieldOfAdmin()
{
    const ChipPainter painter;
    const int letters = QFontMetrics(font(TextStyle::ColumnHead)).horizontalAdvance(QStringLiteral("Admin"));
    const int viewer = QFontMetrics(font(TextStyle::ColumnHead)).horizontalAdvance(QStringLiteral("Viewer"));
    const int shield = (painter.width(QStringLiteral("Admin")) - letters) -
                       (painter.width(QStringLiteral("Viewer")) - viewer);
    QCOMPARE(shield, 16);
}

void tst_ChipPainter::beginsAtTheLeadingEdge()
{
    const QColor ground = color(Token::Fill, Theme::Light);
    const QStringList one = {QStringLiteral("Viewer")};
    const QImage leftToRight = painted(one, 200, Qt::LeftToRight);
    QCOMPARE(leftToRight.pixelColor(4, 10), ground);
    QCOMPARE(leftToRight.pixelColor(195, 10), QColor(Qt::white));
    const QImage rightToLeft = painted(one, 200, Qt::RightToLeft);
    QCOMPARE(rightToLeft.pixelColor(195, 10), ground);
    QCOMPARE(rightToLeft.pixelColor(4, 10), QColor(Qt::white));
}

void tst_ChipPainter::marksWhatIsSearchedFor()
{
    const auto hasMark = [](const QString &searched) {
        ChipPainter::Look look;
        look.searched = {searched};
        QImage image(200, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        ChipPainter().paintRow(&painter, image.rect(), {QStringLiteral("Viewer")}, look,
                               QApplication::palette(), Qt::LeftToRight);
        const QColor mark = color(Token::Mark, Theme::Light);
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, 3) == mark)
                return true;
        }
        return false;
    };
    QVERIFY(hasMark(QStringLiteral("view")));
    QVERIFY(!hasMark(QStringLiteral("admin")));
}

QTEST_MAIN(tst_ChipPainter)

#include "tst_chippainter.moc"
