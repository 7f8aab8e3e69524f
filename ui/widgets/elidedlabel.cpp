#include "ui/widgets/elidedlabel.h"

#include "ui/style/paint.h"

#include <QPainter>
#include <QStyle>

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
    const bool elided = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    const QString tip = elided ? text() : QString();
    if (toolTip() != tip)
        setToolTip(tip);
}
