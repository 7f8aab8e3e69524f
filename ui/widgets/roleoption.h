#pragma once

#include "models/accounts/accountrole.h"

#include <QCheckBox>

/// A check box of the list under the Role field, with what the role allows under its name. The accessible
/// name is the role, the description what it allows.
class RoleOption final : public QCheckBox
{
    Q_OBJECT

public:
    explicit RoleOption(const AccountRole &role, QWidget *parent = nullptr);

    const AccountRole &role() const { return m_role; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    AccountRole m_role;
    QString m_allows;
};
