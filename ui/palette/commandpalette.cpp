#include "ui/palette/commandpalette.h"

#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/style/controltraits.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

constexpr int lensLeading = 17;
constexpr int fieldLeading = 38;
constexpr int fieldHeight = 48;
constexpr int listMargin = 5;
constexpr int footLeading = 16;
constexpr int footPadding = 5;
constexpr int mostRows = 9;
/// Left free beside it in a narrow window.
constexpr int sideGap = 16;
/// Of the window's height.
constexpr double top = 0.12;

} // namespace

CommandPalette::CommandPalette(std::function<QList<PaletteEntry>(const QString &)> matching, QWidget *window)
    : QWidget(window)
    , m_matching(std::move(matching))
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new TextLabel(tr("Nothing has these words."), TextStyle::Body, Token::Text2))
    , m_foot(makeFoot())
{
    hide();
    build();
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { setCurrent(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
}

void CommandPalette::build()
{
    m_field->setAccessibleName(tr("Command Palette"));
    m_field->setPlaceholderText(tr("Command Palette"));
    m_field->setFixedHeight(std::max(fieldHeight, m_field->fontMetrics().height() + fieldHeight / 2));
    setFlatField(m_field, true);
    m_field->installEventFilter(this);

    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(*m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    // The field keeps the focus; it hands on the keys that move in the list.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setContentsMargins(fieldLeading - listMargin, 0, 0, 0);

    auto *field = new QHBoxLayout;
    field->setContentsMargins(fieldLeading, 1, sideGap, 0);
    field->addWidget(m_field);
    auto *matches = new QVBoxLayout;
    matches->setContentsMargins(listMargin, listMargin, listMargin, listMargin);
    matches->addWidget(m_list);
    matches->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(field);
    column->addLayout(matches, 1);
    column->addWidget(m_foot);
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot =
        new TextLabel(tr("↑ ↓ to choose, Enter to run, Esc to close"), TextStyle::Caption, Token::Text2);
    foot->setContentsMargins(footLeading, footPadding, footLeading, footPadding);
    return foot;
}

void CommandPalette::open()
{
    if (isVisible())
        return;
    m_focusBefore = window()->focusWidget();
    m_field->clear();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    refresh();
    qApp->installEventFilter(this);
}

void CommandPalette::shut()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    // Before it is hidden: Qt would give the focus to the window's first control meanwhile.
    if (window()->focusWidget() == m_field && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    hide();
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_model->rowCount() || !m_model->at(row).isPossible())
        return;
    // The palette is gone, and the focus back, before anything else happens.
    const auto what = m_model->at(row).run;
    shut();
    what();
}

void CommandPalette::refresh()
{
    m_model->setEntries(m_matching(m_field->text()));
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    place();
    m_list->scrollToTop();
    setCurrent(0);
}

int CommandPalette::headHeight() const
{
    return m_field->height() + 1;
}

void CommandPalette::place()
{
    const QSize around = window()->size();
    const int width = std::min(Metrics::paletteWidth, around.width() - 2 * sideGap);
    const int y = qRound(around.height() * top);
    const int aroundRows = headHeight() + 2 * listMargin + m_foot->sizeHint().height();
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    const int most = around.height() - y - sideGap;
    const int height = std::min(most, aroundRows + rows * PaletteDelegate::rowHeight());
    setGeometry((around.width() - width) / 2, y, width, height);
    m_nothing->setFixedHeight(PaletteDelegate::rowHeight());
}

void CommandPalette::setCurrent(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid() || index == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(index);
    tellCurrent();
}

void CommandPalette::tellCurrent()
{
    // The list never has the focus, so it does not tell of itself.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().row();
    // One step goes on at the other end; a page stops there.
    const bool isStep = rows == 1 || rows == -1;
    setCurrent(isStep ? (row + rows + count) % count : std::clamp(row + rows, 0, count - 1));
}

bool CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(mostRows);
        return true;
    case Qt::Key_PageUp:
        move(-mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        shut();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (watched == m_field)
            return takeKey(static_cast<QKeyEvent *>(event)->key());
        break;
    case QEvent::MouseButtonPress:
        if (auto *widget = qobject_cast<QWidget *>(watched);
            widget && widget != this && !isAncestorOf(widget))
            shut();
        break;
    case QEvent::FocusIn:
        // Something else was given the focus: a shortcut opened a dialog, say.
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && !isAncestorOf(widget))
            shut();
        break;
    case QEvent::Resize:
        if (watched == window())
            place();
        break;
    default:
        break;
    }
    return false;
}

void CommandPalette::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    Paint::box(&painter, rect(), Metrics::boxRadius, color(Token::Raised, palette()));
    // The foot's ground, with its lower corners round.
    painter.save();
    painter.setClipRect(m_foot->geometry());
    Paint::box(&painter, rect(), Metrics::boxRadius, color(Token::Sunken, palette()));
    painter.restore();
    const QColor line = color(Token::Line, palette());
    painter.fillRect(1, headHeight(), width() - 2, 1, line);
    painter.fillRect(1, m_foot->y(), width() - 2, 1, line);
    Paint::box(&painter, rect(), Metrics::boxRadius, {}, color(Token::Border, palette()));
    const QRect lens(lensLeading, 1, Metrics::iconSize, m_field->height());
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), lens), QStringLiteral("search"),
                 color(Token::Text2, palette()));
}
