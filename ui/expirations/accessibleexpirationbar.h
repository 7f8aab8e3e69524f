#pragma once

#include <QAccessible>
#include <QPointer>

class ExpirationChart;

/// One week of the chart as a button that can be pressed.
class AccessibleExpirationBar final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleExpirationBar(ExpirationChart *chart, int week);

    int week() const { return m_week; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ExpirationChart> m_chart;
    int m_week;
};
