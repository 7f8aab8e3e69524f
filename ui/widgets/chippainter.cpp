#include "ui/widgets/chippainter.h"

#include "models/accounts/role.h"
#include "ui/style/icons.h"
#include "ui/style/markedtext.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/typography.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int padding = 8;
constexpr int shieldSize = 12;
constexpr int shieldGap = 4;
constexpr int crossSize = 14;
constexpr int crossArea = 25;
constexpr int chipGap = 4;
constexpr int longestName = 240;

bool hasShield(const QString &role)
{
    return role == roleName(Role::Admin);
}

QString moreText(qsizetype count)
{
    return u'+' + QString::number(count);
}

} // namespace

ChipPainter::ChipPainter()
    : m_font(font(TextStyle::ColumnHead))
{
}

int ChipPainter::width(const QString &role, bool cross) const
{
    auto found = m_textWidths.find(role);
    if (found == m_textWidths.end()) {
        const int text = QFontMetrics(m_font).horizontalAdvance(role) + 1;
        found = m_textWidths.insert(role, qMin(text, longestName));
    }
    return padding + (hasShield(role) ? shieldSize + shieldGap : 0) + *found + (cross ? crossArea : padding);
}

void ChipPainter::paint(QPainter *painter, const QRect &rect, const QString &role, const Look &look,
                        const QPalette &palette, Qt::LayoutDirection direction) const
{
    const double radius = look.cross ? Metrics::controlRadius - 2 : rect.height() / 2.0;
    const QColor ink = color(look.enabled ? look.ink : Token::DisabledText, palette);
    Paint::box(painter, rect, radius, color(look.enabled ? look.fill : Token::DisabledFill, palette));
    const Mirror visual(direction, rect);
    QRect inner = rect.adjusted(padding, 0, look.cross ? -crossArea : -padding, 0);
    if (hasShield(role)) {
        Icons::paint(painter, visual(QRect(inner.x(), inner.y(), shieldSize, inner.height())),
                     QStringLiteral("shield-alert"), ink, shieldSize);
        inner.setLeft(inner.left() + shieldSize + shieldGap);
    }
    MarkedText::line(painter, visual(inner), visual.leading(), role, look.searched,
                     {m_font, ink, color(Token::Mark, palette)});
    if (look.cross)
        Icons::paint(painter, crossRect(rect, direction), QStringLiteral("x"),
                     color(look.enabled ? Token::Text2 : Token::DisabledText, palette), crossSize);
}

int ChipPainter::fitting(const QStringList &roles, int width) const
{
    int used = 0;
    for (int shown = 0; shown < roles.size(); ++shown) {
        const int next = used + (shown > 0 ? chipGap : 0) + this->width(roles.at(shown));
        const qsizetype rest = roles.size() - shown - 1;
        const int more = rest > 0 ? chipGap + this->width(moreText(rest)) : 0;
        // The first one is always shown by name, elided if it must be.
        if (next + more > width && shown > 0)
            return shown;
        used = next;
    }
    return static_cast<int>(roles.size());
}

void ChipPainter::paintRow(QPainter *painter, const QRect &rect, const QStringList &roles, const Look &look,
                           const QPalette &palette, Qt::LayoutDirection direction) const
{
    const int shown = fitting(roles, rect.width());
    const qsizetype rest = roles.size() - shown;
    const int moreRoom = rest > 0 ? chipGap + width(moreText(rest)) : 0;
    const int top = rect.y() + (rect.height() - Metrics::chipHeight) / 2;
    int left = rect.x();
    const auto one = [&](const QString &text, int room, const Look &ofChip) {
        const QRect chip(left, top, qMin(width(text), room), Metrics::chipHeight);
        paint(painter, QStyle::visualRect(direction, rect, chip), text, ofChip, palette, direction);
        left += chip.width() + chipGap;
    };
    for (int i = 0; i < shown; ++i)
        one(roles.at(i), rect.x() + rect.width() - moreRoom - left, look);
    if (rest == 0)
        return;
    // No name, and nothing that is searched.
    Look ofMore = look;
    ofMore.searched.clear();
    one(moreText(rest), rect.x() + rect.width() - left, ofMore);
}

int ChipPainter::rowWidth(const QStringList &roles) const
{
    int result = roles.isEmpty() ? 0 : -chipGap;
    for (const QString &role : roles)
        result += width(role) + chipGap;
    return result;
}

QRect ChipPainter::crossRect(const QRect &rect, Qt::LayoutDirection direction)
{
    const QRect part(rect.right() - crossArea + 1, rect.y(), crossArea, rect.height());
    return QStyle::visualRect(direction, rect, part);
}
