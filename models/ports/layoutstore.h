#pragma once

#include "models/errors/result.h"
#include "models/list/accountcolumn.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// How a person arranged one column of the table.
struct ColumnLayout
{
    AccountColumn column;
    /// In logical pixels; 0 for the design's own.
    int width = 0;
    bool isHidden = false;

    friend bool operator==(const ColumnLayout &, const ColumnLayout &) = default;
};

/// How a person arranged the page of one connection.
struct PageLayout
{
    /// In the order in which they are shown. Columns that are missing come after those; none twice.
    QList<ColumnLayout> columns;
    AccountColumn sortColumn = AccountColumn::Name;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    /// Nothing as long as nobody chose: then it follows from the width of the window.
    std::optional<bool> areDetailsShown;
    /// In logical pixels; 0 for the design's own.
    int detailsWidth = 0;
    /// Nothing as long as nobody chose: then it follows from the height of the window.
    std::optional<bool> isChartFolded;
    /// Moments as "24 Nov 2026 10:38" instead of "4 min ago".
    bool areTimesExact = false;

    friend bool operator==(const PageLayout &, const PageLayout &) = default;
};

/// How windows were left, for the next time. Not being able to keep it costs some clicks, so nobody is told.
class LayoutStore
{
public:
    virtual ~LayoutStore() = default;

    /// The design's own for a connection that was not kept yet. Never an invalid one: what a file says
    /// wrongly is left out.
    virtual PageLayout page(const QString &connectionKey) const = 0;
    virtual Result<Done> keepPage(const QString &connectionKey, const PageLayout &layout) = 0;

    /// What QWidget::saveGeometry() gave; empty before the first time.
    virtual QByteArray windowGeometry() const = 0;
    virtual Result<Done> keepWindowGeometry(const QByteArray &geometry) = 0;
};
