#include "ui/pages/pagebody.h"

#include "ui/pages/accounttableview.h"
#include "ui/pages/detailspane.h"
#include "ui/pages/tablecolumns.h"
#include "ui/style/metrics.h"
#include "ui/widgets/accessiblesplitterhandle.h"

#include <algorithm>
#include <utility>

namespace {

/// Under this width of the window the details begin closed.
constexpr int wideEnough = 1100;
constexpr int leastRowsWidth = 280;

} // namespace

PageBody::PageBody(AccountTableView &view, QWidget *rows, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_view(view)
{
    AccessibleSplitterHandle::install();
    setChildrenCollapsible(false);
    rows->setMinimumWidth(leastRowsWidth);
    addWidget(rows);
    setStretchFactor(0, 1);
    connect(&view, &AccountTableView::currentAccountChanged, this, &PageBody::showCurrentAccount);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_detailsWidth = m_pane->width();
        m_pane->setWishedWidth(m_detailsWidth);
        Q_EMIT detailsWidthChanged();
    });
}

void PageBody::beginDetails(std::optional<bool> shown, int width)
{
    m_begin = shown;
    m_detailsWidth = width;
    m_hasToBegin = true;
    if (isVisible())
        begin();
}

void PageBody::showEvent(QShowEvent *event)
{
    // Only now the window has its size.
    if (m_hasToBegin)
        begin();
    QSplitter::showEvent(event);
}

void PageBody::begin()
{
    setDetailsShown(hasRoom());
    m_followsWidth = true;
}

bool PageBody::hasRoom() const
{
    return m_begin.value_or(true) && window()->width() >= wideEnough;
}

void PageBody::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    // A window manager may give the window its real size only after it was shown.
    if (!m_followsWidth || hasRoom() == m_areDetailsShown)
        return;
    setDetailsShown(hasRoom());
    m_followsWidth = true;
}

void PageBody::setDetailsShown(bool shown)
{
    m_hasToBegin = false;
    m_followsWidth = false;
    if (shown) {
        const int wished = m_detailsWidth > 0 ? m_detailsWidth : Metrics::detailsWidth;
        pane()->setWishedWidth(wished);
        pane()->show();
        if (isVisible())
            setSizes({std::max(0, width() - handleWidth() - wished), wished});
    } else if (m_pane) {
        m_pane->hide();
    }
    m_view.columns()->setBesideDetails(shown);
    if (std::exchange(m_areDetailsShown, shown) != shown)
        Q_EMIT detailsShownChanged(shown);
}

DetailsPane *PageBody::pane()
{
    if (!m_pane) {
        m_pane = new DetailsPane(m_view.accounts());
        addWidget(m_pane);
        setStretchFactor(1, 0);
        connect(m_pane, &DetailsPane::editRequested, this, &PageBody::editRequested);
        connect(m_pane, &DetailsPane::closeRequested, this, [this] {
            // The close button may have the focus, and goes.
            m_view.setFocus(Qt::OtherFocusReason);
            Q_EMIT closeRequested();
        });
        if (m_mayBuild)
            m_pane->build();
        showCurrentAccount();
    }
    return m_pane;
}

void PageBody::buildDetails()
{
    m_mayBuild = true;
    if (m_pane)
        m_pane->build();
}

void PageBody::showCurrentAccount()
{
    if (m_pane)
        m_pane->setAccount(m_view.currentId());
}

void PageBody::refreshDetails()
{
    if (m_pane)
        m_pane->refresh();
}
