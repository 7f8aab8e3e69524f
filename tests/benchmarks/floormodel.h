#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <array>

class QByteArray;

/// One page of accounts as bare texts, as the answer had them.
class FloorModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int columns = 9;

    using QAbstractTableModel::QAbstractTableModel;

    /// Gives back whether @p json was a page.
    bool read(const QByteArray &json);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<std::array<QString, columns>> m_rows;
};
