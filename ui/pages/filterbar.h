#pragma once

#include "models/list/accountcounts.h"
#include "models/list/accountfilter.h"

#include <QWidget>

class FilterButton;
class PillRow;

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

/// The line of counts and the buttons "Status" and "Role". Pills and "Status" are one setting.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Shows status and roles of @p filter. Does not emit anything.
    void setFilter(const AccountFilter &filter);
    void setCounts(const AccountCounts &counts);
    /// What "Role" offers; read again whenever it opens.
    void setRoleChoices(const QStringList &roles) { m_roleChoices = roles; }

Q_SIGNALS:
    void statusChosen(StatusChoice choice);
    void rolesChosen(const QStringList &roles);

private:
    void fillStatusMenu();
    void fillRoleMenu();
    void toggleRole(const QString &role, bool on);

    PillRow *m_pills;
    FilterButton *m_status;
    FilterButton *m_role;
    StatusChoice m_choice = StatusChoice::All;
    QStringList m_roles;
    QStringList m_roleChoices;
};
