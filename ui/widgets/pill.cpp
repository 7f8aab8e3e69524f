#include "ui/widgets/pill.h"

#include "ui/style/focusring.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>
#include <optional>

namespace {

constexpr int padding = 10;
constexpr int countGap = 8;

} // namespace

Pill::Pill(const QString &word, QWidget *parent)
    : QPushButton(word, parent)
{
    setCheckable(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleDescription(countText());
}

void Pill::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    setAccessibleDescription(countText());
    updateGeometry();
    update();
}

QString Pill::countText() const
{
    return QLocale().toString(m_count);
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(::font(TextStyle::Label));
    const QFontMetrics small(::font(TextStyle::ColumnHead));
    return {metrics.horizontalAdvance(text()) + countGap + small.horizontalAdvance(countText()) + 2 * padding,
            std::max(Metrics::pillHeight, metrics.height() + countGap)};
}

void Pill::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const QPalette &colors = option.palette;
    Token fill =
        option.state & (QStyle::State_MouseOver | QStyle::State_Sunken) ? Token::Pressed : Token::Fill;
    Token ink = Token::Text2;
    std::optional<Token> edge;
    if (!isEnabled()) {
        fill = Token::DisabledFill;
        ink = Token::DisabledText;
        edge = Token::DisabledLine;
    } else if (isChecked()) {
        fill = Token::Tint;
        ink = Token::AccentText;
        edge = Token::Focus;
    }
    const double radius = height() / 2.0;
    Paint::box(&painter, rect(), radius, color(fill, colors), edge ? color(*edge, colors) : QColor());
    if (FocusRing::isShown(&option, this))
        Paint::focusRing(&painter, rect(), radius, color(Token::Focus, colors));

    const QRect inner = rect().adjusted(padding, 0, -padding, 0);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
    Paint::line(&painter, inner, leading, text(), ::font(TextStyle::Label), color(ink, colors));
    Paint::line(&painter, inner, trailing, countText(), ::font(TextStyle::ColumnHead), color(ink, colors));
}
