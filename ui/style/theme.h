#pragma once

#include <QPalette>

enum class Theme { Light, Dark, LightHighContrast, DarkHighContrast };

inline constexpr int themeTotal = 4;

/// Light or dark is judged by the lightness of the Window colour, high contrast by Window and ButtonText
/// being pure black and pure white. It is how a widget or a painter learns the current theme (from its own
/// palette), and how the desktop's theme is learned: Qt 6.4 has no colorScheme(), 6.5 has, and none tells of
/// contrast.
Theme themeOf(const QPalette &palette);

bool isDark(Theme theme);
bool isHighContrast(Theme theme);
/// As light or dark as @p theme, with high contrast or without.
Theme withContrast(Theme theme, bool high);
