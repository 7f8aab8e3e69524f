#include "ui/widgets/emptystate.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace {

constexpr int discSize = 64;
constexpr int quietDiscSize = 56;
constexpr int iconSize = 28;
constexpr int widestSentence = 780;
constexpr int aboveMiddle = 2;
constexpr int belowMiddle = 3;

Token inkOn(Token disc)
{
    switch (disc) {
    case Token::Tint:
        return Token::AccentText;
    case Token::WarnTint:
        return Token::Warn;
    default:
        return Token::Text2;
    }
}

} // namespace

EmptyState::EmptyState(const QString &iconName, Token disc, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView(iconName, inkOn(disc), iconSize))
    , m_buttons(new QVBoxLayout)
    , m_title(new TextLabel({}, TextStyle::DialogTitle))
    , m_sentence(new TextLabel({}, TextStyle::Body, Token::Text2))
{
    m_icon->setGround(IconView::Ground::Disc, disc, disc == Token::Tint ? discSize : quietDiscSize);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(widestSentence);

    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 1000);
    sentenceRow->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::pageMargin);
    column->setSpacing(0);
    column->addStretch(aboveMiddle);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(Metrics::fieldGap);
    column->addWidget(m_title);
    column->addSpacing(Metrics::labelGap);
    column->addLayout(sentenceRow);
    column->addSpacing(Metrics::fieldGap);
    m_buttons->setSpacing(Metrics::buttonGap);
    column->addLayout(m_buttons);
    column->addStretch(belowMiddle);
    setTexts(title, sentence);
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

Button *EmptyState::addButton(const QString &text, const QString &iconName, bool primary)
{
    auto *button = new Button(text, primary ? ButtonKind::Primary : ButtonKind::Plain, iconName);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // What is written needs the room more than what is drawn.
    const int drawn = m_icon->isHidden() ? m_icon->sizeHint().height() : 0;
    m_icon->setVisible(height() >= layout()->totalHeightForWidth(width()) + drawn);
}
