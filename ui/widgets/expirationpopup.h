#pragma once

#include "models/connections/connectionpolicy.h"
#include "ui/widgets/popupframe.h"

#include <QDateTime>

class DurationRow;
class MonthView;

/// What "Expires in" opens: the durations with their dates, "Custom date…", and beside them the calendar.
class ExpirationPopup final : public PopupFrame
{
    Q_OBJECT

public:
    explicit ExpirationPopup(QWidget *owner);

    /// @param now in UTC; the dates shown and the days of the calendar follow from it.
    void prepare(const ExpirationChoice &current, const ConnectionPolicy &policy, const QDateTime &now);

Q_SIGNALS:
    /// The popup has closed itself.
    void chosen(const ExpirationChoice &choice);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showCalendar(bool on);
    void choose(const ExpirationChoice &choice);

    QList<DurationRow *> m_rows;
    DurationRow *m_custom;
    QWidget *m_divider;
    MonthView *m_month;
};
