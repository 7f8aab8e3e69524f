#include "ui/widgets/monthview.h"

#include "ui/widgets/button.h"
#include "ui/widgets/daygrid.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

MonthView::MonthView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel({}, TextStyle::Strong))
    , m_previous(nullptr)
    , m_next(nullptr)
    , m_days(new DayGrid)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QString left = QStringLiteral("chevron-left");
    const QString right = QStringLiteral("chevron-right");
    m_previous = Button::iconOnly(mirrored ? right : left, tr("Previous Month"));
    m_next = Button::iconOnly(mirrored ? left : right, tr("Next Month"));

    auto *line = new QHBoxLayout;
    line->setContentsMargins(10, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_title, 1);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_days);

    connect(m_previous, &Button::clicked, m_days, &QCalendarWidget::showPreviousMonth);
    connect(m_next, &Button::clicked, m_days, &QCalendarWidget::showNextMonth);
    connect(m_days, &QCalendarWidget::currentPageChanged, this, &MonthView::refreshMonthLine);
    connect(m_days, &QCalendarWidget::clicked, this, &MonthView::picked);
    connect(m_days, &QCalendarWidget::activated, this, &MonthView::picked);
    refreshMonthLine();
}

void MonthView::setDates(const QDate &first, const std::optional<QDate> &last)
{
    const QDate endOfTime(9999, 12, 31);
    m_days->setDateRange(first, last.value_or(endOfTime));
    refreshMonthLine();
}

QDate MonthView::selectedDate() const
{
    return m_days->selectedDate();
}

void MonthView::setSelectedDate(const QDate &day)
{
    const QSignalBlocker quiet(this);
    m_days->setSelectedDate(day);
    m_days->setCurrentPage(day.year(), day.month());
    refreshMonthLine();
}

void MonthView::refreshMonthLine()
{
    const QDate shown(m_days->yearShown(), m_days->monthShown(), 1);
    m_title->setText(tr("%1 %2", "a month and its year")
                         .arg(QLocale().standaloneMonthName(shown.month()), QString::number(shown.year())));
    m_days->setAccessibleName(m_title->text());
    // It has the focus for the calendar.
    if (auto *table = m_days->findChild<QAbstractItemView *>())
        table->setAccessibleName(m_title->text());
    m_previous->setEnabled(shown > m_days->minimumDate());
    m_next->setEnabled(shown.addMonths(1) <= m_days->maximumDate());
}
