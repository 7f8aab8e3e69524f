#include "ui/widgets/rolespopup.h"

#include "ui/widgets/roleoption.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int margin = 5;

} // namespace

RolesPopup::RolesPopup(QWidget *owner)
    : PopupFrame(owner)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Role"));
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(0);
}

void RolesPopup::prepare(const QList<AccountRole> &chosen)
{
    qDeleteAll(m_options);
    m_options.clear();
    const auto sameName = [](const QString &name) {
        return [name](const AccountRole &role) { return role.name == name; };
    };
    for (Role role : allRoles()) {
        // The chosen one carries the id that the server gave it.
        const auto found = std::find_if(chosen.cbegin(), chosen.cend(), sameName(roleName(role)));
        const bool isChosen = found != chosen.cend();
        add(isChosen ? *found : AccountRole(role), isChosen);
    }
    for (const AccountRole &role : chosen) {
        if (!role.known())
            add(role, true);
    }
}

void RolesPopup::add(const AccountRole &role, bool chosen)
{
    auto *option = new RoleOption(role);
    option->setChecked(chosen);
    connect(option, &RoleOption::toggled, this,
            [this, option](bool on) { Q_EMIT roleToggled(option->role(), on); });
    m_column->addWidget(option);
    m_options += option;
}

void RolesPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        close();
        return;
    }
    PopupFrame::keyPressEvent(event);
}

void RolesPopup::showEvent(QShowEvent *event)
{
    PopupFrame::showEvent(event);
    if (!m_options.isEmpty())
        m_options.first()->setFocus(Qt::TabFocusReason);
}
