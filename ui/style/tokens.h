#pragma once

#include "ui/style/theme.h"

#include <QColor>

/// The colours of the design by what they are for, not by what they look like.
enum class Token {
    Window,
    Raised,
    Side,
    Sunken,
    Hover,
    Pressed,
    Fill,
    Line,
    RowLine,
    Border,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    AccentText,
    Focus,
    Tint,
    TintStrong,
    Mark,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    WarnLine,
    Bad,
    BadTint,
    BadLine,
    BadFill,
    BadHover,
    DisabledText,
    DisabledFill,
    DisabledLine,
    Tip,
    TipText,
};

QColor color(Token token, Theme theme);

/// In the theme of this palette: `color(Token::Text2, palette())` inside a widget, `option.palette` inside a
/// delegate. Ask at paint time and do not keep the answer, then a change of theme needs no code.
QColor color(Token token, const QPalette &palette);
