#pragma once

#include "models/list/expirations.h"

#include <QTableView>

class ExpirationTableModel;

/// What ExpirationChart paints, to be read: a row for each week. A row is chosen by a click or by Enter; the
/// chosen one has a tick.
class ExpirationTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ExpirationTable(QWidget *parent = nullptr);

    void setExpirations(const Expirations &expirations);
    /// -1 for none.
    void setChosenWeek(int week);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Also of the chosen one, to end the choice.
    void weekPressed(int week);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void press(const QModelIndex &index);

    ExpirationTableModel *m_model;
};
