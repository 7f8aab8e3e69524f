#pragma once

#include <QStyledItemDelegate>

/// Paints the rows of TextRows in the colours of the table "Service accounts".
class TextRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of a row with one line, in logical pixels.
    static int lineHeight();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// At the width of the index's column.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
