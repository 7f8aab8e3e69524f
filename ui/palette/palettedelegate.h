#pragma once

#include <QAbstractItemDelegate>

class PaletteModel;

/// Paints a line of the palette: icon, words, and at the end the shortcut or why it is not possible.
class PaletteDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    explicit PaletteDelegate(const PaletteModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static int rowHeight();

private:
    const PaletteModel &m_model;
};
