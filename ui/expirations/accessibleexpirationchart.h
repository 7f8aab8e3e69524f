#pragma once

#include <QAccessibleWidget>

#include <vector>

class ExpirationChart;

/// Tells of the chart as a chart whose children are its bars.
class AccessibleExpirationChart final : public QAccessibleWidget
{
public:
    explicit AccessibleExpirationChart(QWidget *chart);
    ~AccessibleExpirationChart() override;
    Q_DISABLE_COPY_MOVE(AccessibleExpirationChart)

    /// Once for the program; more often does nothing.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    ExpirationChart *chart() const;

    /// By week; made when somebody asks.
    mutable std::vector<QAccessible::Id> m_bars;
};
