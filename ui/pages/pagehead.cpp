#include "ui/pages/pagehead.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QResizeEvent>

using namespace std::chrono_literals;

namespace {

/// Who presses Refresh twice does not stop what was begun by the first.
constexpr auto moment = 1s;
constexpr int leastSearchWidth = 120;
/// Between the four.
constexpr int gaps = 3;

} // namespace

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextStyle::PageTitle))
    , m_search(new SearchField)
    , m_refresh(Button::iconOnly(QStringLiteral("refresh-cw"), tr("Refresh")))
    , m_stop(Button::iconOnly(QStringLiteral("circle-x"), tr("Stop Loading")))
    , m_new(new Button(tr("New Service Account"), ButtonKind::Primary, QStringLiteral("plus")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    row->addWidget(m_title, 1);
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(Metrics::searchWidth);
    m_search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_search, 2);
    row->addWidget(m_refresh);
    row->addWidget(m_stop);
    row->addWidget(m_new);
    m_stop->hide();
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, [this] { showStop(true); });
    connect(m_stop, &Button::clicked, this, &PageHead::stopRequested);
}

void PageHead::setCanStop(bool canStop)
{
    if (!canStop) {
        m_moment.stop();
        showStop(false);
    } else if (m_stop->isHidden() && !m_moment.isActive()) {
        m_moment.start();
    }
}

void PageHead::showStop(bool shown)
{
    if (shown != m_stop->isHidden())
        return;
    Button *coming = shown ? m_stop : m_refresh;
    Button *going = shown ? m_refresh : m_stop;
    // The focus stays at its place, else it would go to the next control.
    const bool hadFocus = going->hasFocus();
    coming->show();
    if (hadFocus)
        coming->setFocus(Qt::OtherFocusReason);
    going->hide();
}

void PageHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is not room for all, the search gives way first; then the title, which the window has too.
    const int others = leastSearchWidth + m_refresh->sizeHint().width() + m_new->sizeHint().width();
    m_title->setVisible(event->size().width() >=
                        m_title->sizeHint().width() + others + gaps * layout()->spacing());
}
