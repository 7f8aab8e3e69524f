#include "ui/widgets/rolesallowed.h"

#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace {

constexpr int rowGap = 8;
constexpr int columnGap = 10;
constexpr int lineGap = 2;

/// One role: icon, name, sentence.
QWidget *roleRow(const AccountRole &role)
{
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(columnGap);
    grid->setVerticalSpacing(lineGap);
    grid->setColumnStretch(1, 1);
    const bool known = role.known().has_value();
    grid->addWidget(
        new IconView(known ? QStringLiteral("circle-check") : QStringLiteral("circle-help"), Token::Text2), 0,
        0);
    grid->addWidget(new TextLabel(role.name, TextStyle::Label), 0, 1);
    auto *allows = new TextLabel(allowsText(role), TextStyle::Caption, Token::Text2);
    allows->setWordWrap(true);
    grid->addWidget(allows, 1, 1);
    return row;
}

} // namespace

QString allowsText(const AccountRole &role)
{
    if (const std::optional<Role> known = role.known())
        return roleAllows(*known);
    return QCoreApplication::translate("RolesAllowed", "This program does not know what this role allows.");
}

RolesAllowed::RolesAllowed(QWidget *parent)
    : Box(Token::Sunken, {}, parent)
    , m_rows(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rowGap);
    column->addWidget(new TextLabel(tr("What these roles allow"), TextStyle::ColumnHead, Token::Text2));
    m_rows->setSpacing(rowGap);
    column->addLayout(m_rows);
    hide();
}

void RolesAllowed::setRoles(const QList<AccountRole> &roles)
{
    if (roles == m_shown)
        return;
    m_shown = roles;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AccountRole &role : roles)
        m_rows->addWidget(roleRow(role));
    setVisible(!roles.isEmpty());
}
