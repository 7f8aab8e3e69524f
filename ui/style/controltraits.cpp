#include "ui/style/controltraits.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QVariant>
#include <QWidget>

namespace {

constexpr char kindProperty[] = "consoleButtonKind";
constexpr char invalidProperty[] = "consoleInvalid";
constexpr char flatFieldProperty[] = "consoleFlatField";
constexpr char badActionProperty[] = "consoleBadAction";
constexpr char reasonProperty[] = "consoleReason";

void set(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    // A button keeps its size hint until it is told of another style.
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &change);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setButtonKind(QWidget *button, ButtonKind kind)
{
    set(button, kindProperty, static_cast<int>(kind));
}

ButtonKind buttonKind(const QWidget *button)
{
    return button ? static_cast<ButtonKind>(button->property(kindProperty).toInt()) : ButtonKind::Plain;
}

void setInvalid(QWidget *field, bool invalid)
{
    set(field, invalidProperty, invalid);
}

bool isInvalid(const QWidget *field)
{
    return field && field->property(invalidProperty).toBool();
}

void setFlatField(QWidget *field, bool flat)
{
    set(field, flatFieldProperty, flat);
}

bool isFlatField(const QWidget *field)
{
    return field && field->property(flatFieldProperty).toBool();
}

void setBadAction(QAction *action, bool bad)
{
    action->setProperty(badActionProperty, bad);
}

bool isBadAction(const QAction *action)
{
    return action && action->property(badActionProperty).toBool();
}

void setForbidden(QAction *action, const QString &reason)
{
    action->setProperty(reasonProperty, reason);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason);
}

QString forbiddenReason(const QAction *action)
{
    return action ? action->property(reasonProperty).toString() : QString();
}
