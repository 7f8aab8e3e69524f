#include "ui/widgets/icontext.h"

#include "ui/style/metrics.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>

#include <algorithm>

IconText::IconText(QWidget *parent)
    : IconText({}, Token::Text2, {}, TextStyle::Body, Token::Text, parent)
{
}

IconText::IconText(const QString &iconName, Token iconInk, const QString &text, TextStyle style,
                   Token textInk, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView(iconName, iconInk, Metrics::iconSize))
    , m_text(new TextLabel(text, style, textInk))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::iconGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setAlignment((m_text->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    setLook(iconName, iconInk, style, textInk);
}

void IconText::setLook(const QString &iconName, Token iconInk, TextStyle style, Token textInk)
{
    m_icon->setIcon(iconName, iconInk);
    m_icon->setVisible(!iconName.isEmpty());
    m_text->setTextStyle(style);
    m_text->setInk(textInk);
}

void IconText::setText(const QString &text)
{
    m_text->setText(text);
}

QString IconText::text() const
{
    return m_text->text();
}

void IconText::setWordWrap(bool on)
{
    m_text->setWordWrap(on);
}

void IconText::setIconSize(int pixels)
{
    m_icon->setIconSize(pixels);
}
