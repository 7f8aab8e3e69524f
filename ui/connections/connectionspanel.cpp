#include "ui/connections/connectionspanel.h"

#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectionlistmodel.h"
#include "ui/style/controltraits.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menubutton.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

constexpr int margin = 8;
constexpr int rowGap = 2;

} // namespace

ConnectionsPanel::ConnectionsPanel(ConnectionListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListView)
    , m_add(new Button(tr("Add"), ButtonKind::Quiet, QStringLiteral("plus")))
    , m_remove(new Button(tr("Remove"), ButtonKind::Quiet, QStringLiteral("trash-2")))
    , m_more(new MenuButton(tr("More")))
{
    m_list->setModel(&model);
    m_list->setItemDelegate(new ConnectionDelegate(m_list));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(rowGap);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);

    setButtonKind(m_more, ButtonKind::IconOnly);
    m_more->setIcon(Icons::icon(QStringLiteral("ellipsis-vertical")));
    m_more->setToolTip(tr("More"));
    QMenu *menu = m_more->choices();
    connect(menu->addAction(tr("Import…")), &QAction::triggered, this, &ConnectionsPanel::importRequested);
    connect(menu->addAction(Icons::icon(QStringLiteral("download")), tr("Export…")), &QAction::triggered,
            this, &ConnectionsPanel::exportRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin + 1, margin);
    column->setSpacing(margin);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT rowChosen(index.row());
            });
    connect(m_add, &Button::clicked, this, &ConnectionsPanel::addRequested);
    connect(m_remove, &Button::clicked, this, &ConnectionsPanel::removeRequested);
}

void ConnectionsPanel::setCurrentRow(int row)
{
    const QSignalBlocker blocker(this);
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

int ConnectionsPanel::leastWidth() const
{
    return m_add->sizeHint().width() + m_remove->sizeHint().width() + m_more->sizeHint().width() +
           2 * margin + 1;
}

void ConnectionsPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Side, palette()));
    const QRect edge = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height()));
    painter.fillRect(edge, color(Token::Line, palette()));
}
