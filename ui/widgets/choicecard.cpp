#include "ui/widgets/choicecard.h"

#include "ui/style/fieldpainter.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int textLeft = 38;
constexpr int padding = 12;
constexpr int lineGap = 2;

} // namespace

ChoiceCard::ChoiceCard(const QString &word, const QString &sentence, QWidget *parent)
    : QRadioButton(word, parent)
    , m_sentence(sentence)
{
    setAccessibleDescription(sentence);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::setRemark(const QString &remark)
{
    setAccessibleDescription(remark.isEmpty() ? m_sentence : m_sentence + QStringLiteral(". ") + remark);
}

QSize ChoiceCard::sizeHint() const
{
    const QFontMetrics strong(::font(TextStyle::Strong));
    const QFontMetrics small(::font(TextStyle::Caption));
    const int words = std::max(strong.horizontalAdvance(text()), small.horizontalAdvance(m_sentence));
    return {textLeft + words + padding, std::max(Metrics::choiceCardHeight, strong.height() + small.height() +
                                                                                lineGap + 2 * padding - 4)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return sizeHint();
}

bool ChoiceCard::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = rect();
    QPainter painter(this);
    FieldPainter::card(&painter, &option, this);

    const Mirror visual(layoutDirection(), rect());
    const QFont strong = ::font(TextStyle::Strong);
    const QFont small = ::font(TextStyle::Caption);
    const int strongHeight = QFontMetrics(strong).height();
    const int smallHeight = QFontMetrics(small).height();
    const int top = (height() - strongHeight - smallHeight - lineGap) / 2;
    const int width = rect().width() - textLeft - padding;
    Paint::line(&painter, visual(QRect(textLeft, top, width, strongHeight)), visual.leading(), text(), strong,
                color(isEnabled() ? Token::Text : Token::DisabledText, palette()));
    Paint::line(&painter, visual(QRect(textLeft, top + strongHeight + lineGap, width, smallHeight)),
                visual.leading(), m_sentence, small,
                color(isEnabled() ? Token::Text2 : Token::DisabledText, palette()));
}
