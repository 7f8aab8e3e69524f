#include "ui/pages/selectionplace.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/selectionbar.h"

#include <QApplication>
#include <QEvent>
#include <QItemSelectionModel>

#include <utility>

SelectionPlace::SelectionPlace(AccountTableView &view, QWidget *line, int below, QWidget *page)
    : QObject(page)
    , m_view(view)
    , m_line(line)
    , m_below(below)
    , m_page(page)
{
    QSizePolicy keeps = m_line->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_line->setSizePolicy(keeps);
    connect(m_view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &SelectionPlace::refresh);
    // A reset clears the selection without a word.
    connect(m_view.model(), &QAbstractItemModel::modelReset, this, &SelectionPlace::refresh,
            Qt::QueuedConnection);
}

void SelectionPlace::refresh()
{
    const auto count = static_cast<int>(m_view.selectedRows().size());
    if (std::exchange(m_count, count) == count)
        return;
    showBar(count > 1);
    if (m_bar && count > 1)
        m_bar->setCount(count);
    Q_EMIT countChanged(count);
}

void SelectionPlace::showBar(bool show)
{
    if (show == (m_bar && m_bar->isVisibleTo(m_page)))
        return;
    if (show) {
        if (!m_bar)
            makeBar();
        place();
        m_line->hide();
        m_bar->show();
        return;
    }
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && m_bar->isAncestorOf(focused);
    m_line->show();
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
    m_bar->hide();
}

void SelectionPlace::makeBar()
{
    m_bar = new SelectionBar(m_page);
    m_bar->hide();
    connect(m_bar, &SelectionBar::deleteRequested, this, &SelectionPlace::deleteRequested);
    connect(m_bar, &SelectionBar::addRoleRequested, this, &SelectionPlace::addRoleRequested);
    connect(m_bar, &SelectionBar::removeRoleRequested, this, &SelectionPlace::removeRoleRequested);
    connect(m_bar, &SelectionBar::exportRequested, this, &SelectionPlace::exportRequested);
    connect(m_bar, &SelectionBar::clearRequested, this, &SelectionPlace::clear);
    // The Tab key finds the bar where the line was.
    QWidget *before = m_line;
    for (QWidget *last = m_line->nextInFocusChain(); m_line->isAncestorOf(last);
         last = last->nextInFocusChain())
        before = last;
    for (QWidget *stop : m_bar->stops()) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
    m_page->installEventFilter(this);
}

void SelectionPlace::place()
{
    const QRect line = m_line->geometry();
    m_bar->setGeometry(0, line.y(), m_page->width(), line.height() + m_below);
}

void SelectionPlace::clear()
{
    m_view.clearSelection();
    m_view.setFocus(Qt::OtherFocusReason);
}

bool SelectionPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        place();
    return QObject::eventFilter(watched, event);
}
