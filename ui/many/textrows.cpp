#include "ui/many/textrows.h"

#include "ui/many/textrowdelegate.h"
#include "ui/style/literaltext.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace {

constexpr int mostRowsSeen = 6;
constexpr int leastWidth = 200;
/// Of the room: no column but the last takes more.
constexpr double widestPart = 0.4;
/// Measuring every row of a long report would take longer than a person waits.
constexpr int mostRowsMeasured = 300;

} // namespace

TextRows::TextRows(const QString &name, const QStringList &heads, QWidget *parent)
    : QTableWidget(0, static_cast<int>(heads.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(heads);
    setItemDelegate(new TextRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void TextRows::addRow(const QStringList &texts)
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < columnCount(); ++column) {
        auto *item = new QTableWidgetItem(texts.value(column));
        // Where the text is cut off.
        item->setToolTip(escapedToolTip(texts.value(column)));
        setItem(row, column, item);
    }
    updateGeometry();
}

void TextRows::wrapLastColumn()
{
    m_wraps = true;
}

QSize TextRows::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height();
    for (int row = 0; row < std::min(rowCount(), mostRowsSeen); ++row)
        height += rowHeight(row);
    return {leastWidth, height};
}

QSize TextRows::minimumSizeHint() const
{
    return sizeHint();
}

void TextRows::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    sizeColumns();
    sizeRows();
}

void TextRows::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        sizeRows();
}

void TextRows::sizeColumns()
{
    const int widest = static_cast<int>(viewport()->width() * widestPart);
    for (int column = 0; column + 1 < columnCount(); ++column)
        setColumnWidth(column, std::min(widest, std::max(sizeHintForColumn(column),
                                                         horizontalHeader()->sectionSizeHint(column))));
}

void TextRows::sizeRows()
{
    if (m_wraps && rowCount() <= mostRowsMeasured)
        resizeRowsToContents();
    else
        verticalHeader()->setDefaultSectionSize(TextRowDelegate::lineHeight());
    updateGeometry();
}
