#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class Button;
class DayGrid;
class TextLabel;

/// A calendar of one month with a month line of its own (name, two arrows), limited to the days allowed.
class MonthView final : public QWidget
{
    Q_OBJECT

public:
    explicit MonthView(QWidget *parent = nullptr);

    /// Days before @p first and after @p last are disabled; nothing after it without @p last.
    void setDates(const QDate &first, const std::optional<QDate> &last);
    QDate selectedDate() const;
    /// Shows its month; does not emit picked().
    void setSelectedDate(const QDate &day);

Q_SIGNALS:
    /// By a click, or by Enter.
    void picked(const QDate &day);

private:
    void refreshMonthLine();

    TextLabel *m_title;
    Button *m_previous;
    Button *m_next;
    DayGrid *m_days;
};
