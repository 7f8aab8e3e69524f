#pragma once

#include "models/accounts/accountrole.h"
#include "ui/widgets/chippainter.h"

#include <QWidget>

/// The roles of an account as a row of chips; its accessible name is their list.
class Chips final : public QWidget
{
    Q_OBJECT

public:
    explicit Chips(const QList<AccountRole> &roles = {}, QWidget *parent = nullptr);

    void setRoles(const QList<AccountRole> &roles);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList m_names;
    ChipPainter m_painter;
};
