#pragma once

#include "ui/consoleparts.h"

#include <QWidget>

class EmptyState;

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

/// A page that only an Admin can use; for anybody else "Needs the Admin role" in its place, with who one is
/// signed in as. It comes back by itself as soon as the list can be read.
class AdminOnly final : public QWidget
{
    Q_OBJECT

public:
    /// @p page becomes this widget's child.
    AdminOnly(const ConsoleParts &parts, QWidget *page, QWidget *parent = nullptr);

Q_SIGNALS:
    void refreshRequested();
    void anotherTokenRequested();

private:
    void refresh();
    QWidget *makeRefusal();

    const ConsoleParts m_parts;
    QStackedLayout *m_stack;
    QWidget *m_page;
    /// Made when it is first wanted.
    QWidget *m_refusal = nullptr;
    EmptyState *m_state = nullptr;
};
