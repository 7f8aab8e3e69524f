#pragma once

#include <QString>
#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

/// How a push button looks. Kept in a dynamic property, so that ConsoleStyle needs no widget class of ours.
enum class ButtonKind {
    Plain,
    /// One in a window: what it is for.
    Primary,
    /// Only the "Yes" of a deletion.
    Destructive,
    /// Plain with the text in the bad colour: it only leads to a question.
    PlainBad,
    /// No edge.
    Quiet,
    /// As Quiet, in the colour of a link: in a strip, behind its sentence.
    Link,
    /// 32 by 32, an icon alone, with an accessible name.
    IconOnly,
};

void setButtonKind(QWidget *button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *button);

/// Gives a line edit (or a field of ours) the edge of an error.
void setInvalid(QWidget *field, bool invalid);
bool isInvalid(const QWidget *field);

/// A read-only field that is flat on its ground: no edge, no padding.
void setFlatField(QWidget *field, bool flat);
bool isFlatField(const QWidget *field);

/// A menu's action in the bad colour: "Delete", which leads to a question.
void setBadAction(QAction *action, bool bad);
bool isBadAction(const QAction *action);

/// Disables the action and writes @p reason under its words; an empty reason enables it again.
void setForbidden(QAction *action, const QString &reason);
QString forbiddenReason(const QAction *action);
