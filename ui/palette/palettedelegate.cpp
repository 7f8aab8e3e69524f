#include "ui/palette/palettedelegate.h"

#include "ui/palette/palettemodel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace {

constexpr int padding = 12;
constexpr int textLeading = 38;
constexpr int endGap = 24;
/// Of the row: the words matter more than what stands at their end.
constexpr double mostOfEnd = 0.5;

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

int PaletteDelegate::rowHeight()
{
    return std::max(Metrics::paletteRowHeight, QFontMetrics(::font(TextStyle::Body)).height() + 16);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    // As wide as the list.
    return {1, rowHeight()};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PaletteEntry &entry = m_model.at(index.row());
    const QPalette &palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected))
        Paint::box(painter, option.rect, Metrics::controlRadius, color(Token::Tint, palette));
    const Mirror visual(option.direction, option.rect);
    const QRect row = option.rect.adjusted(0, 0, -padding, 0);
    const QColor ink = color(entry.isPossible() ? Token::Text : Token::DisabledText, palette);
    Icons::paint(painter, visual(QRect(row.x() + padding, row.y(), Metrics::iconSize, row.height())),
                 entry.icon, entry.isPossible() ? color(Token::Text2, palette) : ink);

    const QFont small = ::font(TextStyle::Caption);
    const QString end = entry.isPossible() ? entry.shortcut : entry.reason;
    const int endWidth = end.isEmpty() ? 0
                                       : std::min(QFontMetrics(small).horizontalAdvance(end) + 1,
                                                  qRound(row.width() * mostOfEnd));
    Paint::line(painter, visual(QRect(row.right() + 1 - endWidth, row.y(), endWidth, row.height())),
                visual.trailing(), end, small, color(Token::Text2, palette));
    const int room = row.width() - textLeading - (endWidth > 0 ? endWidth + endGap : 0);
    Paint::line(painter, visual(QRect(row.x() + textLeading, row.y(), room, row.height())), visual.leading(),
                entry.text, ::font(TextStyle::Body), ink);
}
