#pragma once

#include "models/accounts/accountrole.h"
#include "ui/widgets/popupframe.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// The list under the Role field: a check box for each role, with what it allows.
class RolesPopup final : public PopupFrame
{
    Q_OBJECT

public:
    explicit RolesPopup(QWidget *owner);

    /// The known roles in their order, then those of @p chosen that the program does not know.
    void prepare(const QList<AccountRole> &chosen);

Q_SIGNALS:
    void toggled(const AccountRole &role, bool chosen);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column;
};
