#include "ui/expirations/expirationchart.h"

#include "ui/expirations/accessibleexpirationchart.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr int barArea = 40;
constexpr int leastBar = 4;
constexpr int widestBar = 36;
constexpr int besideBar = 6;
constexpr int barRadius = 3;
constexpr int textGap = 3;
constexpr int columnRadius = Metrics::controlRadius;
constexpr int soonIcon = 12;
constexpr int soonGap = 3;
constexpr int labelGap = 8;
constexpr int leastColumn = 24;

int lineHeight()
{
    return QFontMetrics(::font(TextStyle::Caption)).height();
}

size_t placeOf(int week)
{
    return static_cast<size_t>(week);
}

/// As long as there is room: "1,200", else "1k".
QString numberText(int count, int room)
{
    const QString whole = QLocale().toString(count);
    constexpr int thousand = 1000;
    if (count < thousand || QFontMetrics(::font(TextStyle::ColumnHead)).horizontalAdvance(whole) <= room)
        return whole;
    return ExpirationChart::tr("%1k", "thousands").arg(QLocale().toString(count / thousand));
}

} // namespace

ExpirationChart::ExpirationChart(QWidget *parent)
    : QWidget(parent)
{
    AccessibleExpirationChart::install();
    setAccessibleName(tr("Tokens that expire, by week"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int ExpirationChart::naturalHeight()
{
    return 2 * lineHeight() + barArea + 4 * textGap;
}

QSize ExpirationChart::sizeHint() const
{
    return {Expirations::weekTotal * 2 * leastColumn, naturalHeight()};
}

QSize ExpirationChart::minimumSizeHint() const
{
    return {Expirations::weekTotal * leastColumn, naturalHeight()};
}

void ExpirationChart::setExpirations(const Expirations &expirations)
{
    if (expirations == m_expirations)
        return;
    m_expirations = expirations;
    update();
}

void ExpirationChart::setChosenWeek(int week)
{
    if (week == m_chosen)
        return;
    m_chosen = week;
    update();
}

bool ExpirationChart::canPress(int week) const
{
    return week >= 0 && (week == m_chosen || m_expirations.weeks()[placeOf(week)].count > 0);
}

void ExpirationChart::press(int week)
{
    if (canPress(week))
        Q_EMIT pressed(week);
}

QString ExpirationChart::nameOf(int week) const
{
    const Expirations::Week &shown = m_expirations.weeks()[placeOf(week)];
    const QString day = QLocale().toString(shown.first, tr("d MMM yyyy"));
    if (shown.soon == 0)
        return tr("Week of %1, %n token(s) expire", nullptr, shown.count).arg(day);
    return tr("Week of %1, %n token(s) expire, expiring soon: %2", nullptr, shown.count)
        .arg(day, QLocale().toString(shown.soon));
}

QRect ExpirationChart::columnOf(int week) const
{
    const int left = week * width() / Expirations::weekTotal;
    const int right = (week + 1) * width() / Expirations::weekTotal;
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, right - left, height()));
}

int ExpirationChart::weekAt(const QPoint &position) const
{
    for (int week = 0; week < Expirations::weekTotal; ++week) {
        if (columnOf(week).contains(position))
            return week;
    }
    return -1;
}

QRect ExpirationChart::barOf(int week) const
{
    const QRect column = columnOf(week);
    const int wide = std::clamp(column.width() - 2 * besideBar, leastBar, widestBar);
    const int count = m_expirations.weeks()[placeOf(week)].count;
    const int most = std::max(1, m_expirations.most());
    const int high = count == 0 ? 0 : std::max(leastBar, qRound(double(barArea) * count / most));
    const int bottom = height() - lineHeight() - 2 * textGap;
    return {column.left() + (column.width() - wide) / 2, bottom - high, wide, high};
}

void ExpirationChart::setCurrentWeek(int week)
{
    m_current = std::clamp(week, 0, Expirations::weekTotal - 1);
    m_focusIsByMouse = false;
    update();
    tellFocus();
}

void ExpirationChart::tellFocus()
{
    if (!hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent told(this, QAccessible::Focus);
    told.setChild(m_current);
    QAccessible::updateAccessibility(&told);
}

void ExpirationChart::setHoveredWeek(int week)
{
    if (week == m_hovered)
        return;
    m_hovered = week;
    update();
}

bool ExpirationChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int week = weekAt(help->pos()); week >= 0)
            QToolTip::showText(help->globalPos(), nameOf(week), this, columnOf(week));
        return true;
    }
    return QWidget::event(event);
}

void ExpirationChart::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredWeek(weekAt(event->position().toPoint()));
}

void ExpirationChart::leaveEvent(QEvent * /*event*/)
{
    setHoveredWeek(-1);
}

void ExpirationChart::mousePressEvent(QMouseEvent *event)
{
    const int week = weekAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || week < 0)
        return;
    setCurrentWeek(week);
    m_focusIsByMouse = true;
    press(week);
}

void ExpirationChart::keyPressEvent(QKeyEvent *event)
{
    const int onward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        return setCurrentWeek(m_current + onward);
    case Qt::Key_Left:
        return setCurrentWeek(m_current - onward);
    case Qt::Key_Home:
        return setCurrentWeek(0);
    case Qt::Key_End:
        return setCurrentWeek(Expirations::weekTotal - 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return press(m_current);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ExpirationChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_focusIsByMouse = event->reason() == Qt::MouseFocusReason;
    // Later: Qt itself tells next that the chart has it, and the week is to have the last word.
    QMetaObject::invokeMethod(this, &ExpirationChart::tellFocus, Qt::QueuedConnection);
}

void ExpirationChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_expirations.most() == 0 && m_chosen < 0) {
        Paint::line(&painter, rect(), Qt::AlignHCenter,
                    tr("Nothing expires in the next %n week(s).", nullptr, Expirations::weekTotal),
                    ::font(TextStyle::Body), color(Token::Text2, palette()));
        return;
    }
    for (int week = 0; week < Expirations::weekTotal; ++week)
        paintColumn(&painter, week);
    painter.fillRect(0, height() - lineHeight() - 2 * textGap, width(), 1, color(Token::Border, palette()));
    for (int week = 0; week < Expirations::weekTotal; ++week)
        paintBar(&painter, week);
    paintDays(&painter);
}

void ExpirationChart::paintColumn(QPainter *painter, int week) const
{
    const QRect column = columnOf(week).adjusted(1, 0, -1, 0);
    if (week == m_chosen)
        Paint::box(painter, column, columnRadius, color(Token::Tint, palette()),
                   color(Token::Focus, palette()), Metrics::chosenEdge);
    else if (week == m_hovered && canPress(week))
        Paint::box(painter, column, columnRadius, color(Token::Hover, palette()));
    if (week == m_current && hasFocus() && !m_focusIsByMouse)
        Paint::focusRing(painter, column, columnRadius, color(Token::Focus, palette()));
}

void ExpirationChart::paintBar(QPainter *painter, int week) const
{
    const Expirations::Week &shown = m_expirations.weeks()[placeOf(week)];
    if (shown.count == 0)
        return;
    const QRect bar = barOf(week);
    Paint::box(painter, bar, barRadius, color(Token::Fill, palette()), color(Token::Border, palette()));
    if (shown.soon > 0) {
        // What expires soon is the foot of the bar.
        const int high = std::max(leastBar, bar.height() * shown.soon / shown.count);
        const QRect soon(bar.left(), bar.bottom() + 1 - high, bar.width(), high);
        Paint::box(painter, soon, barRadius, color(Token::WarnTint, palette()),
                   color(Token::WarnLine, palette()));
    }
    paintNumber(painter, week,
                QRect(columnOf(week).left(), bar.top() - textGap - lineHeight(), columnOf(week).width(),
                      lineHeight()));
}

void ExpirationChart::paintNumber(QPainter *painter, int week, const QRect &line) const
{
    const Expirations::Week &shown = m_expirations.weeks()[placeOf(week)];
    const bool isSoon = shown.soon > 0;
    const QString number = numberText(shown.count, line.width());
    const QColor ink = color(isSoon ? Token::Warn : week == m_chosen ? Token::Text : Token::Text2, palette());
    const int text = QFontMetrics(::font(TextStyle::ColumnHead)).horizontalAdvance(number);
    const int icon = isSoon ? soonIcon + soonGap : 0;
    const int left = line.left() + (line.width() - text - icon) / 2;
    // Laid out from the leading edge of the line.
    const Mirror visual(layoutDirection(), line);
    if (isSoon)
        Icons::paint(painter, visual(QRect(left, line.top(), soonIcon, line.height())),
                     QStringLiteral("clock-alert"), ink, soonIcon);
    // Some room more: the text is centred in it and must not be elided by a fraction of a pixel.
    Paint::line(painter, visual(QRect(left + icon - 2, line.top(), text + 4, line.height())),
                Qt::AlignHCenter, number, ::font(TextStyle::ColumnHead), ink);
}

QString ExpirationChart::dayOf(int week) const
{
    return QLocale().toString(m_expirations.weeks()[placeOf(week)].first, tr("d MMM"));
}

int ExpirationChart::labelEvery() const
{
    const QFontMetrics metrics(::font(TextStyle::Caption));
    int widest = 1;
    for (int week = 0; week < Expirations::weekTotal; ++week)
        widest = std::max(widest, metrics.horizontalAdvance(dayOf(week)) + labelGap);
    const int column = std::max(1, width() / Expirations::weekTotal);
    return (widest + column - 1) / column;
}

void ExpirationChart::paintDays(QPainter *painter) const
{
    const int every = labelEvery();
    for (int week = 0; week < Expirations::weekTotal; week += every) {
        QRect line = columnOf(week);
        line.setTop(height() - lineHeight() - textGap);
        line.setHeight(lineHeight());
        if (every > 1) {
            const int more = (every - 1) * line.width() / 2;
            line.adjust(-more, 0, more, 0);
            line = line.intersected(rect());
        }
        const Token ink = week == m_chosen ? Token::Text : Token::Text2;
        Paint::line(painter, line, Qt::AlignHCenter, dayOf(week), ::font(TextStyle::Caption),
                    color(ink, palette()));
    }
}
