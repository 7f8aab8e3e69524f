#pragma once

#include "ui/actions/consoleaction.h"

#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

/// The actions of the main window, each made once from the table. What they do is connected elsewhere.
class ConsoleActions final : public QObject
{
    Q_OBJECT

public:
    /// Gives @p window the shortcuts; it owns this object.
    explicit ConsoleActions(QWidget *window);

    QAction *of(ConsoleAction action) const { return m_actions.at(static_cast<int>(action)); }
    /// What may be chosen to happen: also for an action that a script or a screen reader triggers.
    void trigger(ConsoleAction action) const;

    /// @p reason is why it is not possible now, as a sentence; empty when it is possible.
    void setReasonAgainst(ConsoleAction action, const QString &reason);
    QString reasonAgainst(ConsoleAction action) const { return m_reasons.at(static_cast<int>(action)); }

    void fill(QMenuBar *bar) const;

private:
    QList<QAction *> m_actions;
    QStringList m_reasons;
};
