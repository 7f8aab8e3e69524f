#pragma once

#include <QToolButton>

/// "︙" as a real button; on a disc while it is pressed or its menu is open.
class RowButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit RowButton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
