#pragma once

#include "ui/pages/accounttableview.h"

#include <QWidget>

class RowActions;

/// The table and, laid over its edge, the actions of its rows.
class AccountTable final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountTable(AccountTableModel &model, QWidget *parent = nullptr);

    AccountTableView *view() const { return m_view; }

private:
    AccountTableView *m_view;
    RowActions *m_actions;
};
