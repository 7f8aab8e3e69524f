#include "ui/style/tokens.h"

#include <iterator>

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

// In the order of the enumeration; the test of the contrasts would fail if a row were in the wrong place.
constexpr Shades table[] = {
    {0xFFFFFF, 0x1B1E23}, // Window
    {0xFFFFFF, 0x24282F}, // Raised
    {0xF4F5F8, 0x15171B}, // Side
    {0xF6F7F9, 0x1F2228}, // Sunken
    {0xF5F6F8, 0x22262C}, // Hover
    {0xE4E7EC, 0x343A44}, // Pressed
    {0xECEEF2, 0x2E333B}, // Fill
    {0xE3E6EB, 0x30343C}, // Line
    {0xEEF0F3, 0x272B31}, // RowLine
    {0x7B8392, 0x7E8796}, // Border
    {0x1A1D24, 0xE9EBEF}, // Text
    {0x555D6B, 0xA9B0BC}, // Text2
    {0x636B79, 0x9AA1AE}, // Text3
    {0x2A5BD7, 0x3A67E0}, // Accent
    {0x234DB8, 0x406EE5}, // AccentHover
    {0x1C3F98, 0x2F59C8}, // AccentPressed
    {0xFFFFFF, 0xFFFFFF}, // OnAccent
    {0x2450C0, 0x94B4FF}, // AccentText
    {0x2A5BD7, 0x6F95F5}, // Focus
    {0xEAF0FD, 0x232E48}, // Tint
    {0xDCE6FC, 0x2A3A60}, // TintStrong
    {0xDFE8FC, 0x2C3D63}, // Mark
    {0x17733F, 0x63CE93}, // Ok
    {0xE7F5EC, 0x1D3328}, // OkTint
    {0x855400, 0xEBBB5F}, // Warn
    {0xFDF3DB, 0x372E1A}, // WarnTint
    {0xB27A16, 0xB98B33}, // WarnLine
    {0xB42318, 0xFF9389}, // Bad
    {0xFDEEEC, 0x3D2422}, // BadTint
    {0xD0463B, 0xE0685D}, // BadLine
    {0xC32B1F, 0xC9382C}, // BadFill
    {0xA62217, 0xD04337}, // BadHover
    {0x8B929E, 0x737B88}, // DisabledText
    {0xF1F2F5, 0x24272D}, // DisabledFill
    {0xD5D9E0, 0x363B44}, // DisabledLine
    {0x22262E, 0xE9EBEF}, // Tip
    {0xF4F5F8, 0x1A1D24}, // TipText
};

static_assert(std::size(table) == static_cast<size_t>(Token::TipText) + 1);

} // namespace

QColor color(Token token, Theme theme)
{
    const Shades &shades = table[static_cast<size_t>(token)];
    return QColor::fromRgb(theme == Theme::Dark ? shades.dark : shades.light);
}

QColor color(Token token, const QPalette &palette)
{
    return color(token, themeOf(palette));
}
