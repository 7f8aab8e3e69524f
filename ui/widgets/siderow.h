#pragma once

#include <QPushButton>

/// A row of the side list: icon and word without an edge, at the leading end. The icon alone when compact;
/// its word is then its tool tip, and its accessible name in any case.
class SideRow final : public QPushButton
{
    Q_OBJECT

public:
    /// @param iconName of Icons
    SideRow(const QString &iconName, const QString &word, QWidget *parent = nullptr);

    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    bool m_isCompact = false;
};
