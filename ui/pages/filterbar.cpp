#include "ui/pages/filterbar.h"

#include "models/list/expirations.h"
#include "ui/pages/pillrow.h"
#include "ui/style/icons.h"
#include "ui/style/literaltext.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filterbutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>

namespace {

constexpr int filterGap = 6;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_pills(new PillRow)
    , m_status(new FilterButton(tr("Status")))
    , m_role(new FilterButton(tr("Role")))
    , m_columns(new MenuButton(tr("Columns")))
    , m_details(Button::iconOnly(QStringLiteral("panel-right"), tr("Details")))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(filterGap);
    m_row->addWidget(m_pills, 1);
    m_row->addSpacing(Metrics::buttonGap);
    m_row->addWidget(m_status);
    m_row->addWidget(m_role);
    setButtonKind(m_columns, ButtonKind::IconOnly);
    m_columns->setIcon(Icons::icon(QStringLiteral("columns-3")));
    m_columns->setToolTip(tr("Columns"));
    m_details->setCheckable(true);
    m_row->addWidget(m_columns);
    m_row->addWidget(m_details);
    connect(m_pills, &PillRow::chosen, this, &FilterBar::statusChosen);
    connect(m_status->choices(), &QMenu::aboutToShow, this, &FilterBar::fillStatusMenu);
    connect(m_role->choices(), &QMenu::aboutToShow, this, &FilterBar::fillRoleMenu);
    // A menu that was never filled has no height to be placed by.
    fillStatusMenu();
    fillRoleMenu();
}

void FilterBar::setFilter(const AccountFilter &filter)
{
    m_choice = filter.status;
    m_roles = filter.roles;
    m_pills->setChoice(m_choice);
    m_status->setValue(m_choice == StatusChoice::All ? QString() : statusChoiceText(m_choice));
    m_role->setValue(m_roles.join(QStringLiteral(", ")));
    setExpiry(filter.expiry);
}

void FilterBar::setCounts(const AccountCounts &counts)
{
    m_pills->setCounts(counts);
}

void FilterBar::setExpiry(const std::optional<ExpiryRange> &expiry)
{
    if (!m_expiry && !expiry)
        return;
    if (!m_expiry) {
        m_expiry = new FilterButton(tr("Expires"));
        m_row->insertWidget(m_row->indexOf(m_status), m_expiry);
        setTabOrder(m_expiry, m_status);
        connect(m_expiry->choices()->addAction(tr("Any Week")), &QAction::triggered, this,
                &FilterBar::expiryCleared);
    }
    m_expiry->setValue(expiry ? rangeText(*expiry) : QString());
    m_expiry->setVisible(expiry.has_value());
}

void FilterBar::fillStatusMenu()
{
    QMenu *menu = m_status->choices();
    menu->clear();
    auto *group = new QActionGroup(menu);
    for (const StatusChoice choice : allStatusChoices) {
        QAction *action = menu->addAction(statusChoiceText(choice));
        action->setCheckable(true);
        action->setChecked(choice == m_choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT statusChosen(choice); });
    }
}

void FilterBar::fillRoleMenu()
{
    QMenu *menu = m_role->choices();
    menu->clear();
    for (const QString &role : m_roleChoices) {
        QAction *action = menu->addAction(escapedMnemonic(role));
        action->setCheckable(true);
        action->setChecked(m_roles.contains(role));
        connect(action, &QAction::triggered, this, [this, role](bool on) { toggleRole(role, on); });
    }
}

void FilterBar::toggleRole(const QString &role, bool on)
{
    QStringList roles = m_roles;
    roles.removeAll(role);
    if (on)
        roles.append(role);
    Q_EMIT rolesChosen(roles);
}
