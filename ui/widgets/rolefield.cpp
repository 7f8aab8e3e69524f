#include "ui/widgets/rolefield.h"

#include "ui/style/controltraits.h"
#include "ui/style/fieldpainter.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessiblerolefield.h"
#include "ui/widgets/rolespopup.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int chipsLeft = 6;
constexpr int chipGap = 6;
constexpr int chevronArea = 32;
constexpr int placeholderLeft = 10;
constexpr int usualWidth = 300;
constexpr int leastWidth = 160;

/// Where a known role stands among the known ones; an unknown one behind them all.
qsizetype rank(const AccountRole &role)
{
    const std::optional<Role> known = role.known();
    return known ? allRoles().indexOf(*known) : allRoles().size();
}

} // namespace

RoleField::RoleField(QWidget *parent)
    : QWidget(parent)
{
    AccessibleRoleField::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Role"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

RoleField::~RoleField() = default;

void RoleField::setRoles(const QList<AccountRole> &roles)
{
    m_roles = roles;
    m_hoveredCross = -1;
    update();
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QString RoleField::rolesText() const
{
    return ::rolesText(m_roles);
}

void RoleField::take(const QList<AccountRole> &roles)
{
    if (roles == m_roles)
        return;
    setRoles(roles);
    Q_EMIT changed();
}

void RoleField::setChosen(const AccountRole &role, bool chosen)
{
    QList<AccountRole> roles = m_roles;
    if (!chosen) {
        roles.removeAll(role);
    } else if (!roles.contains(role)) {
        const auto behind = std::find_if(roles.cbegin(), roles.cend(),
                                         [&](const AccountRole &other) { return rank(other) > rank(role); });
        roles.insert(behind, role);
    }
    take(roles);
}

void RoleField::openList()
{
    if (!m_popup) {
        m_popup = new RolesPopup(this);
        connect(m_popup, &RolesPopup::roleToggled, this, &RoleField::setChosen);
        connect(m_popup, &RolesPopup::closed, this, qOverload<>(&RoleField::update));
    }
    if (m_popup->isVisible())
        return;
    m_popup->prepare(m_roles);
    m_popup->openBelow(this, true);
    update();
}

QSize RoleField::sizeHint() const
{
    return {usualWidth, Metrics::roleFieldHeight};
}

QSize RoleField::minimumSizeHint() const
{
    return {leastWidth, Metrics::roleFieldHeight};
}

QList<QRect> RoleField::chipRects() const
{
    QList<QRect> rects;
    const int top = (height() - Metrics::chipWithCrossHeight) / 2;
    int left = chipsLeft;
    for (const AccountRole &role : m_roles) {
        const int width = m_painter.width(role.name, true);
        if (left + width > this->width() - chevronArea)
            break;
        rects += QStyle::visualRect(layoutDirection(), rect(),
                                    QRect(left, top, width, Metrics::chipWithCrossHeight));
        left += width + chipGap;
    }
    return rects;
}

int RoleField::crossAt(const QPoint &position) const
{
    const QList<QRect> chips = chipRects();
    for (int i = 0; i < chips.size(); ++i) {
        if (ChipPainter::crossRect(chips.at(i), layoutDirection()).contains(position))
            return i;
    }
    return -1;
}

void RoleField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool open = m_popup && m_popup->isVisible();
    FieldPainter::field(&painter, rect(), {isEnabled(), hasFocus() || open, isInvalid(this), false},
                        palette());
    const Mirror visual(layoutDirection(), rect());
    Icons::paint(&painter, visual(QRect(width() - chevronArea, 0, chevronArea, height())),
                 QStringLiteral("chevron-down"),
                 color(isEnabled() ? Token::Text2 : Token::DisabledText, palette()));
    if (m_roles.isEmpty()) {
        const QRect room(placeholderLeft, 0, width() - placeholderLeft - chevronArea, height());
        Paint::line(&painter, visual(room), visual.leading(), tr("Choose one or more roles"),
                    ::font(TextStyle::Body),
                    color(isEnabled() ? Token::Text3 : Token::DisabledText, palette()));
        return;
    }
    const QList<QRect> chips = chipRects();
    for (int i = 0; i < chips.size(); ++i) {
        ChipPainter::Look look;
        look.cross = true;
        look.enabled = isEnabled();
        look.fill = i == m_hoveredCross ? Token::Pressed : Token::Fill;
        m_painter.paint(&painter, chips.at(i), m_roles.at(i).name, look, palette(), layoutDirection());
    }
    const qsizetype hidden = m_roles.size() - chips.size();
    if (hidden > 0) {
        const QRect room(0, 0, width() - chevronArea, height());
        Paint::line(&painter, visual(room), visual.trailing(), u'+' + QString::number(hidden),
                    ::font(TextStyle::ColumnHead), color(Token::Text2, palette()));
    }
}

void RoleField::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int cross = crossAt(event->position().toPoint());
    if (cross < 0) {
        openList();
        return;
    }
    QList<AccountRole> roles = m_roles;
    roles.removeAt(cross);
    take(roles);
}

void RoleField::mouseMoveEvent(QMouseEvent *event)
{
    const int cross = crossAt(event->position().toPoint());
    if (cross == m_hoveredCross)
        return;
    m_hoveredCross = cross;
    update();
}

void RoleField::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hoveredCross = -1;
    update();
}

void RoleField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        openList();
        return;
    case Qt::Key_Backspace:
        if (!m_roles.isEmpty())
            take(m_roles.first(m_roles.size() - 1));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RoleField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        m_painter = ChipPainter();
    update();
}
