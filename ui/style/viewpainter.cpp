#include "ui/style/viewpainter.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyleOptionHeader>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>

#include <algorithm>

namespace {

constexpr int handleWidth = 5;
constexpr int leastHandle = 32;
constexpr int sortArrowSize = 14;
constexpr int sortGap = 4;

bool isFirst(const QStyleOptionHeader *option)
{
    return option->position == QStyleOptionHeader::Beginning ||
           option->position == QStyleOptionHeader::OnlyOneSection;
}

int leadingOf(const QStyleOptionHeader *option)
{
    return isFirst(option) ? Metrics::firstCellLeading : Metrics::cellLeading;
}

int arrowRoom(const QStyleOptionHeader *option)
{
    return option->sortIndicator == QStyleOptionHeader::None ? 0 : sortArrowSize + sortGap;
}

int textWidthOf(const QStyleOptionHeader *option)
{
    return QFontMetrics(font(TextStyle::ColumnHead)).horizontalAdvance(option->text) + 1;
}

} // namespace

namespace ViewPainter {

int headerWidth(const QStyleOptionHeader *option)
{
    return leadingOf(option) + textWidthOf(option) + arrowRoom(option) + Metrics::cellTrailing;
}

void headerSection(QPainter *painter, const QStyleOptionHeader *option)
{
    painter->fillRect(option->rect, color(Token::Window, option->palette));
    painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                      color(Token::Line, option->palette));
}

void headerLabel(QPainter *painter, const QStyleOptionHeader *option)
{
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const QRect inner = option->rect.adjusted(leadingOf(option), 0, -Metrics::cellTrailing, 0);
    const QFont head = font(TextStyle::ColumnHead);
    const QColor ink = color(sorted ? Token::Text : Token::Text2, option->palette);
    const int textWidth = std::min(textWidthOf(option), inner.width() - arrowRoom(option));
    const Mirror visual(option->direction, option->rect);
    Paint::line(painter, visual(QRect(inner.x(), inner.y(), textWidth, inner.height())), visual.leading(),
                option->text, head, ink);
    // Qt names the arrow by its form: SortDown is what it gives for the ascending order.
    if (sorted)
        Icons::paint(painter,
                     visual(QRect(inner.x() + textWidth + sortGap, inner.y(), sortArrowSize, inner.height())),
                     option->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("arrow-up")
                                                                           : QStringLiteral("arrow-down"),
                     ink, sortArrowSize);
}

QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const QRect &rect = option->rect;
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int length = horizontal ? rect.width() : rect.height();
    const int range = option->maximum - option->minimum;
    int handle = length;
    if (range > 0) {
        const qint64 whole = qint64(range) + option->pageStep;
        handle = static_cast<int>(qint64(option->pageStep) * length / std::max<qint64>(1, whole));
        handle = std::clamp(handle, std::min(leastHandle, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(
        option->minimum, option->maximum, option->sliderPosition, length - handle, option->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect result = horizontal ? QRect(rect.x() + from, rect.y(), size, rect.height())
                                        : QRect(rect.x(), rect.y() + from, rect.width(), size);
        return QStyle::visualRect(option->direction, rect, result);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return rect;
    default:
        return {};
    }
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option)
{
    painter->fillRect(option->rect, color(Token::Window, option->palette));
    if (option->maximum <= option->minimum)
        return;
    QRect handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int across = horizontal ? handle.height() : handle.width();
    const int inset = (across - handleWidth) / 2;
    handle = horizontal ? handle.adjusted(2, inset, -2, inset + handleWidth - across)
                        : handle.adjusted(inset, 2, inset + handleWidth - across, -2);
    const bool grasped = option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                         option->state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_Sunken);
    Paint::box(painter, handle, handleWidth / 2.0,
               color(grasped ? Token::Text2 : Token::Border, option->palette));
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const QRect &rect = option->rect;
    const double radius = rect.height() / 2.0;
    Paint::box(painter, rect, radius, color(Token::Fill, option->palette));
    const int range = option->maximum - option->minimum;
    if (range <= 0)
        return;
    const int done = static_cast<int>(qint64(rect.width()) * (option->progress - option->minimum) / range);
    const QRect bar(rect.x(), rect.y(), done, rect.height());
    Paint::box(painter, QStyle::visualRect(option->direction, rect, bar), radius,
               color(Token::Accent, option->palette));
}

} // namespace ViewPainter
