#pragma once

#include <QStyledItemDelegate>

/// Paints a row of the list of connections: icon, name over a second line, and the icon of its state. The
/// words are in ConnectionListModel, for a screen reader as well.
class ConnectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
