#pragma once

#include "models/list/expirations.h"

#include <QAbstractTableModel>

/// Expirations as rows: the week, how many tokens expire in it, and how many of these soon.
class ExpirationTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setExpirations(const Expirations &expirations);
    /// -1 for none.
    void setChosenWeek(int week);
    /// Whether there is anything to choose in it, or it is chosen.
    bool canPress(int week) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum Column { Week, Count, Soon, ColumnTotal };

    Expirations m_expirations;
    int m_chosen = -1;
};
