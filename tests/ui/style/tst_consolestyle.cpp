#include "ui/style/consolestyle.h"
#include "ui/style/controltraits.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QFontInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

class tst_ConsoleStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void setsThePaletteOfTheTheme_data();
    void setsThePaletteOfTheTheme();
    void givesDisabledTextsAColourOfTheirOwn();
    void reachesAnOpenWindow();
    void followsTheDesktopToHighContrastInEveryTheme();
    void showsTheFocusMoreInHighContrast();
    void isNotAnimated();
    void makesControlsAsHighAsTheDesign();
    void givesAFieldWithAnErrorAnotherEdge();
    void paintsIconsInTheColoursOfTheTheme();
    void paintsIconsAtThePixelRatio_data();
    void paintsIconsAtThePixelRatio();
    void knowsEveryIconThatItNames();
    void neverGoesUnderTwelvePixels();

private:
    ConsoleStyle *m_style = nullptr;
};

namespace {

/// The colour of most pixels that are not see-through.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

} // namespace

void tst_ConsoleStyle::initTestCase()
{
    m_style = ConsoleStyle::install(*qApp);
}

void tst_ConsoleStyle::init()
{
    m_style->setTheme(Theme::Light);
}

void tst_ConsoleStyle::setsThePaletteOfTheTheme_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("light, high contrast") << Theme::LightHighContrast;
    QTest::newRow("dark, high contrast") << Theme::DarkHighContrast;
}

void tst_ConsoleStyle::setsThePaletteOfTheTheme()
{
    QFETCH(Theme, theme);
    m_style->setTheme(isDark(theme) ? Theme::Light : Theme::Dark);
    QSignalSpy changed(m_style, &ConsoleStyle::themeChanged);
    m_style->setTheme(theme);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_style->theme(), theme);
    const QPalette palette = QApplication::palette();
    QCOMPARE(themeOf(palette), theme);
    QCOMPARE(palette.color(QPalette::Window), color(Token::Window, theme));
    QCOMPARE(palette.color(QPalette::PlaceholderText), color(Token::Text3, theme));
}

void tst_ConsoleStyle::givesDisabledTextsAColourOfTheirOwn()
{
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        QCOMPARE(QApplication::palette().color(QPalette::Disabled, role),
                 color(Token::DisabledText, Theme::Light));
}

void tst_ConsoleStyle::reachesAnOpenWindow()
{
    QWidget window;
    window.resize(40, 40);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.grab().toImage().pixelColor(20, 20), color(Token::Window, Theme::Light));
    m_style->setTheme(Theme::Dark);
    QTRY_COMPARE(window.grab().toImage().pixelColor(20, 20), color(Token::Window, Theme::Dark));
}

void tst_ConsoleStyle::followsTheDesktopToHighContrastInEveryTheme()
{
    const QIcon icon = Icons::icon(QStringLiteral("trash-2"), Token::Bad);
    m_style->setHighContrast(true);
    QCOMPARE(m_style->theme(), Theme::LightHighContrast);
    QCOMPARE(inkOf(icon.pixmap(32)), color(Token::Bad, Theme::LightHighContrast));
    m_style->setTheme(Theme::Dark);
    QCOMPARE(m_style->theme(), Theme::DarkHighContrast);
    QCOMPARE(inkOf(icon.pixmap(32)), color(Token::Bad, Theme::DarkHighContrast));
    m_style->setHighContrast(false);
    QCOMPARE(m_style->theme(), Theme::Dark);
}

void tst_ConsoleStyle::showsTheFocusMoreInHighContrast()
{
    QLineEdit edit;
    edit.resize(200, 32);
    edit.show();
    edit.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    const auto hasEdgeAt = [&edit](int depth) {
        return edit.grab().toImage().pixelColor(100, depth) == color(Token::Focus, edit.palette());
    };
    QTRY_VERIFY(hasEdgeAt(1));
    QVERIFY(!hasEdgeAt(2));
    m_style->setTheme(Theme::LightHighContrast);
    QTRY_VERIFY(hasEdgeAt(2));
}

void tst_ConsoleStyle::isNotAnimated()
{
    QCOMPARE(m_style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr), 0);
}

void tst_ConsoleStyle::makesControlsAsHighAsTheDesign()
{
    QPushButton button(QStringLiteral("Cancel"));
    QCOMPARE(button.sizeHint().height(), Metrics::controlHeight);
    QLineEdit field;
    QCOMPARE(field.sizeHint().height(), Metrics::controlHeight);
    setButtonKind(&button, ButtonKind::IconOnly);
    QCOMPARE(button.sizeHint(), QSize(Metrics::controlHeight, Metrics::controlHeight));
}

void tst_ConsoleStyle::givesAFieldWithAnErrorAnotherEdge()
{
    QLineEdit field;
    field.resize(100, Metrics::controlHeight);
    const auto edge = [&field] { return field.grab().toImage().pixelColor(50, 0); };
    QCOMPARE(edge(), color(Token::Border, Theme::Light));
    setInvalid(&field, true);
    QCOMPARE(edge(), color(Token::BadLine, Theme::Light));
    setInvalid(&field, false);
    QCOMPARE(edge(), color(Token::Border, Theme::Light));
}

void tst_ConsoleStyle::paintsIconsInTheColoursOfTheTheme()
{
    const QIcon icon = Icons::icon(QStringLiteral("check"), Token::Bad);
    QCOMPARE(icon.name(), QStringLiteral("check"));
    QCOMPARE(inkOf(icon.pixmap(32)), color(Token::Bad, Theme::Light));
    QCOMPARE(inkOf(icon.pixmap(32, QIcon::Disabled)), color(Token::DisabledText, Theme::Light));
    m_style->setTheme(Theme::Dark);
    QCOMPARE(inkOf(icon.pixmap(32)), color(Token::Bad, Theme::Dark));
}

void tst_ConsoleStyle::paintsIconsAtThePixelRatio_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("devicePixels");
    QTest::newRow("100 %") << 1.0 << 16;
    QTest::newRow("125 %") << 1.25 << 20;
    QTest::newRow("150 %") << 1.5 << 24;
    QTest::newRow("200 %") << 2.0 << 32;
}

void tst_ConsoleStyle::paintsIconsAtThePixelRatio()
{
    QFETCH(double, ratio);
    QFETCH(int, devicePixels);
    const QPixmap pixmap = Icons::pixmap(QStringLiteral("check"), Qt::black, 16, ratio);
    QCOMPARE(pixmap.width(), devicePixels);
    QCOMPARE(pixmap.devicePixelRatio(), ratio);
}

void tst_ConsoleStyle::knowsEveryIconThatItNames()
{
    for (const char *name : {"check", "chevron-down", "chevron-left", "chevron-right", "arrow-up",
                             "arrow-down", "x", "search", "eye", "eye-off", "calendar-clock", "circle-alert",
                             "circle-check", "circle-help", "shield-alert", "info", "triangle-alert"})
        QVERIFY2(!Icons::pixmap(QString::fromLatin1(name), Qt::black, 16, 1).isNull(), name);
    QVERIFY(Icons::pixmap(QStringLiteral("no such icon"), Qt::black, 16, 1).isNull());
    QVERIFY(!Icons::programIcon().pixmap(64).isNull());
}

void tst_ConsoleStyle::neverGoesUnderTwelvePixels()
{
    QFont tiny = QApplication::font();
    const QFont before = tiny;
    tiny.setPixelSize(10);
    QApplication::setFont(tiny);
    QCOMPARE(font(TextStyle::Caption).pixelSize(), 12);
    QCOMPARE(font(TextStyle::ColumnHead).pixelSize(), 12);
    QApplication::setFont(before);
    const int body = QFontInfo(before).pixelSize();
    QCOMPARE(font(TextStyle::PageTitle).pixelSize(), qRound(body * 1.54));
}

QTEST_MAIN(tst_ConsoleStyle)

#include "tst_consolestyle.moc"
