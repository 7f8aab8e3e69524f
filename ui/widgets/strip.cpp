#include "ui/widgets/strip.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconview.h"

#include <QHBoxLayout>
#include <QPainter>

namespace {

constexpr int iconSize = 14;

} // namespace

Strip::Strip(const QString &iconName, const QString &text, Token ground, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView(iconName, Token::Text2, iconSize))
    , m_text(new ElidedLabel(text, TextStyle::ColumnHead, Token::Text2))
    , m_row(new QHBoxLayout(this))
    , m_ground(ground)
{
    if (ground == Token::Tint) {
        m_icon->setIcon(iconName, Token::AccentText);
        m_text->setInk(Token::Text);
    }
    m_row->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, 0);
    m_row->setSpacing(Metrics::iconGap);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    setFixedHeight(Metrics::stripHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Strip::setText(const QString &text)
{
    m_text->setText(text);
}

Button *Strip::addButton(const QString &text, const QString &iconName)
{
    auto *button = new Button(text, ButtonKind::Plain, iconName);
    m_row->addWidget(button);
    setFixedHeight(Metrics::stripWithButtonHeight);
    return button;
}

Button *Strip::addLink(const QString &text)
{
    auto *link = new Button(text, ButtonKind::Link);
    m_row->setStretchFactor(m_text, 0);
    m_row->addSpacing(Metrics::buttonGap);
    m_row->addWidget(link);
    m_row->addStretch(1);
    setFixedHeight(Metrics::stripWithButtonHeight);
    return link;
}

void Strip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(m_ground, palette()));
    painter.fillRect(0, 0, width(), 1, color(Token::Line, palette()));
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Line, palette()));
}
