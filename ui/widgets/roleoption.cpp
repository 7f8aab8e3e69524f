#include "ui/widgets/roleoption.h"

#include "ui/style/fieldpainter.h"
#include "ui/style/icons.h"
#include "ui/style/literaltext.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/widgets/rolesallowed.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int markLeft = 8;
constexpr int markTop = 6;
constexpr int markArea = 22;
constexpr int textLeft = 38;
constexpr int padding = 8;
constexpr int lineGap = 2;
constexpr int shieldSize = 14;
constexpr int usualWidth = 500;
constexpr int leastWidth = 160;

} // namespace

RoleOption::RoleOption(const AccountRole &role, QWidget *parent)
    : QCheckBox(escapedMnemonic(role.name), parent)
    , m_role(role)
    , m_allows(allowsText(role))
{
    setAccessibleName(role.name);
    setAccessibleDescription(m_allows);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize RoleOption::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

QSize RoleOption::minimumSizeHint() const
{
    // Its height follows from the width that it gets.
    return {leastWidth, heightForWidth(usualWidth)};
}

int RoleOption::heightForWidth(int width) const
{
    const QFontMetrics name(::font(TextStyle::Label));
    const QFontMetrics small(::font(TextStyle::Caption));
    const QRect room(0, 0, std::max(1, width - textLeft - padding), 0);
    return 2 * padding + name.height() + lineGap +
           small.boundingRect(room, Qt::TextWordWrap, m_allows).height();
}

bool RoleOption::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void RoleOption::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    if (option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus))
        Paint::box(&painter, rect(), Metrics::controlRadius, color(Token::Tint, palette()));
    const Mirror visual(layoutDirection(), rect());
    option.rect = visual(QRect(markLeft, markTop, markArea, markArea));
    FieldPainter::checkBox(&painter, &option, this);

    const QFont name = ::font(TextStyle::Label);
    const QFontMetrics nameMetrics(name);
    const int width = rect().width() - textLeft - padding;
    const QRect first(textLeft, padding, width, nameMetrics.height());
    Paint::line(&painter, visual(first), visual.leading(), m_role.name, name, color(Token::Text, palette()));
    if (m_role.known() == Role::Admin) {
        const int left = textLeft + nameMetrics.horizontalAdvance(m_role.name) + Metrics::iconGap;
        Icons::paint(&painter, visual(QRect(left, first.y(), shieldSize, first.height())),
                     QStringLiteral("shield-alert"), color(Token::Warn, palette()), shieldSize);
    }
    painter.setFont(::font(TextStyle::Caption));
    painter.setPen(color(Token::Text2, palette()));
    const QRect second(textLeft, first.bottom() + 1 + lineGap, width, height() - first.bottom() - lineGap);
    painter.drawText(visual(second), static_cast<int>(visual.leading() | Qt::AlignTop) | Qt::TextWordWrap,
                     m_allows);
}
