#include "ui/expirations/accessibleexpirationchart.h"

#include "ui/expirations/accessibleexpirationbar.h"
#include "ui/expirations/expirationchart.h"

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<ExpirationChart *>(object);
    return chart ? new AccessibleExpirationChart(chart) : nullptr;
}

} // namespace

AccessibleExpirationChart::AccessibleExpirationChart(QWidget *chart)
    : QAccessibleWidget(chart, QAccessible::Chart)
{
}

AccessibleExpirationChart::~AccessibleExpirationChart()
{
    for (const QAccessible::Id bar : m_bars)
        QAccessible::deleteAccessibleInterface(bar);
}

void AccessibleExpirationChart::install()
{
    QAccessible::installFactory(make);
}

ExpirationChart *AccessibleExpirationChart::chart() const
{
    return static_cast<ExpirationChart *>(widget());
}

int AccessibleExpirationChart::childCount() const
{
    return Expirations::weekTotal;
}

QAccessibleInterface *AccessibleExpirationChart::child(int index) const
{
    if (index < 0 || index >= Expirations::weekTotal)
        return nullptr;
    if (m_bars.empty()) {
        for (int week = 0; week < Expirations::weekTotal; ++week)
            m_bars.push_back(
                QAccessible::registerAccessibleInterface(new AccessibleExpirationBar(chart(), week)));
    }
    return QAccessible::accessibleInterface(m_bars[static_cast<size_t>(index)]);
}

int AccessibleExpirationChart::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *bar = dynamic_cast<const AccessibleExpirationBar *>(child);
    return bar ? bar->week() : -1;
}

QAccessibleInterface *AccessibleExpirationChart::childAt(int x, int y) const
{
    return child(chart()->weekAt(chart()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *AccessibleExpirationChart::focusChild() const
{
    return chart()->hasFocus() ? child(chart()->currentWeek()) : nullptr;
}
