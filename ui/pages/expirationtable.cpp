#include "ui/pages/expirationtable.h"

#include "ui/pages/expirationtablemodel.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace {

constexpr int shownRows = 4;
constexpr int rowPadding = 8;

} // namespace

ExpirationTable::ExpirationTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new ExpirationTableModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Expirations by week"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTableView::clicked, this, &ExpirationTable::press);
}

void ExpirationTable::setExpirations(const Expirations &expirations)
{
    m_model->setExpirations(expirations);
}

void ExpirationTable::setChosenWeek(int week)
{
    m_model->setChosenWeek(week);
}

QSize ExpirationTable::sizeHint() const
{
    const int rows = shownRows * verticalHeader()->defaultSectionSize();
    return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() + rows};
}

void ExpirationTable::press(const QModelIndex &index)
{
    if (index.isValid() && m_model->canPress(index.row()))
        Q_EMIT pressed(index.row());
}

void ExpirationTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        press(currentIndex());
    else
        QTableView::keyPressEvent(event);
}
