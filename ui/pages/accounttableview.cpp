#include "ui/pages/accounttableview.h"

#include "models/export/rowstext.h"
#include "models/list/accounttablemodel.h"
#include "ui/pages/accountdelegate.h"
#include "ui/pages/rowmenu.h"
#include "ui/pages/tablecolumns.h"
#include "ui/style/metrics.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

AccountTableView::AccountTableView(AccountTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new AccountDelegate(model, this))
{
    setAccessibleName(tr("Service accounts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    m_columns = new TableColumns(*this, actionsWidth);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(Metrics::tableRowHeight);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    setUpColumns();

    connect(&model, &AccountTableModel::accountsAboutToChange, this, [this] { m_accountsChange = true; });
    connect(&model, &AccountTableModel::accountsChanged, this, [this] { m_accountsChange = false; });
    connect(&model, &QAbstractItemModel::layoutChanged, this, &AccountTableView::rowsChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AccountTableView::rowsChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AccountTableView::rowsChanged);
    connect(&model, &AccountTableModel::countsChanged, this, [this] {
        if (m_delegate->setSearch(m_model.filter().search))
            viewport()->update();
    });
}

void AccountTableView::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(static_cast<int>(m_model.sortColumn()), m_model.sortOrder());
    setSortingEnabled(true);
    m_delegate->setCovered(m_columns->lastColumn(), actionsWidth);
    connect(m_columns, &TableColumns::fitted, this,
            [this] { m_delegate->setCovered(m_columns->lastColumn(), actionsWidth); });
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        Q_EMIT columnsMenuRequested(header->viewport()->mapToGlobal(place));
    });
}

void AccountTableView::sortBy(AccountColumn column, Qt::SortOrder order)
{
    horizontalHeader()->setSortIndicator(static_cast<int>(column), order);
}

void AccountTableView::updateGeometries()
{
    if (m_columns)
        m_columns->fit();
    QTableView::updateGeometries();
    Q_EMIT rowsChanged();
}

void AccountTableView::setHoveredRow(int row)
{
    if (row >= m_model.rowCount())
        row = -1;
    // The row whose menu is open stays marked.
    if (row == m_hoveredRow || (m_menu && m_menu->isVisible()))
        return;
    updateRow(std::exchange(m_hoveredRow, row));
    m_delegate->setHoveredRow(row);
    updateRow(row);
    Q_EMIT rowsChanged();
}

void AccountTableView::updateRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void AccountTableView::updateFocusedRow()
{
    m_delegate->setFocused(hasFocus() ? currentIndex() : QModelIndex());
    updateRow(currentRow());
}

void AccountTableView::setOld(bool old)
{
    if (std::exchange(m_isOld, old) == old)
        return;
    m_delegate->setOld(old);
    viewport()->update();
}

QString AccountTableView::idOf(int row) const
{
    return row >= 0 && row < m_model.rowCount() ? m_model.serviceAccountAt(row).id : QString();
}

void AccountTableView::showAccount(const QString &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row, std::max(0, currentIndex().column()));
    setCurrentIndex(index);
    scrollTo(index);
}

RowMenu *AccountTableView::rowMenu()
{
    if (!m_menu) {
        m_menu = new RowMenu(this);
        connect(m_menu, &RowMenu::editChosen, this, &AccountTableView::editRequested);
        connect(m_menu, &RowMenu::copyNameChosen, this, &AccountTableView::copyName);
        connect(m_menu, &RowMenu::duplicateChosen, this, &AccountTableView::duplicateRequested);
        connect(m_menu, &RowMenu::deleteChosen, this, &AccountTableView::deleteRequested);
        connect(m_menu, &RowMenu::aboutToHide, this, &AccountTableView::lookForPointer, Qt::QueuedConnection);
    }
    return m_menu;
}

void AccountTableView::openRowMenu(int row, const QPoint &globalPosition)
{
    if (const QString id = idOf(row); !id.isEmpty())
        rowMenu()->openFor(id, globalPosition,
                           m_deleteForbidden ? m_deleteForbidden(m_model.serviceAccountAt(row)) : QString());
}

void AccountTableView::lookForPointer()
{
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    setHoveredRow(viewport()->rect().contains(pointer) ? rowAt(pointer.y()) : -1);
}

void AccountTableView::copyName(const QString &id)
{
    const ServiceAccount *account = m_model.accountById(id);
    if (!account)
        return;
    QGuiApplication::clipboard()->setText(account->name);
    Q_EMIT nameCopied(account->name);
}

QList<int> AccountTableView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.resize(std::distance(rows.begin(), std::unique(rows.begin(), rows.end())));
    return rows;
}

void AccountTableView::copyCurrentName()
{
    copyName(currentId());
}

void AccountTableView::copyRows()
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows = {currentRow()};
    if (rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(rowsText(m_model, rows, m_columns->shown()));
    Q_EMIT rowsCopied(static_cast<int>(rows.size()));
}

void AccountTableView::copySelected()
{
    if (areSeveralSelected())
        copyRows();
    else
        copyCurrentName();
}

void AccountTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_rowsWerePainted && m_model.rowCount() > 0) {
        m_rowsWerePainted = true;
        Q_EMIT rowsPainted();
    }
}

void AccountTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (!m_followsColumn)
        horizontalScrollBar()->setValue(across);
}

void AccountTableView::mousePressEvent(QMouseEvent *event)
{
    m_followsColumn = false;
    QTableView::mousePressEvent(event);
}

void AccountTableView::keyPressEvent(QKeyEvent *event)
{
    m_followsColumn = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                      event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    const QString id = idOf(currentRow());
    if (id.isEmpty()) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else if (event->key() == Qt::Key_Escape)
        clearSelection();
    else if (event->key() == Qt::Key_Delete && areSeveralSelected())
        Q_EMIT deleteManyRequested();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT deleteRequested(id);
    else if (!pressOfOne(*event, id))
        QTableView::keyPressEvent(event);
}

bool AccountTableView::pressOfOne(const QKeyEvent &event, const QString &id)
{
    const bool edits = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool duplicates = event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_D;
    // As in the menus: not of one of several.
    if ((edits || duplicates) && areSeveralSelected())
        return true;
    if (edits)
        Q_EMIT editRequested(id);
    else if (duplicates)
        Q_EMIT duplicateRequested(id);
    return edits || duplicates;
}

void AccountTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        openRowMenu(rowAt(event->pos().y()), event->globalPos());
        return;
    }
    const QRect cell = visualRect(currentIndex());
    if (currentIndex().isValid())
        openRowMenu(currentRow(),
                    viewport()->mapToGlobal(QPoint(cell.left() + Metrics::firstCellLeading, cell.bottom())));
}

void AccountTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString id = idOf(rowAt(qRound(event->position().y())));
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        Q_EMIT editRequested(id);
}

bool AccountTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setHoveredRow(rowAt(qRound(static_cast<QMouseEvent *>(event)->position().y())));
    else if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void AccountTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::ApplicationFontChange)
        return;
    m_delegate->refreshFonts();
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
}

void AccountTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    updateFocusedRow();
}

void AccountTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateFocusedRow();
}

void AccountTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT rowsChanged();
}

void AccountTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateFocusedRow();
    Q_EMIT rowsChanged();
    Q_EMIT currentAccountChanged();
}

void AccountTableView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // After a deletion the neighbour is the current row. What a filter hides has none: the rows that go are
    // put together at the end, and the view would follow them there.
    const bool isHidden = !m_accountsChange && currentRow() >= first && currentRow() <= last;
    if (isHidden)
        selectionModel()->clearCurrentIndex();
    QTableView::rowsAboutToBeRemoved(parent, first, last);
    if (isHidden)
        scrollToTop();
}

void AccountTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT rowsChanged();
}
