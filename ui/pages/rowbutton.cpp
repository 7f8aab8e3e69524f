#include "ui/pages/rowbutton.h"

#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace {

constexpr int side = 28;

} // namespace

RowButton::RowButton(QWidget *parent)
    : QToolButton(parent)
{
    setFixedSize(side, side);
    // Tab reaches it from the table; a click leaves the focus there.
    setFocusPolicy(Qt::TabFocus);
}

void RowButton::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    if (isDown())
        Paint::box(&painter, rect(), Metrics::controlRadius, color(Token::Pressed, option.palette));
    else if (underMouse())
        Paint::box(&painter, rect(), Metrics::controlRadius, color(Token::Fill, option.palette));
    if (FocusRing::isShown(&option, this))
        Paint::focusRing(&painter, rect(), Metrics::controlRadius, color(Token::Focus, option.palette));
    Icons::paint(&painter, rect(), QStringLiteral("ellipsis-vertical"), color(Token::Text, option.palette));
}
