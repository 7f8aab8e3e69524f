#pragma once

#include "ui/widgets/menubutton.h"

/// A choice from a list: looks like a drop-down and shows its value; its name ("Connection") is in its label
/// and in its accessible name.
class DropDownButton final : public MenuButton
{
    Q_OBJECT

public:
    explicit DropDownButton(const QString &name, QWidget *parent = nullptr);

    /// In front of the value; empty for none.
    void setIconName(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};
