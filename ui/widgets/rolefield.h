#pragma once

#include "models/accounts/accountrole.h"
#include "ui/widgets/chippainter.h"

#include <QList>
#include <QWidget>

class RolesPopup;

/// The multi-select named "Role": the chosen roles as chips, each with a cross, and a list of check boxes
/// with what each allows. Space, Enter, Down and a press open the list; Backspace removes the last chip.
/// Roles that the program does not know keep their place, name and id; they get a check box of their own
/// while they are chosen.
class RoleField final : public QWidget
{
    Q_OBJECT

public:
    explicit RoleField(QWidget *parent = nullptr);
    ~RoleField() override;

    const QList<AccountRole> &roles() const { return m_roles; }
    /// Does not emit changed().
    void setRoles(const QList<AccountRole> &roles);

    /// "Deployment, Viewer": what a screen reader is told as description, before the field's message.
    QString rolesText() const;

    void openList();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<QRect> chipRects() const;
    int crossAt(const QPoint &position) const;
    void take(const QList<AccountRole> &roles);
    void setChosen(const AccountRole &role, bool chosen);

    QList<AccountRole> m_roles;
    ChipPainter m_painter;
    RolesPopup *m_popup = nullptr;
    int m_hoveredCross = -1;
};
