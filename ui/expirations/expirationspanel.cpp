#include "ui/expirations/expirationspanel.h"

#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/ports/layoutstore.h"
#include "ui/expirations/expirationchart.h"
#include "ui/expirations/expirationtable.h"
#include "ui/style/metrics.h"
#include "ui/style/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

/// In a window that is lower than this the table needs the room.
constexpr int lowWindow = 600;
constexpr int tableHeight = 150;
constexpr int headPadding = 10;

} // namespace

ExpirationsPanel::ExpirationsPanel(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(&parts.connection, &CurrentConnection::changed, this, &ExpirationsPanel::followConnection);
    connect(parts.list.model(), &AccountTableModel::countsChanged, this, &ExpirationsPanel::refresh);
    followConnection();
}

void ExpirationsPanel::followConnection()
{
    const auto &connection = m_parts.connection.connection();
    const QString key = connection ? connection->key : QString();
    if (std::exchange(m_connectionKey, key) != key)
        m_isFolded = m_parts.layouts.page(key).isChartFolded;
    refresh();
}

bool ExpirationsPanel::isFolded() const
{
    return m_isFolded.value_or(window()->height() < lowWindow);
}

void ExpirationsPanel::build()
{
    if (m_fold)
        return;
    m_column->addWidget(makeHead());
    showContents();
    refresh();
}

QWidget *ExpirationsPanel::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    m_fold = new Button(tr("Expirations ahead"), ButtonKind::Quiet);
    m_rest = new ElidedLabel({}, TextStyle::Caption, Token::Text2);
    m_asTable = new Button({}, ButtonKind::Quiet);
    for (Button *button : {m_fold, m_asTable})
        button->setFixedHeight(headHeight());
    row->addWidget(m_fold);
    row->addWidget(m_rest, 1);
    row->addWidget(m_asTable);
    connect(m_fold, &Button::clicked, this, [this] { setFolded(!isFolded()); });
    connect(m_asTable, &Button::clicked, this, [this] { setTableShown(!m_isTableShown); });
    return head;
}

void ExpirationsPanel::setFolded(bool folded)
{
    m_isFolded = folded;
    PageLayout layout = m_parts.layouts.page(m_connectionKey);
    layout.isChartFolded = folded;
    // Not being able to keep it costs a click the next time.
    static_cast<void>(m_parts.layouts.keepPage(m_connectionKey, layout));
    if (m_fold)
        showContents();
    refresh();
}

void ExpirationsPanel::setTableShown(bool shown)
{
    m_isTableShown = shown;
    if (m_fold)
        showContents();
    refresh();
}

/// Makes what is wanted now, and shows that alone.
void ExpirationsPanel::showContents()
{
    const bool folded = isFolded();
    if (!folded && m_isTableShown && !m_table) {
        m_table = new ExpirationTable(this);
        m_column->addWidget(m_table);
        connect(m_table, &ExpirationTable::weekPressed, this, &ExpirationsPanel::press);
    }
    if (!folded && !m_isTableShown && !m_chart) {
        m_chart = new ExpirationChart(this);
        m_column->addWidget(m_chart);
        connect(m_chart, &ExpirationChart::pressed, this, &ExpirationsPanel::press);
    }
    if (m_chart)
        m_chart->setVisible(!folded && !m_isTableShown);
    if (m_table)
        m_table->setVisible(!folded && m_isTableShown);
    m_fold->setFoldIcon(!folded);
    m_fold->setAccessibleDescription(folded ? tr("Folded away") : tr("Shown"));
    m_asTable->setText(m_isTableShown ? tr("Show as Chart") : tr("Show as Table"));
    m_asTable->setVisible(!folded);
    orderTabs();
    Q_EMIT foldedChanged(folded);
}

/// What is in it was made long after the table below it; Tab is to come to it before, as one reads.
void ExpirationsPanel::orderTabs()
{
    QWidget *before = previousInFocusChain();
    while (before != this && (isAncestorOf(before) || !(before->focusPolicy() & Qt::TabFocus)))
        before = before->previousInFocusChain();
    for (QWidget *stop : {static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_asTable),
                          static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_table)}) {
        if (!stop)
            continue;
        setTabOrder(before, stop);
        before = stop;
    }
}

void ExpirationsPanel::refresh()
{
    const AccountTableModel &model = *m_parts.list.model();
    refreshHeight();
    setVisible(model.total() > 0);
    if (!m_fold)
        return;
    m_rest->setText(restText());
    const Expirations &expirations = model.expirations();
    const int chosen = model.filter().expiry ? expirations.indexOf(*model.filter().expiry) : -1;
    if (m_chart && !m_chart->isHidden()) {
        m_chart->setExpirations(expirations);
        m_chart->setChosenWeek(chosen);
    }
    if (m_table && !m_table->isHidden()) {
        m_table->setExpirations(expirations);
        m_table->setChosenWeek(chosen);
    }
}

QString ExpirationsPanel::restText() const
{
    const AccountTableModel &model = *m_parts.list.model();
    const auto number = [](int count) { return QLocale().toString(count); };
    return tr("%1 later, %2 unlimited, %3 expired", "numbers of tokens")
        .arg(number(model.expirations().later()), number(model.counts().of(StatusChoice::Unlimited)),
             number(model.counts().of(StatusChoice::Expired)));
}

void ExpirationsPanel::press(int week)
{
    const AccountTableModel &model = *m_parts.list.model();
    const ExpiryRange range = model.expirations().weeks()[static_cast<size_t>(week)].range;
    if (model.filter().expiry == range)
        Q_EMIT rangeChosen({});
    else
        Q_EMIT rangeChosen(range);
}

int ExpirationsPanel::headHeight() const
{
    return std::max(Metrics::pillHeight, QFontMetrics(::font(TextStyle::Label)).height() + headPadding);
}

int ExpirationsPanel::bodyHeight() const
{
    if (isFolded())
        return 0;
    return m_isTableShown ? tableHeight : ExpirationChart::naturalHeight();
}

void ExpirationsPanel::refreshHeight()
{
    // Also before anything is in it, so that the rows need not move when it comes.
    setFixedHeight(headHeight() + bodyHeight());
}

void ExpirationsPanel::showEvent(QShowEvent *event)
{
    window()->installEventFilter(this);
    refreshHeight();
    QWidget::showEvent(event);
}

bool ExpirationsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize && !m_isFolded) {
        refreshHeight();
        if (m_fold) {
            showContents();
            refresh();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExpirationsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LayoutDirectionChange && event->type() != QEvent::ApplicationFontChange)
        return;
    refreshHeight();
    if (m_fold)
        showContents();
}
