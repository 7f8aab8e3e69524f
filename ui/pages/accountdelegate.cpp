#include "ui/pages/accountdelegate.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/statuslook.h"
#include "ui/style/icons.h"
#include "ui/style/markedtext.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int focusBarWidth = 3;
constexpr int textPadding = 20;

} // namespace

AccountDelegate::AccountDelegate(const AccountTableModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
    refreshFonts();
}

void AccountDelegate::refreshFonts()
{
    m_body = ::font(TextStyle::Body);
    m_label = ::font(TextStyle::Label);
    m_chips = ChipPainter();
}

bool AccountDelegate::setSearch(const QString &text)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool isOther = words != m_words;
    m_words = std::move(words);
    return isOther;
}

int AccountDelegate::rowHeight() const
{
    return std::max(Metrics::tableRowHeight, QFontMetrics(m_body).height() + textPadding);
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {option.rect.width(), rowHeight()};
}

Token AccountDelegate::ground(const QStyleOptionViewItem &option, int row) const
{
    if (option.state & QStyle::State_Selected)
        return Token::TintStrong;
    return row == m_hoveredRow ? Token::Hover : Token::Window;
}

Token AccountDelegate::inkOf(const Cell &cell, Token ink) const
{
    // On the selected row all text is in the text's own colour; a state keeps its colour there too.
    const bool isQuiet = ink == Token::Text || ink == Token::Text2;
    if (cell.isSelected && isQuiet)
        return Token::Text;
    return m_isOld ? Token::Text3 : ink;
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Mirror visual(option.direction, option.rect);
    const QRect &whole = option.rect;
    painter->fillRect(whole, color(ground(option, index.row()), option.palette));
    painter->fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1),
                      color(Token::RowLine, option.palette));
    if (option.state.testFlag(QStyle::State_Selected))
        Paint::selectionEdges(painter, whole, option.palette);
    const bool isFirst = index.column() == 0;
    if (isFirst && index.row() == m_focused.row())
        painter->fillRect(visual(QRect(whole.left(), whole.top(), focusBarWidth, whole.height())),
                          color(Token::Focus, option.palette));

    const bool isLast = index.column() == m_coveredColumn;
    const int leading = isFirst ? Metrics::firstCellLeading : Metrics::cellLeading;
    // A chip has room of its own beside its text.
    const bool hasChips = index.column() == static_cast<int>(AccountColumn::Roles);
    const int trailing = (hasChips ? 0 : Metrics::cellTrailing) + (isLast ? m_covered : 0);
    const Cell cell{painter, option, index, visual(whole.adjusted(leading, 0, -trailing, -1)),
                    option.state.testFlag(QStyle::State_Selected)};
    if (cell.content.width() > 0)
        paintContent(cell);
}

void AccountDelegate::paintContent(const Cell &cell) const
{
    const ServiceAccount &account = m_model.serviceAccountAt(cell.index.row());
    switch (static_cast<AccountColumn>(cell.index.column())) {
    case AccountColumn::Name:
        paintSearched(cell, Token::Text, m_label, true);
        return;
    case AccountColumn::Description:
        paintSearched(cell, Token::Text2, m_body, !account.description.isEmpty());
        return;
    case AccountColumn::Roles:
        paintRoles(cell);
        return;
    case AccountColumn::Expiration:
        if (account.expiryDate)
            paintText(cell, Token::Text, m_body);
        else
            paintWithIcon(cell, QStringLiteral("infinity"), Token::Text2, Token::Text2, m_body);
        return;
    case AccountColumn::Status:
        paintStatus(cell);
        return;
    case AccountColumn::LastUsed:
    case AccountColumn::Created:
    case AccountColumn::CreatedBy:
        paintText(cell, Token::Text2, m_body);
        return;
    case AccountColumn::Keychain:
        if (m_model.isSaved(cell.index.row()))
            paintWithIcon(cell, QStringLiteral("key-square"), Token::Text2, Token::Text2, m_body);
        return;
    }
}

void AccountDelegate::paintRoles(const Cell &cell) const
{
    ChipPainter::Look look;
    look.fill = cell.isSelected ? Token::Raised : Token::Fill;
    look.ink = inkOf(cell, Token::Text);
    look.searched = m_words;
    m_chips.paintRow(cell.painter, cell.content, roleNames(m_model.serviceAccountAt(cell.index.row()).roles),
                     look, cell.option.palette, cell.option.direction);
}

void AccountDelegate::paintStatus(const Cell &cell) const
{
    const Status status = m_model.statusOfRow(cell.index.row());
    const StatusLook look = statusLook(status);
    paintWithIcon(cell, look.icon, look.iconInk, look.ink, status == Status::Active ? m_body : m_label);
}

void AccountDelegate::paintText(const Cell &cell, Token ink, const QFont &font) const
{
    Paint::line(cell.painter, cell.content, QStyle::visualAlignment(cell.option.direction, Qt::AlignLeft),
                cell.index.data().toString(), font, color(inkOf(cell, ink), cell.option.palette));
}

void AccountDelegate::paintSearched(const Cell &cell, Token ink, const QFont &font, bool isValue) const
{
    if (m_words.isEmpty() || !isValue) {
        paintText(cell, ink, font);
        return;
    }
    MarkedText::Look look;
    look.font = font;
    look.ink = color(inkOf(cell, ink), cell.option.palette);
    look.mark = color(cell.isSelected ? Token::Raised : Token::Mark, cell.option.palette);
    MarkedText::line(cell.painter, cell.content,
                     QStyle::visualAlignment(cell.option.direction, Qt::AlignLeft),
                     cell.index.data().toString(), m_words, look);
}

void AccountDelegate::paintWithIcon(const Cell &cell, const QString &icon, Token iconInk, Token ink,
                                    const QFont &font) const
{
    const QRect &content = cell.content;
    const Mirror visual(cell.option.direction, content);
    Icons::paint(cell.painter,
                 visual(QRect(content.left(), content.top(), Metrics::iconSize, content.height())), icon,
                 color(inkOf(cell, iconInk), cell.option.palette));
    Paint::line(cell.painter, visual(content.adjusted(Metrics::iconSize + Metrics::iconGap, 0, 0, 0)),
                visual.leading(), cell.index.data().toString(), font,
                color(inkOf(cell, ink), cell.option.palette));
}
