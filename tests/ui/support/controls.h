#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

/// Finds controls as a screen reader does: by the name that is visible.
namespace Controls {

QString name(const QWidget *widget);
QString description(const QWidget *widget);

/// The visible controls of @p window that can have the focus, in no order; popups and other windows left out.
QList<QWidget *> all(const QWidget *window);
/// The names that occur more than once among them.
QStringList repeatedNames(const QWidget *window);

QWidget *find(const QWidget *window, const QString &name);
/// The visible control of that name; fails the program when there is none, or of another class.
template <class T>
T *get(const QWidget *window, const QString &name)
{
    auto *found = qobject_cast<T *>(find(window, name));
    if (!found)
        qFatal("There is no such control: %s", qPrintable(name));
    return found;
}

/// Whether one of the visible labels of @p window has this text.
bool says(const QWidget *window, const QString &text);
/// Of the visible labels, for messages of failing tests.
QStringList texts(const QWidget *window);

/// The open dialog over @p parent that has a button of this name; nullptr when there is none.
QWidget *questionWith(const QWidget *parent, const QString &button);
void press(const QWidget *window, const QString &button);

/// Presses the check box @p role of the list under the Role field, and closes the list.
void toggleRole(const QWidget *window, const QString &role);

} // namespace Controls
