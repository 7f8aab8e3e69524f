#pragma once

#include "ui/style/controltraits.h"

#include <QPushButton>

/// A push button of one of the kinds of the design. Never the default button by itself: call setDefault(true)
/// on the one that Enter presses.
class Button : public QPushButton
{
    Q_OBJECT

public:
    /// @param iconName of Icons, or empty. The icon takes the colour of the text.
    Button(const QString &text, ButtonKind kind, const QString &iconName = {}, QWidget *parent = nullptr);

    /// 32 by 32, an icon alone. @p name is its accessible name and its tool tip.
    static Button *iconOnly(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    ButtonKind kind() const { return buttonKind(this); }
    void setKind(ButtonKind kind);
    void setIconName(const QString &name);
    /// For a button that folds something away: a chevron down while it is open, else to the trailing side.
    void setFoldIcon(bool isOpen);
};
