#include "ui/widgets/countdown.h"

#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessiblecountdown.h"
#include "ui/widgets/announcement.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace {

constexpr double ringWidth = 2;
constexpr int fullCircle = 360 * 16;
constexpr int top = 90 * 16;

} // namespace

Countdown::Countdown(QWidget *parent)
    : QWidget(parent)
{
    AccessibleCountdown::install();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Countdown::begin(int seconds)
{
    m_total = std::max(1, seconds);
    m_left = seconds;
    m_endSentence.clear();
    announce();
}

void Countdown::setSecondsLeft(int seconds)
{
    m_left = seconds;
    update();
}

void Countdown::end(const QString &sentence)
{
    m_total = 0;
    m_left = 0;
    m_endSentence = sentence;
    announce();
}

QString Countdown::sentence() const
{
    return isRunning() ? tr("Copied. The clipboard is cleared in %1 s.").arg(m_left) : m_endSentence;
}

void Countdown::announce()
{
    updateGeometry();
    update();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    Announcement::say(this, sentence());
    Q_EMIT announced(sentence());
}

QSize Countdown::sizeHint() const
{
    const QFontMetrics metrics(::font(TextStyle::Label));
    return {Metrics::iconSize + Metrics::buttonGap + metrics.horizontalAdvance(sentence()) + 1,
            std::max(Metrics::iconSize + 2, metrics.height())};
}

QSize Countdown::minimumSizeHint() const
{
    return {Metrics::iconSize * 4, sizeHint().height()};
}

void Countdown::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Mirror visual(layoutDirection(), rect());
    QRect words = rect();
    if (isRunning()) {
        const QRect ring =
            visual(QRect(0, (height() - Metrics::iconSize) / 2, Metrics::iconSize, Metrics::iconSize));
        const QRectF path = QRectF(ring).adjusted(ringWidth, ringWidth, -ringWidth, -ringWidth);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Token::Pressed, palette()), ringWidth));
        painter.drawEllipse(path);
        painter.setPen(QPen(color(Token::AccentText, palette()), ringWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(path, top, fullCircle * m_left / m_total);
        words.setLeft(words.left() + Metrics::iconSize + Metrics::buttonGap);
    }
    Paint::line(&painter, visual(words), visual.leading(), sentence(), ::font(TextStyle::Label),
                color(Token::Text, palette()));
}
