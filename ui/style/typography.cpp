#include "ui/style/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace {

constexpr int leastPixels = 12;
constexpr int fallbackBodyPixels = 13;

struct Measure
{
    double times;
    QFont::Weight weight;
};

Measure measure(TextStyle style)
{
    switch (style) {
    case TextStyle::Welcome:
        return {24.0 / 13, QFont::DemiBold};
    case TextStyle::PageTitle:
        return {1.54, QFont::DemiBold};
    case TextStyle::DialogTitle:
        return {1.23, QFont::DemiBold};
    case TextStyle::Group:
        return {1.08, QFont::DemiBold};
    case TextStyle::Label:
        return {1, QFont::Medium};
    case TextStyle::Strong:
        return {1, QFont::DemiBold};
    case TextStyle::Caption:
        return {0.92, QFont::Normal};
    case TextStyle::ColumnHead:
        return {0.92, QFont::Medium};
    case TextStyle::Body:
    case TextStyle::Fixed:
        break;
    }
    return {1, QFont::Normal};
}

} // namespace

QFont font(TextStyle style)
{
    const QFont body = QApplication::font();
    QFont result = style == TextStyle::Fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : body;
    const auto [times, weight] = measure(style);
    const int bodyPixels = QFontInfo(body).pixelSize();
    result.setPixelSize(std::max(leastPixels, static_cast<int>(std::lround(bodyPixels * times))));
    result.setWeight(weight);
    return result;
}

QFont applicationFont(const QFont &desktopFont)
{
    // What Qt falls back to where no platform theme names a font.
    const bool named = desktopFont.family() != QLatin1String("Sans Serif");
    if (named)
        return desktopFont;
    QFont result = desktopFont;
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter))
        result.setFamilies({inter});
    result.setPixelSize(fallbackBodyPixels);
    return result;
}
