#include "ui/widgets/textlabel.h"

#include <QEvent>

TextLabel::TextLabel(const QString &text, TextStyle style, Token ink, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    refresh();
}

void TextLabel::setInk(Token ink)
{
    m_ink = ink;
    refresh();
}

void TextLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    refresh();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::ApplicationFontChange:
    case QEvent::EnabledChange:
        refresh();
        break;
    default:
        break;
    }
}

void TextLabel::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    setFont(::font(m_style));
    alignByLayout();
    const QColor ink = color(isEnabled() ? m_ink : Token::DisabledText, palette());
    if (palette().color(QPalette::WindowText) != ink) {
        QPalette own;
        own.setColor(QPalette::WindowText, ink);
        setPalette(own);
    }
    m_refreshing = false;
}

void TextLabel::alignByLayout()
{
    // A label aligns by the direction of its text; beside the others of its column it has to follow the
    // layout's.
    const Qt::Alignment horizontal = alignment() & Qt::AlignHorizontal_Mask;
    // Centred and trailing labels say so themselves.
    if (horizontal != Qt::AlignLeft && !(horizontal & Qt::AlignAbsolute))
        return;
    const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment((alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute | leading);
}
