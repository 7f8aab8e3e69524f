#include "ui/widgets/daygrid.h"

#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QTextCharFormat>

namespace {

constexpr int cellWidth = 38;
constexpr int cellHeight = 32;
constexpr int rows = 7;
constexpr int columns = 7;
constexpr int discInset = 2;
/// Qt's own least width of a section would push Saturday and Sunday out.
constexpr int leastSection = 20;

} // namespace

DayGrid::DayGrid(QWidget *parent)
    : QCalendarWidget(parent)
{
    setNavigationBarVisible(false);
    setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    setGridVisible(false);
    setLocale(QLocale());
    setFirstDayOfWeek(QLocale().firstDayOfWeek());
    if (auto *table = findChild<QTableView *>()) {
        table->horizontalHeader()->setMinimumSectionSize(leastSection);
        table->verticalHeader()->setMinimumSectionSize(leastSection);
        table->setFrameShape(QFrame::NoFrame);
        table->setAccessibleName(tr("Days"));
    }
    refresh();
}

QSize DayGrid::sizeHint() const
{
    return {columns * cellWidth, rows * cellHeight};
}

void DayGrid::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void DayGrid::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    const QColor ground = color(Token::Raised, palette());
    QPalette own;
    for (QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
        own.setColor(role, ground);
    setPalette(own);
    QTextCharFormat head;
    head.setForeground(color(Token::Text2, palette()));
    head.setFont(::font(TextStyle::ColumnHead));
    setHeaderTextFormat(head);
    for (Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(day, head);
    m_refreshing = false;
}

void DayGrid::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    painter->fillRect(rect, color(Token::Raised, palette()));
    const bool allowed = date >= minimumDate() && date <= maximumDate();
    const bool chosen = allowed && date == selectedDate();
    const bool ofThisMonth = date.month() == monthShown() && date.year() == yearShown();
    Token ink = ofThisMonth ? Token::Text : Token::Text2;
    if (!allowed)
        ink = Token::DisabledText;
    if (chosen) {
        const int side = qMin(rect.width(), rect.height()) - discInset;
        const QRect ground(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
        Paint::box(painter, ground, Metrics::controlRadius, color(Token::Accent, palette()));
        ink = Token::OnAccent;
    }
    painter->setFont(::font(chosen ? TextStyle::Strong : TextStyle::Body));
    painter->setPen(color(ink, palette()));
    painter->drawText(rect, Qt::AlignCenter, locale().toString(date.day()));
}
