#include "tests/ui/support/controls.h"

#include "ui/widgets/rolefield.h"
#include "ui/widgets/roleoption.h"
#include "ui/widgets/rolespopup.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QRegularExpression>

namespace {

/// What a pseudo-translated text was made of: the states of the dialogs are told in English.
QString asWritten(const QString &shown)
{
    static const QRegularExpression pseudo(QStringLiteral("^\\[(.*) [~ ]+\\]$"));
    const QRegularExpressionMatch match = pseudo.match(shown);
    if (!match.hasMatch())
        return shown;
    QString letters = match.captured(1).normalized(QString::NormalizationForm_D);
    letters.removeIf([](QChar letter) { return letter.category() == QChar::Mark_NonSpacing; });
    return letters;
}

QString told(const QWidget *widget, QAccessible::Text what)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return accessible ? asWritten(accessible->text(what)) : QString();
}

bool isControlOf(const QWidget *widget, const QWidget *window)
{
    return widget->window() == window && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus;
}

} // namespace

QString Controls::name(const QWidget *widget)
{
    return told(widget, QAccessible::Name);
}

QString Controls::description(const QWidget *widget)
{
    return told(widget, QAccessible::Description);
}

QList<QWidget *> Controls::all(const QWidget *window)
{
    QList<QWidget *> result;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (isControlOf(widget, window))
            result.append(widget);
    }
    return result;
}

QStringList Controls::repeatedNames(const QWidget *window)
{
    QStringList seen;
    QStringList repeated;
    for (const QWidget *widget : all(window)) {
        if (seen.contains(name(widget)))
            repeated.append(name(widget));
        seen.append(name(widget));
    }
    return repeated;
}

QWidget *Controls::find(const QWidget *window, const QString &wanted)
{
    for (QWidget *widget : all(window)) {
        if (name(widget) == wanted)
            return widget;
    }
    return nullptr;
}

QStringList Controls::texts(const QWidget *window)
{
    QStringList result;
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (label->window() == window && label->isVisible())
            result.append(asWritten(label->text()));
    }
    return result;
}

bool Controls::says(const QWidget *window, const QString &text)
{
    return texts(window).contains(text);
}

QWidget *Controls::questionWith(const QWidget *parent, const QString &button)
{
    for (QDialog *dialog : parent->findChildren<QDialog *>()) {
        if (dialog->isVisible() && find(dialog, button))
            return dialog;
    }
    return nullptr;
}

void Controls::press(const QWidget *window, const QString &button)
{
    get<QAbstractButton>(window, button)->click();
}

void Controls::toggleRole(const QWidget *window, const QString &role)
{
    auto *field = get<RoleField>(window, QStringLiteral("Role"));
    field->openList();
    auto *popup = field->findChild<RolesPopup *>();
    for (RoleOption *option : popup->findChildren<RoleOption *>()) {
        if (option->role().name == role)
            option->click();
    }
    popup->close();
}
