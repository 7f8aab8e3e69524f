#include "ui/widgets/versioncard.h"

#include "ui/style/fieldpainter.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/widgets/chippainter.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace {

constexpr int textLeft = 36;
constexpr int padding = 12;
constexpr int contentGap = 8;
constexpr int leastWidth = 200;
constexpr int usualWidth = 300;

QString wholeText(const QList<VersionCard::Words> &words)
{
    QString text;
    for (const VersionCard::Words &piece : words)
        text += piece.text;
    return text;
}

/// Lays the words out at @p width and gives their height.
int layOut(QTextLayout &layout, const QList<VersionCard::Words> &words, int width,
           Qt::LayoutDirection direction)
{
    layout.setText(wholeText(words));
    layout.setFont(font(TextStyle::Body));
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const VersionCard::Words &piece : words) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(piece.text.size());
        range.format.setFontWeight(piece.changed ? QFont::DemiBold : QFont::Normal);
        formats += range;
        start += range.length;
    }
    layout.setFormats(formats);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(std::ceil(height));
}

} // namespace

VersionCard::VersionCard(const QString &name, QWidget *parent)
    : QRadioButton(name, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void VersionCard::setWords(const QList<Words> &words)
{
    m_words = words;
    m_roles.clear();
    setAccessibleDescription(wholeText(words));
    updateGeometry();
    update();
}

void VersionCard::setRoles(const QList<AccountRole> &roles)
{
    m_roles = roles;
    m_words.clear();
    setAccessibleDescription(rolesText(roles));
    updateGeometry();
    update();
}

QSize VersionCard::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

QSize VersionCard::minimumSizeHint() const
{
    // Its height follows from the width that it gets.
    return {leastWidth, heightForWidth(usualWidth)};
}

int VersionCard::heightForWidth(int width) const
{
    const int title = QFontMetrics(::font(TextStyle::Strong)).height();
    int content = Metrics::chipHeight;
    if (m_roles.isEmpty()) {
        QTextLayout layout;
        content = layOut(layout, m_words, std::max(1, width - textLeft - padding), layoutDirection());
    }
    return padding + title + contentGap + content + padding;
}

bool VersionCard::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void VersionCard::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = rect();
    QPainter painter(this);
    FieldPainter::card(&painter, &option, this);

    const Mirror visual(layoutDirection(), rect());
    const QColor ink = color(isEnabled() ? Token::Text : Token::DisabledText, palette());
    const QFont strong = ::font(TextStyle::Strong);
    const int titleHeight = QFontMetrics(strong).height();
    const int width = rect().width() - textLeft - padding;
    Paint::line(&painter, visual(QRect(textLeft, padding, width, titleHeight)), visual.leading(), text(),
                strong, ink);

    const int top = padding + titleHeight + contentGap;
    if (!m_roles.isEmpty()) {
        ChipPainter::Look look;
        look.fill = isChecked() ? Token::Raised : Token::Fill;
        look.enabled = isEnabled();
        ChipPainter().paintRow(&painter, visual(QRect(textLeft, top, width, Metrics::chipHeight)),
                               roleNames(m_roles), look, palette(), layoutDirection());
        return;
    }
    QTextLayout layout;
    layOut(layout, m_words, std::max(1, width), layoutDirection());
    painter.setPen(ink);
    layout.draw(&painter, visual(QRect(textLeft, top, width, height() - top)).topLeft());
}
