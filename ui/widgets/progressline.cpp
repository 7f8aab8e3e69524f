#include "ui/widgets/progressline.h"

#include "ui/style/metrics.h"
#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr double firstPiece = 0.08;

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(Metrics::progressLineHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ProgressLine::setProgress(int done, int whole)
{
    m_running = true;
    m_done = done;
    m_whole = whole;
    update();
}

void ProgressLine::stop()
{
    m_running = false;
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {0, Metrics::progressLineHeight};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_running)
        return;
    const double part =
        m_whole > 0 ? std::clamp(static_cast<double>(m_done) / m_whole, firstPiece, 1.0) : firstPiece;
    const QRect bar(0, 0, qRound(width() * part), height());
    QPainter(this).fillRect(QStyle::visualRect(layoutDirection(), rect(), bar),
                            color(Token::Accent, palette()));
}
