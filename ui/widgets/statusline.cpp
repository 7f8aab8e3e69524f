#include "ui/widgets/statusline.h"

#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/typography.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/icontext.h"

#include <QPainter>
#include <QStyle>
#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto tellingTime = 8s;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_telling(new QTimer(this))
    , m_state(new IconText)
{
    setSizeGripEnabled(false);
    setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, 0);
    setFixedHeight(
        std::max(Metrics::statusBarHeight, QFontMetrics(::font(TextStyle::Caption)).height() + 12));
    m_state->setWordWrap(false);
    m_state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addPermanentWidget(m_state);
    m_telling->setSingleShot(true);
    m_telling->setInterval(tellingTime);
    connect(m_telling, &QTimer::timeout, this, [this] { showMessage(m_counts); });
}

void StatusLine::setCounts(const QString &text)
{
    m_counts = text;
    if (!m_telling->isActive())
        showMessage(text);
}

void StatusLine::setState(const QString &icon, Token ink, const QString &text)
{
    m_state->setLook(icon, ink, TextStyle::Caption, Token::Text2);
    m_state->setText(text);
}

void StatusLine::tell(const QString &sentence)
{
    showMessage(sentence);
    m_telling->start();
    Announcement::say(this, sentence);
}

void StatusLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Window, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), color(Token::Line, palette()));
    const int room = width() - 3 * Metrics::pageMargin - m_state->width();
    const QRect text(Metrics::pageMargin, 1, std::max(0, room), height() - 1);
    Paint::line(&painter, QStyle::visualRect(layoutDirection(), rect(), text),
                QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), currentMessage(),
                ::font(TextStyle::Caption), color(Token::Text2, palette()));
}
