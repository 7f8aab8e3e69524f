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
    const QColor ink = color(isEnabled() ? m_ink : Token::DisabledText, palette());
    if (palette().color(QPalette::WindowText) != ink) {
        QPalette own;
        own.setColor(QPalette::WindowText, ink);
        setPalette(own);
    }
    m_refreshing = false;
}
