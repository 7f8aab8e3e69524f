#include "ui/many/textrowdelegate.h"

#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace {

constexpr int verticalPadding = 8;
constexpr int leastHeight = 32;
constexpr int focusBarWidth = 3;

const QTableView *viewOf(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QTableView *>(option.widget);
}

bool isLastColumn(const QModelIndex &index)
{
    return index.column() == index.model()->columnCount() - 1;
}

int leadingOf(const QModelIndex &index)
{
    return index.column() == 0 ? Metrics::firstCellLeading : Metrics::cellLeading;
}

QFont fontOf(const QModelIndex &index)
{
    return font(index.column() == 0 ? TextStyle::Label : TextStyle::Body);
}

} // namespace

int TextRowDelegate::lineHeight()
{
    return std::max(leastHeight, QFontMetrics(font(TextStyle::Body)).height() + 2 * verticalPadding);
}

QSize TextRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(fontOf(index));
    const QString text = index.data().toString();
    const int margins = leadingOf(index) + Metrics::cellTrailing;
    if (!isLastColumn(index) || !viewOf(option))
        return {metrics.horizontalAdvance(text) + margins + 1, lineHeight()};
    const int room = std::max(1, viewOf(option)->columnWidth(index.column()) - margins);
    const QRect lines = metrics.boundingRect(QRect(0, 0, room, 0), Qt::TextWordWrap, text);
    return {room + margins, std::max(lineHeight(), lines.height() + 2 * verticalPadding)};
}

void TextRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect &cell = option.rect;
    painter->fillRect(cell, color(isSelected ? Token::TintStrong : Token::Window, option.palette));
    painter->fillRect(QRect(cell.x(), cell.bottom(), cell.width(), 1), color(Token::RowLine, option.palette));
    const Mirror visual(option.direction, option.rect);
    if (isSelected && index.column() == 0 && option.widget && option.widget->hasFocus())
        painter->fillRect(visual(QRect(cell.x(), cell.y(), focusBarWidth, cell.height())),
                          color(Token::Focus, option.palette));

    const bool isQuiet = index.column() > 0 && !isLastColumn(index);
    const QColor ink = color(isQuiet && !isSelected ? Token::Text2 : Token::Text, option.palette);
    const QRect room = visual(cell.adjusted(leadingOf(index), 0, -Metrics::cellTrailing, -1));
    const QString text = index.data().toString();
    const QFont body = fontOf(index);
    if (cell.height() <= lineHeight()) {
        Paint::line(painter, room, visual.leading(), text, body, ink);
        return;
    }
    painter->setFont(body);
    painter->setPen(ink);
    painter->drawText(room, static_cast<int>(visual.leading() | Qt::AlignVCenter) | Qt::TextWordWrap, text);
}
