#include "ui/pages/scrollanchor.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accounttableview.h"

#include <QScrollBar>

ScrollAnchor::ScrollAnchor(AccountTableView *view)
    : QObject(view)
    , m_view(view)
{
    connect(&view->accounts(), &AccountTableModel::accountsAboutToChange, this, &ScrollAnchor::remember);
    connect(&view->accounts(), &AccountTableModel::accountsChanged, this, &ScrollAnchor::restore);
}

void ScrollAnchor::remember()
{
    m_places.clear();
    if (m_view->verticalScrollBar()->value() == 0)
        return;
    const QAbstractItemModel *model = m_view->model();
    const int bottom = m_view->viewport()->height();
    for (int row = m_view->rowAt(0); row >= 0 && row < model->rowCount(); ++row) {
        const int y = m_view->rowViewportPosition(row);
        if (y >= bottom)
            break;
        m_places.append({QPersistentModelIndex(model->index(row, 0)), y});
    }
}

void ScrollAnchor::restore()
{
    const QList<Place> places = std::exchange(m_places, {});
    for (const Place &place : places) {
        if (!place.row.isValid())
            continue;
        const int moved = m_view->rowViewportPosition(place.row.row()) - place.y;
        if (moved == 0)
            return;
        // The scroll bar learns of rows that came at the next layout only.
        m_view->doItemsLayout();
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + moved);
        return;
    }
}
