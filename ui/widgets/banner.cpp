#include "ui/widgets/banner.h"

#include "ui/style/metrics.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copydetailsbutton.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int horizontalMargin = 12;
constexpr int verticalMargin = 10;
constexpr int iconGap = 10;
constexpr int lineGap = 2;
constexpr int leastSentenceWidth = 200;

struct Look
{
    Token fill;
    Token edge;
    Token ink;
    QString icon;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        break;
    case Banner::Kind::Ok:
        return {Token::OkTint, Token::Ok, Token::Ok, QStringLiteral("circle-check")};
    case Banner::Kind::Warn:
        return {Token::WarnTint, Token::WarnLine, Token::Warn, QStringLiteral("triangle-alert")};
    case Banner::Kind::Bad:
        return {Token::BadTint, Token::BadLine, Token::Bad, QStringLiteral("circle-alert")};
    }
    return {Token::Tint, Token::Focus, Token::AccentText, QStringLiteral("info")};
}

} // namespace

Banner::Banner(Kind kind, const QString &title, const QString &sentence, QWidget *parent)
    : Box(Token::Tint, Token::Focus, parent)
    , m_kind(kind)
    , m_icon(new IconView)
    , m_title(new TextLabel({}, TextStyle::Strong))
    , m_sentence(new TextLabel)
    , m_details(new CopyDetailsButton)
    , m_buttons(new QHBoxLayout)
    , m_column(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setContentsMargins(horizontalMargin, verticalMargin, horizontalMargin, verticalMargin);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(lineGap);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    auto *said = new QHBoxLayout;
    said->setSpacing(iconGap);
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addLayout(texts, 1);
    m_buttons->setSpacing(iconGap);
    m_buttons->addStretch();
    m_buttons->addWidget(m_details, 0, Qt::AlignVCenter);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(iconGap);
    m_column->addLayout(said, 1);
    m_column->addLayout(m_buttons);
    setTexts(title, sentence);
    setKind(kind);
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    const Look look = lookOf(kind);
    setColors(look.fill, look.edge);
    refreshIcon();
}

void Banner::setTexts(const QString &title, const QString &sentence)
{
    const bool isAnother = title != m_title->text();
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    if (isAnother && isVisible())
        announce();
}

void Banner::setIconName(const QString &name)
{
    m_iconName = name;
    refreshIcon();
}

void Banner::showEvent(QShowEvent *event)
{
    Box::showEvent(event);
    announce();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    Box::resizeEvent(event);
    // Where buttons would leave the sentence a narrow column, they stand below it.
    const int room =
        contentsRect().width() - m_buttons->sizeHint().width() - m_icon->sizeHint().width() - 2 * iconGap;
    m_column->setDirection(room < leastSentenceWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Banner::announce()
{
    Announcement::say(this, QStringLiteral("%1. %2").arg(m_title->text(), m_sentence->text()));
}

void Banner::offerDetails(const Error &error, bool iconOnly)
{
    m_details->setIconOnly(iconOnly);
    m_details->offer(error);
}

void Banner::withdrawDetails()
{
    m_details->hide();
}

void Banner::offerAnotherToken(bool offered)
{
    if (offered && !m_anotherToken) {
        m_anotherToken = addButton(tr("Use Another Token…"), QStringLiteral("key-round"));
        connect(m_anotherToken, &Button::clicked, this, &Banner::anotherTokenRequested);
    }
    if (m_anotherToken)
        m_anotherToken->setVisible(offered);
}

void Banner::refreshIcon()
{
    const Look look = lookOf(m_kind);
    m_icon->setIcon(m_iconName.isEmpty() ? look.icon : m_iconName, look.ink);
}

Button *Banner::addButton(const QString &text, const QString &iconName, bool quiet)
{
    auto *button = new Button(text, quiet ? ButtonKind::Quiet : ButtonKind::Plain, iconName);
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}
