#pragma once

#include "models/ports/layoutstore.h"

#include <QObject>

#include <array>

QT_BEGIN_NAMESPACE
class QHeaderView;
class QTableView;
QT_END_NAMESPACE

/// Which columns of the table are shown, in which order and how wide. Name is always the first. Description
/// takes the rest of the view; without it the last column does. The last one reaches under what covers the
/// trailing edge of the rows.
class TableColumns final : public QObject
{
    Q_OBJECT

public:
    /// @p table owns this object and has its model already. @param covered what lies over the trailing edge
    TableColumns(QTableView &table, int covered);

    /// As a person left them: columns that @p layout does not know come after those that it does.
    void apply(const QList<ColumnLayout> &layout);
    /// In the order in which they are shown, hidden ones too.
    QList<ColumnLayout> layout() const;
    /// Those that are shown, in their order.
    QList<AccountColumn> shown() const;

    bool isShown(AccountColumn column) const;
    /// The name of a row cannot be hidden.
    static bool canHide(AccountColumn column) { return column != AccountColumn::Name; }
    void setShown(AccountColumn column, bool shown);
    /// The design's own columns again.
    void reset() { apply({}); }

    /// Beside the details pane Name to Status fill the view, and the others follow by scrolling.
    void setBesideDetails(bool beside);
    /// Moments with date and time of day need more room.
    void setTimesExact(bool exact);
    /// Gives Description the rest of the view: call it when the view is sized.
    void fit();

    /// The logical column that reaches under what covers the edge.
    int lastColumn() const;

Q_SIGNALS:
    /// A person hid, moved or sized one, or had them reset.
    void changed();
    /// Widths may be others than before.
    void fitted();

private:
    int ownWidth(AccountColumn column) const;
    int width(AccountColumn column) const;
    int widthOfDescription(int room) const;
    void keepWidth(int logical, int size);
    void move(AccountColumn column, int place);

    QTableView &m_table;
    QHeaderView *m_header;
    const int m_covered;
    /// Chosen by dragging; 0 for the design's own.
    std::array<int, accountColumnTotal> m_widths{};
    bool m_isBesideDetails = false;
    bool m_areTimesExact = false;
    bool m_isArranging = false;
};
