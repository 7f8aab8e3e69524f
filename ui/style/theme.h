#pragma once

#include <QPalette>

enum class Theme { Light, Dark };

/// Judged by the lightness of the Window colour. It is how a widget or a painter learns the current theme
/// (from its own palette), and how the desktop's theme is learned: Qt 6.4 has no colorScheme(), 6.5 has.
Theme themeOf(const QPalette &palette);
