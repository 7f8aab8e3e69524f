#pragma once

#include "models/accounts/accountrole.h"
#include "ui/widgets/popupframe.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

class RoleOption;

/// The list under the Role field: a check box for each role, with what it allows.
class RolesPopup final : public PopupFrame
{
    Q_OBJECT

public:
    explicit RolesPopup(QWidget *owner);

    /// The known roles in their order, then those of @p chosen that the program does not know.
    void prepare(const QList<AccountRole> &chosen);

Q_SIGNALS:
    void roleToggled(const AccountRole &role, bool chosen);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void add(const AccountRole &role, bool chosen);

    QVBoxLayout *m_column;
    QList<RoleOption *> m_options;
};
