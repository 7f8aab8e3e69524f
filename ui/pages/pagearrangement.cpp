#include "ui/pages/pagearrangement.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/pagebody.h"
#include "ui/pages/tablecolumns.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <utility>

using namespace std::chrono_literals;

namespace {

/// A column that is dragged changes with each pixel.
constexpr auto saveAfter = 500ms;

} // namespace

PageArrangement::PageArrangement(LayoutStore &store, AccountTableView &view, PageBody &body, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_view(view)
    , m_body(body)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveAfter);
    connect(&m_saving, &QTimer::timeout, this, &PageArrangement::save);
    connect(view.columns(), &TableColumns::changed, this, &PageArrangement::keep);
    connect(view.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &PageArrangement::keep);
    connect(&body, &PageBody::detailsWidthChanged, this, &PageArrangement::keep);
    connect(&body, &PageBody::closeRequested, this, [this] { setDetailsShown(false); });
}

PageArrangement::~PageArrangement()
{
    if (m_saving.isActive())
        save();
}

void PageArrangement::open(const QString &connectionKey)
{
    if (m_saving.isActive()) {
        m_saving.stop();
        save();
    }
    m_key = connectionKey;
    if (m_key.isEmpty())
        return;
    m_layout = m_store.page(m_key);
    apply();
}

void PageArrangement::apply()
{
    const QScopedValueRollback applying(m_isApplying, true);
    TableColumns *columns = m_view.columns();
    columns->setTimesExact(m_layout.areTimesExact);
    columns->apply(m_layout.columns);
    m_view.accounts().setTimesExact(m_layout.areTimesExact);
    m_view.sortBy(m_layout.sortColumn, m_layout.sortOrder);
    m_body.beginDetails(m_layout.areDetailsShown, m_layout.detailsWidth);
    Q_EMIT timesExactChanged(m_layout.areTimesExact);
}

void PageArrangement::setTimesExact(bool exact)
{
    if (std::exchange(m_layout.areTimesExact, exact) == exact)
        return;
    m_view.columns()->setTimesExact(exact);
    m_view.accounts().setTimesExact(exact);
    keep();
    Q_EMIT timesExactChanged(exact);
}

void PageArrangement::setDetailsShown(bool shown)
{
    m_layout.areDetailsShown = shown;
    m_body.setDetailsShown(shown);
    keep();
}

void PageArrangement::keep()
{
    if (m_isApplying || m_key.isEmpty())
        return;
    m_layout.columns = m_view.columns()->layout();
    const QHeaderView *header = m_view.horizontalHeader();
    m_layout.sortColumn = static_cast<AccountColumn>(header->sortIndicatorSection());
    m_layout.sortOrder = header->sortIndicatorOrder();
    m_layout.detailsWidth = m_body.detailsWidth();
    m_saving.start();
}

void PageArrangement::save()
{
    PageLayout layout = m_layout;
    // The chart's own.
    layout.isChartFolded = m_store.page(m_key).isChartFolded;
    // Not being able to keep it costs some clicks, so nobody is told.
    static_cast<void>(m_store.keepPage(m_key, layout));
}
