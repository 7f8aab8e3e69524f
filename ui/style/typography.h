#pragma once

#include <QFont>

/// The sizes follow the body size; caption and column head are never smaller than 12 px.
enum class TextStyle {
    Welcome,
    PageTitle,
    DialogTitle,
    Group,
    Body,
    /// Labels, names and buttons: body at weight 500.
    Label,
    /// Text of a primary button, title of a banner: body at weight 600.
    Strong,
    Caption,
    ColumnHead,
    /// Tokens and snippets.
    Fixed,
};

/// Derived from QApplication::font(). A change of the desktop's font arrives as
/// QEvent::ApplicationFontChange.
QFont font(TextStyle style);

/// What the application's font has to be: @p desktopFont where the platform's theme names one, else Inter at
/// 13 px if it is installed, else the fallback at 13 px.
QFont applicationFont(const QFont &desktopFont);
