#include "ui/pages/pillrow.h"

#include "ui/widgets/pill.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QWheelEvent>

namespace {

constexpr int pillGap = 6;
constexpr int leastWidth = 96;

} // namespace

PillRow::PillRow(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(pillGap);
    auto *group = new QButtonGroup(this);
    for (const StatusChoice choice : allStatusChoices) {
        auto *pill = new Pill(statusChoiceText(choice));
        pill->installEventFilter(this);
        m_pills[static_cast<size_t>(choice)] = pill;
        group->addButton(pill, static_cast<int>(choice));
        row->addWidget(pill);
    }
    row->addStretch();
    setWidget(content);
    setChoice(StatusChoice::All);
    connect(group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT chosen(static_cast<StatusChoice>(id)); });
}

void PillRow::setChoice(StatusChoice choice)
{
    m_pills[static_cast<size_t>(choice)]->setChecked(true);
}

void PillRow::setCounts(const AccountCounts &counts)
{
    for (const StatusChoice choice : allStatusChoices)
        m_pills[static_cast<size_t>(choice)]->setCount(counts.of(choice));
}

QSize PillRow::sizeHint() const
{
    return widget()->sizeHint();
}

QSize PillRow::minimumSizeHint() const
{
    return {leastWidth, widget()->sizeHint().height()};
}

void PillRow::wheelEvent(QWheelEvent *event)
{
    // A wheel turns sideways here: there is no other way to go.
    const QPoint turned = event->angleDelta();
    const int by = turned.x() != 0 ? turned.x() : turned.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by / 2);
    event->accept();
}

bool PillRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        ensureWidgetVisible(static_cast<QWidget *>(watched), pillGap, 0);
    return QScrollArea::eventFilter(watched, event);
}
