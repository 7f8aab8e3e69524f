#pragma once

#include <QDate>
#include <QWidget>

class Button;
class DayGrid;
class TextLabel;

/// A calendar of one month with a month line of its own (name, two arrows), limited to the days allowed.
class MonthView final : public QWidget
{
    Q_OBJECT

public:
    explicit MonthView(QWidget *parent = nullptr);

    /// Days outside are disabled. An invalid @p last has no end.
    void setRange(const QDate &first, const QDate &last);
    QDate selectedDate() const;
    /// Shows its month; does not emit picked(). An invalid date leaves no day chosen.
    void setSelectedDate(const QDate &day);

Q_SIGNALS:
    /// By a click, or by Enter.
    void picked(const QDate &day);

private:
    void showPage(int year, int month);

    TextLabel *m_title;
    Button *m_previous;
    Button *m_next;
    DayGrid *m_days;
};
