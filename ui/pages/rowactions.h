#pragma once

#include <QToolButton>
#include <QWidget>

class AccountTableView;

/// The strip over the trailing edge of the table: "︙" is painted in every row, and over the hovered, else
/// the current row lies one real button named "Actions for <name>". A sibling of the table, because inside a
/// table a screen reader is shown cells only.
class RowActions final : public QWidget
{
    Q_OBJECT

public:
    /// Both have the same parent; @p table must outlive it.
    explicit RowActions(AccountTableView &table, QWidget *parent);

    /// Over the table's edge again, after it was moved or sized.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refresh();
    void nameButton();
    void openMenu();
    int buttonRow() const;
    /// In the strip's own coordinates.
    int rowTop(int row) const;
    int headHeight() const;
    int rowAt(const QPoint &position) const;

    AccountTableView &m_table;
    QToolButton *m_button;
};
