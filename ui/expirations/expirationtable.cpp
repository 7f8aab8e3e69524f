#include "ui/expirations/expirationtable.h"

#include "ui/expirations/expirationtablemodel.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QHeaderView>
#include <QIcon>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace {

constexpr int shownRows = 4;
constexpr int rowPadding = 8;
constexpr int focusBarWidth = 3;
constexpr int markArea = 20;

/// Paints a cell as the table "Service accounts" does: under its column's head, with a tick for the week that
/// is chosen.
class CellPainter final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Mirror visual(option.direction, option.rect);
        const QRect &whole = option.rect;
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(whole, color(isCurrent ? Token::TintStrong : Token::Window, option.palette));
        painter->fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1),
                          color(Token::RowLine, option.palette));
        const bool isFocused = option.widget && option.widget->hasFocus();
        if (isCurrent && isFocused && index.column() == 0)
            painter->fillRect(visual(QRect(whole.left(), whole.top(), focusBarWidth, whole.height())),
                              color(Token::Focus, option.palette));
        QRect content = whole.adjusted(Metrics::cellLeading, 0, -Metrics::cellTrailing, 0);
        if (const QIcon mark = index.data(Qt::DecorationRole).value<QIcon>(); !mark.isNull()) {
            const QRect place(content.left(), content.top(), Metrics::iconSize, content.height());
            mark.paint(painter, visual(place));
            content.setLeft(content.left() + markArea);
        }
        Paint::line(painter, visual(content), visual.leading(), index.data().toString(),
                    ::font(TextStyle::Body), color(Token::Text, option.palette));
    }
};

} // namespace

ExpirationTable::ExpirationTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new ExpirationTableModel(this))
{
    setModel(m_model);
    setItemDelegate(new CellPainter(this));
    setAccessibleName(tr("Expirations by week"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
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
        Q_EMIT weekPressed(index.row());
}

void ExpirationTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        press(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

#include "expirationtable.moc"
