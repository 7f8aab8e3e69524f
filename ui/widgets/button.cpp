#include "ui/widgets/button.h"

#include "ui/style/icons.h"

Button::Button(const QString &text, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent)
{
    setButtonKind(this, kind);
    setAutoDefault(false);
    if (!iconName.isEmpty())
        setIconName(iconName);
}

Button *Button::iconOnly(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new Button({}, ButtonKind::IconOnly, iconName, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void Button::setKind(ButtonKind kind)
{
    setButtonKind(this, kind);
}

void Button::setIconName(const QString &name)
{
    setIcon(name.isEmpty() ? QIcon() : Icons::icon(name));
}

void Button::setFoldIcon(bool isOpen)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setIconName(isOpen       ? QStringLiteral("chevron-down")
                : isMirrored ? QStringLiteral("chevron-left")
                             : QStringLiteral("chevron-right"));
}
