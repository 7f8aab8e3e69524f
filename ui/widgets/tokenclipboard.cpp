#include "ui/widgets/tokenclipboard.h"

#include "ui/widgets/tokenmimedata.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

TokenClipboard::TokenClipboard(QClipboard *clipboard, std::chrono::seconds hold, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_hold(hold)
{
    // A coarse timer may be early by a twentieth, and the clearing would come a whole tick late.
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &TokenClipboard::tick);
    connect(m_clipboard, &QClipboard::changed, this, [this](QClipboard::Mode mode) {
        if (mode == QClipboard::Clipboard && holdsToken() && !stillOurs())
            forget(End::Replaced);
    });
    connect(qApp, &QCoreApplication::aboutToQuit, this, &TokenClipboard::clearNow);
}

TokenClipboard::~TokenClipboard()
{
    // Nobody is left to clear it later.
    clearNow();
}

void TokenClipboard::copy(const SecretText &token)
{
    if (token.isEmpty())
        return;
    m_copied = token.clone();
    m_clipboard->setMimeData(new TokenMimeData(token.clone()), QClipboard::Clipboard);
    m_until.setRemainingTime(m_hold);
    m_tick.start();
    Q_EMIT started(static_cast<int>(m_hold.count()));
}

void TokenClipboard::clearNow()
{
    if (!holdsToken())
        return;
    if (!stillOurs()) {
        forget(End::Replaced);
        return;
    }
    forget(End::Cleared);
    m_clipboard->clear(QClipboard::Clipboard);
}

void TokenClipboard::tick()
{
    if (m_until.hasExpired()) {
        clearNow();
        return;
    }
    // Rounded up: "in 1 s" until it is done.
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_until.remainingTimeAsDuration());
    Q_EMIT secondsLeft(static_cast<int>(left.count()));
}

bool TokenClipboard::stillOurs() const
{
    const QMimeData *data = m_clipboard->mimeData(QClipboard::Clipboard);
    if (!data || !data->hasText())
        return false;
    QString text = data->text();
    return SecretText::takeFrom(text).equals(m_copied);
}

void TokenClipboard::forget(End end)
{
    m_tick.stop();
    m_copied = SecretText();
    Q_EMIT ended(end);
}
