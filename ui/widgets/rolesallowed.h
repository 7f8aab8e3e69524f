#pragma once

#include "models/accounts/accountrole.h"
#include "ui/widgets/box.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// The sunken box "What these roles allow". Hidden while there is no role.
class RolesAllowed final : public Box
{
    Q_OBJECT

public:
    explicit RolesAllowed(QWidget *parent = nullptr);

    void setRoles(const QList<AccountRole> &roles);

private:
    QList<AccountRole> m_shown;
    QVBoxLayout *m_rows;
};

/// What a role allows, or, for one that the program does not know, that it does not know.
QString allowsText(const AccountRole &role);
