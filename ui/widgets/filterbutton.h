#pragma once

#include "ui/widgets/menubutton.h"

/// "Status" or "Role" over the table: at rest (empty value) the word alone; set, the value follows on tint.
class FilterButton final : public MenuButton
{
    Q_OBJECT

public:
    explicit FilterButton(const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Long values ("Deployment, Power User, Viewer") are elided in the button, not in the description.
    QString shownValue() const;
};
