#include "ui/widgets/accessiblecountdown.h"

#include "ui/widgets/countdown.h"

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *countdown = qobject_cast<Countdown *>(object);
    return countdown ? new AccessibleCountdown(countdown) : nullptr;
}

} // namespace

AccessibleCountdown::AccessibleCountdown(QWidget *countdown)
    : QAccessibleWidget(countdown, QAccessible::StaticText)
{
}

void AccessibleCountdown::install()
{
    QAccessible::installFactory(make);
}

QString AccessibleCountdown::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Name)
        return static_cast<Countdown *>(widget())->sentence();
    return QAccessibleWidget::text(kind);
}
