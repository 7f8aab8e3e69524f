#include "ui/widgets/elidedlabel.h"

#include "ui/style/literaltext.h"
#include "ui/style/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

ElidedLabel::ElidedLabel(const QString &text, TextStyle style, Token ink, QWidget *parent)
    : TextLabel(text, style, ink, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, TextLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::Alignment horizontal = QStyle::visualAlignment(layoutDirection(), alignment());
    Paint::line(&painter, contentsRect(), horizontal & Qt::AlignHorizontal_Mask, text(), font(),
                palette().color(QPalette::WindowText));
}

bool ElidedLabel::event(QEvent *event)
{
    const bool elided = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    if (event->type() != QEvent::ToolTip || !elided)
        return TextLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), escapedToolTip(text()), this);
    return true;
}
