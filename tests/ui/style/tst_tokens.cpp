#include "ui/style/consolepalette.h"
#include "ui/style/tokens.h"

#include <QTest>

#include <cmath>
#include <utility>

namespace {

/// WCAG 2.x, "relative luminance".
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair
{
    const char *name;
    Token ink;
    Token ground;
};

/// WCAG 2.2: AA (1.4.3 and 1.4.11), and where the desktop asks for high contrast AAA (1.4.6).
constexpr double textMinimum = 4.5;
constexpr double highTextMinimum = 7;
constexpr double boundaryMinimum = 3;
constexpr double highBoundaryMinimum = 4.5;

constexpr Theme themes[] = {Theme::Light, Theme::Dark, Theme::LightHighContrast, Theme::DarkHighContrast};

const Pair textPairs[] = {
    {"text on window", Token::Text, Token::Window},
    {"text on raised", Token::Text, Token::Raised},
    {"text on side", Token::Text, Token::Side},
    {"text on sunken", Token::Text, Token::Sunken},
    {"text on hover", Token::Text, Token::Hover},
    {"text on pressed", Token::Text, Token::Pressed},
    {"text on tint", Token::Text, Token::Tint},
    {"text on tintStrong", Token::Text, Token::TintStrong},
    {"text on fill", Token::Text, Token::Fill},
    {"text on mark", Token::Text, Token::Mark},
    {"text on okTint", Token::Text, Token::OkTint},
    {"text on warnTint", Token::Text, Token::WarnTint},
    {"text on badTint", Token::Text, Token::BadTint},
    {"text2 on window", Token::Text2, Token::Window},
    {"text2 on raised", Token::Text2, Token::Raised},
    {"text2 on side", Token::Text2, Token::Side},
    {"text2 on sunken", Token::Text2, Token::Sunken},
    {"text2 on fill", Token::Text2, Token::Fill},
    {"text2 on tint", Token::Text2, Token::Tint},
    {"text2 on tintStrong", Token::Text2, Token::TintStrong},
    {"text2 on hover", Token::Text2, Token::Hover},
    {"text2 on pressed", Token::Text2, Token::Pressed},
    {"text3 on window", Token::Text3, Token::Window},
    {"text3 on raised", Token::Text3, Token::Raised},
    {"text3 on hover", Token::Text3, Token::Hover},
    {"text3 on fill", Token::Text3, Token::Fill},
    {"accentText on window", Token::AccentText, Token::Window},
    {"accentText on raised", Token::AccentText, Token::Raised},
    {"accentText on fill", Token::AccentText, Token::Fill},
    {"accentText on pressed", Token::AccentText, Token::Pressed},
    {"accentText on sunken", Token::AccentText, Token::Sunken},
    {"accentText on tint", Token::AccentText, Token::Tint},
    {"accentText on tintStrong", Token::AccentText, Token::TintStrong},
    {"accentText on side", Token::AccentText, Token::Side},
    {"onAccent on accent", Token::OnAccent, Token::Accent},
    {"onAccent on accentHover", Token::OnAccent, Token::AccentHover},
    {"onAccent on accentPressed", Token::OnAccent, Token::AccentPressed},
    {"onAccent on badFill", Token::OnAccent, Token::BadFill},
    {"onAccent on badHover", Token::OnAccent, Token::BadHover},
    {"ok on window", Token::Ok, Token::Window},
    {"ok on sunken", Token::Ok, Token::Sunken},
    {"ok on okTint", Token::Ok, Token::OkTint},
    {"ok on tintStrong", Token::Ok, Token::TintStrong},
    {"warn on window", Token::Warn, Token::Window},
    {"warn on warnTint", Token::Warn, Token::WarnTint},
    {"warn on tint", Token::Warn, Token::Tint},
    {"warn on fill", Token::Warn, Token::Fill},
    {"warn on tintStrong", Token::Warn, Token::TintStrong},
    {"warn on hover", Token::Warn, Token::Hover},
    {"bad on window", Token::Bad, Token::Window},
    {"bad on sunken", Token::Bad, Token::Sunken},
    {"bad on badTint", Token::Bad, Token::BadTint},
    {"bad on tint", Token::Bad, Token::Tint},
    {"bad on tintStrong", Token::Bad, Token::TintStrong},
    {"bad on raised", Token::Bad, Token::Raised},
    {"bad on fill", Token::Bad, Token::Fill},
    {"tipText on tip", Token::TipText, Token::Tip},
};

const Pair boundaryPairs[] = {
    {"border on window", Token::Border, Token::Window},
    {"border on side", Token::Border, Token::Side},
    {"border on sunken", Token::Border, Token::Sunken},
    {"border on raised", Token::Border, Token::Raised},
    {"border on hover", Token::Border, Token::Hover},
    {"border on fill", Token::Border, Token::Fill},
    {"border on tint", Token::Border, Token::Tint},
    {"border on tintStrong", Token::Border, Token::TintStrong},
    {"border on badTint", Token::Border, Token::BadTint},
    {"focus on window", Token::Focus, Token::Window},
    {"focus on raised", Token::Focus, Token::Raised},
    {"focus on sunken", Token::Focus, Token::Sunken},
    {"focus on hover", Token::Focus, Token::Hover},
    {"focus on tint", Token::Focus, Token::Tint},
    {"focus on fill", Token::Focus, Token::Fill},
    {"focus on side", Token::Focus, Token::Side},
    {"focus on tintStrong", Token::Focus, Token::TintStrong},
    {"accent on window", Token::Accent, Token::Window},
    {"accent on sunken", Token::Accent, Token::Sunken},
    {"badLine on window", Token::BadLine, Token::Window},
    {"badLine on badTint", Token::BadLine, Token::BadTint},
    {"warnLine on window", Token::WarnLine, Token::Window},
    {"warnLine on warnTint", Token::WarnLine, Token::WarnTint},
    {"warnLine on hover", Token::WarnLine, Token::Hover},
    {"warnLine on tint", Token::WarnLine, Token::Tint},
    {"ok on window", Token::Ok, Token::Window},
    {"badFill on sunken", Token::BadFill, Token::Sunken},
};

} // namespace

class tst_Tokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairCanBeSeen_data();
    void everyPairCanBeSeen();
    void givesTheContrastsOfTheDesign_data();
    void givesTheContrastsOfTheDesign();
    void takesTheThemeFromThePalette_data();
    void takesTheThemeFromThePalette();
    void everyPaletteOfOursIsKnownAgain();
};

void tst_Tokens::everyPairCanBeSeen_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<double>("highMinimum");
    for (const Pair &pair : textPairs)
        QTest::newRow(pair.name) << pair.ink << pair.ground << textMinimum << highTextMinimum;
    for (const Pair &pair : boundaryPairs)
        QTest::addRow("boundary: %s", pair.name)
            << pair.ink << pair.ground << boundaryMinimum << highBoundaryMinimum;
}

void tst_Tokens::everyPairCanBeSeen()
{
    QFETCH(Token, ink);
    QFETCH(Token, ground);
    QFETCH(double, minimum);
    QFETCH(double, highMinimum);
    for (const Theme theme : themes) {
        const double found = contrast(color(ink, theme), color(ground, theme));
        const double wanted = isHighContrast(theme) ? highMinimum : minimum;
        QVERIFY2(found >= wanted, qPrintable(QString::number(found)));
    }
}

// Single figures of the design's list: they find a row that stands in the wrong place of the table.
void tst_Tokens::givesTheContrastsOfTheDesign_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    QTest::newRow("text on window") << Token::Text << Token::Window << 16.9 << 14.0;
    QTest::newRow("text2 on pressed") << Token::Text2 << Token::Pressed << 5.4 << 5.2;
    QTest::newRow("text3 on fill") << Token::Text3 << Token::Fill << 4.6 << 4.9;
    QTest::newRow("accentText on tint") << Token::AccentText << Token::Tint << 6.2 << 6.6;
    QTest::newRow("onAccent on accentHover") << Token::OnAccent << Token::AccentHover << 7.4 << 4.6;
    QTest::newRow("ok on okTint") << Token::Ok << Token::OkTint << 5.2 << 6.9;
    QTest::newRow("warn on warnTint") << Token::Warn << Token::WarnTint << 5.8 << 7.5;
    QTest::newRow("bad on badTint") << Token::Bad << Token::BadTint << 5.8 << 6.6;
    QTest::newRow("border on tintStrong") << Token::Border << Token::TintStrong << 3.0 << 3.1;
    QTest::newRow("badFill on sunken") << Token::BadFill << Token::Sunken << 5.3 << 3.1;
    QTest::newRow("tipText on tip") << Token::TipText << Token::Tip << 13.9 << 14.1;
}

void tst_Tokens::givesTheContrastsOfTheDesign()
{
    QFETCH(Token, ink);
    QFETCH(Token, ground);
    QFETCH(double, light);
    QFETCH(double, dark);
    const auto rounded = [&](Theme theme) {
        return std::round(contrast(color(ink, theme), color(ground, theme)) * 10) / 10;
    };
    // The design rounds some figures down: one in the last place is not a different colour.
    QVERIFY2(std::abs(rounded(Theme::Light) - light) < 0.11,
             qPrintable(QString::number(rounded(Theme::Light))));
    QVERIFY2(std::abs(rounded(Theme::Dark) - dark) < 0.11, qPrintable(QString::number(rounded(Theme::Dark))));
}

void tst_Tokens::takesTheThemeFromThePalette_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<Theme>("theme");
    const QColor black(0, 0, 0);
    const QColor white(255, 255, 255);
    QTest::newRow("a light desktop") << QColor(0xEF, 0xEF, 0xEF) << black << Theme::Light;
    QTest::newRow("a white one with dark letters") << white << QColor(0x1A, 0x1D, 0x24) << Theme::Light;
    QTest::newRow("a dark one") << QColor(0x1B, 0x1E, 0x23) << white << Theme::Dark;
    QTest::newRow("black with grey letters") << black << QColor(0xEE, 0xEE, 0xEE) << Theme::Dark;
    QTest::newRow("black on white") << white << black << Theme::LightHighContrast;
    QTest::newRow("white on black") << black << white << Theme::DarkHighContrast;
}

void tst_Tokens::takesTheThemeFromThePalette()
{
    QFETCH(QColor, ground);
    QFETCH(QColor, ink);
    QFETCH(Theme, theme);
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::ButtonText, ink);
    QCOMPARE(themeOf(palette), theme);
    QCOMPARE(color(Token::Text, palette), color(Token::Text, theme));
}

// Widgets and painters learn the theme from the palette alone.
void tst_Tokens::everyPaletteOfOursIsKnownAgain()
{
    for (const Theme theme : themes)
        QCOMPARE(themeOf(consolePalette(theme)), theme);
}

QTEST_GUILESS_MAIN(tst_Tokens)

#include "tst_tokens.moc"
