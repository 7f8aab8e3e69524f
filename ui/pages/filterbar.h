#pragma once

#include "models/list/accountcounts.h"
#include "models/list/accountfilter.h"
#include "ui/widgets/menubutton.h"

#include <QWidget>

class Button;
class FilterButton;
class PillRow;

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QMenu;
QT_END_NAMESPACE

/// The line of counts, the buttons "Status" and "Role", and those of the table: "Columns", "Details". Pills
/// and "Status" are one setting.
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

    /// Filled by others.
    QMenu *columnsMenu() const { return m_columns->choices(); }
    Button *detailsButton() const { return m_details; }

Q_SIGNALS:
    void statusChosen(StatusChoice choice);
    void rolesChosen(const QStringList &roles);
    void expiryCleared();

private:
    void fillStatusMenu();
    void fillRoleMenu();
    void setExpiry(const std::optional<ExpiryRange> &expiry);
    void toggleRole(const QString &role, bool on);

    PillRow *m_pills;
    FilterButton *m_status;
    FilterButton *m_role;
    MenuButton *m_columns;
    Button *m_details;
    /// There while a week is chosen, which "Expirations ahead" does.
    FilterButton *m_expiry = nullptr;
    QHBoxLayout *m_row;
    StatusChoice m_choice = StatusChoice::All;
    QStringList m_roles;
    QStringList m_roleChoices;
};
