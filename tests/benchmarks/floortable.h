#pragma once

#include <QTableView>

/// A table that says once, on standard error, when it has painted rows.
class FloorTable final : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_said = false;
};
