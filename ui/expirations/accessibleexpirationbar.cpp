#include "ui/expirations/accessibleexpirationbar.h"

#include "ui/expirations/expirationchart.h"

AccessibleExpirationBar::AccessibleExpirationBar(ExpirationChart *chart, int week)
    : m_chart(chart)
    , m_week(week)
{
}

bool AccessibleExpirationBar::isValid() const
{
    return m_chart != nullptr;
}

QAccessibleInterface *AccessibleExpirationBar::parent() const
{
    return QAccessible::queryAccessibleInterface(m_chart);
}

QString AccessibleExpirationBar::text(QAccessible::Text kind) const
{
    return m_chart && kind == QAccessible::Name ? m_chart->nameOf(m_week) : QString();
}

QRect AccessibleExpirationBar::rect() const
{
    if (!m_chart)
        return {};
    const QRect column = m_chart->columnOf(m_week);
    return {m_chart->mapToGlobal(column.topLeft()), column.size()};
}

QAccessible::State AccessibleExpirationBar::state() const
{
    QAccessible::State state;
    state.checkable = true;
    if (!m_chart) {
        state.invalid = true;
        return state;
    }
    state.invisible = !m_chart->isVisible();
    state.disabled = !m_chart->canPress(m_week);
    state.checked = m_chart->chosenWeek() == m_week;
    state.focusable = true;
    state.focused = m_chart->hasFocus() && m_chart->currentWeek() == m_week;
    return state;
}

void *AccessibleExpirationBar::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleExpirationBar::actionNames() const
{
    return m_chart && m_chart->canPress(m_week) ? QStringList(pressAction()) : QStringList();
}

void AccessibleExpirationBar::doAction(const QString &actionName)
{
    if (m_chart && actionName == pressAction())
        m_chart->press(m_week);
}
