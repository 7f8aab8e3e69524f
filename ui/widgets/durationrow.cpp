#include "ui/widgets/durationrow.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int padding = 10;
constexpr int remarkGap = 24;

} // namespace

DurationRow::DurationRow(const QString &words, QWidget *parent)
    : QPushButton(words, parent)
{
    setAutoDefault(false);
    setCheckable(true);
}

void DurationRow::setRemark(const QString &remark)
{
    m_remark = remark;
    setAccessibleDescription(remark);
    updateGeometry();
    update();
}

QSize DurationRow::sizeHint() const
{
    const QFontMetrics words(::font(TextStyle::Label));
    const QFontMetrics small(::font(TextStyle::Caption));
    return {2 * padding + words.horizontalAdvance(text()) + remarkGap + small.horizontalAdvance(m_remark) +
                Metrics::iconSize + Metrics::iconGap,
            std::max(Metrics::menuRowHeight, words.height() + padding)};
}

void DurationRow::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const bool pointed =
        isEnabled() && option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
    if (isChecked() || pointed)
        Paint::box(&painter, rect(), Metrics::controlRadius,
                   color(isChecked() ? Token::Tint : Token::Fill, palette()));
    if (hasFocus())
        Paint::focusRing(&painter, rect(), Metrics::controlRadius, color(Token::Focus, palette()));

    const Mirror visual(layoutDirection(), rect());
    QRect inner = rect().adjusted(padding, 0, -padding, 0);
    const Token enabledInk = isChecked() ? Token::AccentText : Token::Text;
    const Token ink = isEnabled() ? enabledInk : Token::DisabledText;
    if (isChecked()) {
        const QRect tick(inner.right() - Metrics::iconSize + 1, inner.y(), Metrics::iconSize, inner.height());
        Icons::paint(&painter, visual(tick), QStringLiteral("check"), color(ink, palette()));
        inner.setRight(tick.left() - Metrics::iconGap);
    }
    Paint::line(&painter, visual(inner), visual.leading(), text(), ::font(TextStyle::Label),
                color(ink, palette()));
    Paint::line(&painter, visual(inner), visual.trailing(), m_remark, ::font(TextStyle::Caption),
                color(isEnabled() ? Token::Text2 : Token::DisabledText, palette()));
}

void DurationRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}
