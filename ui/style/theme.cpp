#include "ui/style/theme.h"

Theme themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}
