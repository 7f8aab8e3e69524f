#include "ui/pages/accounttable.h"

#include "ui/pages/rowactions.h"
#include "ui/pages/scrollanchor.h"

#include <QVBoxLayout>

AccountTable::AccountTable(AccountTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_view(new AccountTableView(model, this))
    , m_actions(new RowActions(*m_view, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_view);
    m_actions->raise();
    new ScrollAnchor(m_view);
    setTabOrder(m_view, m_actions);
    setFocusProxy(m_view);
}
