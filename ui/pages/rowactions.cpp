#include "ui/pages/rowactions.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/rowbutton.h"
#include "ui/pages/rowmenu.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

RowActions::RowActions(AccountTableView &table, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_button(new RowButton(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, this, &RowActions::openMenu);
    connect(&m_table, &AccountTableView::rowsChanged, this, &RowActions::place);
    connect(&m_table.accounts(), &QAbstractItemModel::dataChanged, this, &RowActions::nameButton);
}

int RowActions::headHeight() const
{
    return m_table.horizontalHeader()->height();
}

void RowActions::place()
{
    const QRect rows = m_table.viewport()->geometry();
    const int x = layoutDirection() == Qt::RightToLeft ? rows.left()
                                                       : rows.right() + 1 - AccountTableView::actionsWidth;
    const QRect wanted(m_table.mapTo(parentWidget(), QPoint(x, rows.top() - headHeight())),
                       QSize(AccountTableView::actionsWidth, headHeight() + rows.height()));
    if (geometry() != wanted)
        setGeometry(wanted);
    refresh();
}

int RowActions::rowTop(int row) const
{
    return headHeight() + m_table.rowViewportPosition(row);
}

int RowActions::rowAt(const QPoint &position) const
{
    return position.y() < headHeight() ? -1 : m_table.rowAt(position.y() - headHeight());
}

int RowActions::buttonRow() const
{
    const int row = m_table.hoveredRow() >= 0 ? m_table.hoveredRow() : m_table.currentRow();
    if (row < 0 || row >= m_table.accounts().rowCount())
        return -1;
    // It is not to lie over the head, nor below the last row that can be seen.
    const int middle = m_table.rowViewportPosition(row) + m_table.rowHeight(row) / 2;
    return middle > 0 && middle < m_table.viewport()->height() ? row : -1;
}

void RowActions::refresh()
{
    update();
    const int row = buttonRow();
    if (row < 0) {
        m_button->hide();
        return;
    }
    nameButton();
    m_button->move((width() - m_button->width()) / 2,
                   rowTop(row) + (m_table.rowHeight(row) - m_button->height()) / 2);
    m_button->show();
}

void RowActions::nameButton()
{
    if (const int row = buttonRow(); row >= 0)
        m_button->setAccessibleName(tr("Actions for %1").arg(m_table.accounts().serviceAccountAt(row).name));
}

void RowActions::openMenu()
{
    const int row = buttonRow();
    if (row < 0)
        return;
    RowMenu *menu = m_table.rowMenu();
    m_button->setDown(true);
    connect(
        menu, &RowMenu::aboutToHide, m_button, [this] { m_button->setDown(false); },
        Qt::SingleShotConnection);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int x = isMirrored ? 0 : m_button->width() - menu->sizeHint().width();
    m_table.openRowMenu(row, m_button->mapToGlobal(QPoint(x, m_button->height() + Metrics::popupGap)));
}

void RowActions::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Window, palette()));
    painter.fillRect(0, headHeight() - 1, width(), 1, color(Token::Line, palette()));
    painter.setClipRect(0, headHeight(), width(), height() - headHeight());
    const int rows = m_table.accounts().rowCount();
    const QItemSelectionModel *selection = m_table.selectionModel();
    for (int row = m_table.rowAt(0); row >= 0 && row < rows && rowTop(row) < height(); ++row) {
        const bool isSelected = selection->isRowSelected(row);
        const bool isHovered = row == m_table.hoveredRow();
        const QRect cell(0, rowTop(row), width(), m_table.rowHeight(row));
        if (isSelected || isHovered)
            painter.fillRect(cell, color(isSelected ? Token::TintStrong : Token::Hover, palette()));
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                         color(Token::RowLine, palette()));
        if (isSelected)
            Paint::selectionEdges(&painter, cell, palette());
        if (m_button->isVisible() && row == buttonRow())
            continue;
        const bool isStrong = isHovered || row == m_table.currentRow();
        Icons::paint(&painter, cell, QStringLiteral("ellipsis-vertical"),
                     color(isStrong ? Token::Text : Token::Text2, palette()));
    }
    if (m_table.horizontalScrollBar()->maximum() > 0) {
        painter.setClipping(false);
        const int x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
        painter.fillRect(x, 0, 1, height(), color(Token::Line, palette()));
    }
}

void RowActions::mouseMoveEvent(QMouseEvent *event)
{
    m_table.setHoveredRow(rowAt(event->position().toPoint()));
}

void RowActions::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0)
        m_table.setCurrentIndex(m_table.accounts().index(row, 0));
}

void RowActions::leaveEvent(QEvent * /*event*/)
{
    m_table.setHoveredRow(-1);
}

void RowActions::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_table.verticalScrollBar(), event);
}

void RowActions::contextMenuEvent(QContextMenuEvent *event)
{
    m_table.openRowMenu(rowAt(event->pos()), event->globalPos());
}
