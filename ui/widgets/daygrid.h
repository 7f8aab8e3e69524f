#pragma once

#include <QCalendarWidget>

/// The days of one month, without Qt's navigation bar.
class DayGrid final : public QCalendarWidget
{
    Q_OBJECT

public:
    explicit DayGrid(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    void changeEvent(QEvent *event) override;

private:
    /// The colours of the head row, which Qt paints by the palette and by text formats.
    void refresh();

    bool m_refreshing = false;
};
