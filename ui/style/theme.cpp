#include "ui/style/theme.h"

Theme themeOf(const QPalette &palette)
{
    const QRgb ground = palette.color(QPalette::Active, QPalette::Window).rgb();
    const QRgb ink = palette.color(QPalette::Active, QPalette::ButtonText).rgb();
    const QRgb black = qRgb(0, 0, 0);
    const QRgb white = qRgb(255, 255, 255);
    const bool isPure = (ground == black && ink == white) || (ground == white && ink == black);
    constexpr int half = 128;
    return withContrast(QColor(ground).lightness() < half ? Theme::Dark : Theme::Light, isPure);
}

bool isDark(Theme theme)
{
    return theme == Theme::Dark || theme == Theme::DarkHighContrast;
}

bool isHighContrast(Theme theme)
{
    return theme == Theme::LightHighContrast || theme == Theme::DarkHighContrast;
}

Theme withContrast(Theme theme, bool high)
{
    if (isDark(theme))
        return high ? Theme::DarkHighContrast : Theme::Dark;
    return high ? Theme::LightHighContrast : Theme::Light;
}
