#include "ui/widgets/consoledialog.h"

#include "models/errors/error.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/scrolltofocus.h"

#include <QResizeEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int leastWidth = 440;
constexpr int leastHeight = 160;
/// Left free on the screen for the window's frame and the desktop's bars.
constexpr int screenReserve = 60;

} // namespace

ConsoleDialog::ConsoleDialog(const QString &title, int naturalWidth, QWidget *parent)
    : QDialog(parent)
    , m_naturalWidth(naturalWidth)
    , m_scroll(new QScrollArea)
    , m_content(new QWidget)
    , m_body(new QVBoxLayout)
    , m_foot(new DialogFoot)
{
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    m_body->setContentsMargins(Metrics::dialogMargin, Metrics::dialogMargin, Metrics::dialogMargin,
                               Metrics::dialogMargin);
    m_body->setSpacing(Metrics::fieldGap);
    // A window that is higher than its body leaves the rest free at the end, and not between the rows.
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addLayout(m_body);
    content->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    m_content->installEventFilter(this);
    new ScrollToFocus(m_scroll, Metrics::dialogMargin);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    setMinimumSize(leastWidth, leastHeight);
}

void ConsoleDialog::setNaturalWidth(int width)
{
    m_naturalWidth = width;
    if (isVisible())
        fit();
}

void ConsoleDialog::offerAnotherToken(Banner *banner, const Error &error)
{
    banner->offerAnotherToken(m_isTokenReplaceable && error.concernsToken());
    connect(banner, &Banner::anotherTokenRequested, this, &ConsoleDialog::anotherTokenRequested,
            Qt::UniqueConnection);
}

void ConsoleDialog::bringIntoView(QWidget *widget)
{
    m_scroll->ensureWidgetVisible(widget, Metrics::dialogMargin, Metrics::dialogMargin);
}

void ConsoleDialog::focusField(QWidget *field)
{
    if (!field)
        return;
    bringIntoView(field);
    field->setFocus();
}

void ConsoleDialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

void ConsoleDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    // The window system tells of our own sizes too, and of an earlier one perhaps after a later one was asked
    // for.
    if (event->spontaneous() && !m_fitted.contains(event->size()))
        m_sizedByHand = true;
    refreshScrollBar();
}

bool ConsoleDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest && isVisible()) {
        fit();
        refreshScrollBar();
    }
    return QDialog::eventFilter(watched, event);
}

int ConsoleDialog::naturalHeight(int width) const
{
    // sizeHint() cuts rows of wrapped labels: it does not know the width that they will get.
    const int body =
        m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(width) : m_body->totalSizeHint().height();
    const int foot =
        m_foot->hasHeightForWidth() ? m_foot->heightForWidth(width) : m_foot->sizeHint().height();
    return body + foot;
}

void ConsoleDialog::fit()
{
    if (m_fitting || m_sizedByHand)
        return;
    m_fitting = true;
    const QSize room = screen()->availableGeometry().size() - QSize(screenReserve, screenReserve);
    const int width = std::max(leastWidth, std::min(m_naturalWidth, room.width()));
    m_content->layout()->activate();
    const QSize fitting(width,
                        std::clamp(naturalHeight(width), leastHeight, std::max(leastHeight, room.height())));
    if (!m_fitted.contains(fitting))
        m_fitted.append(fitting);
    resize(fitting);
    m_fitting = false;
    refreshScrollBar();
}

void ConsoleDialog::refreshScrollBar()
{
    // A scroll area that shows its bar measures the body at the width beside it, finds it too high because of
    // that, and keeps the bar for ever.
    const bool fits = naturalHeight(width()) <= height();
    m_scroll->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}
