#include "ui/widgets/tokenfield.h"

#include "ui/style/fieldpainter.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessibletokenfield.h"
#include "ui/widgets/button.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr int bullets = 36;
constexpr int padding = 14;
constexpr int buttonInset = 4;
constexpr auto hideAfterIdle = 5min;

/// The text is drawn and overwritten: a QString has no memory of its own that wipes itself.
void overwrite(QString &text)
{
    text.fill(u'\0');
}

bool isActivity(const QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        return true;
    default:
        return false;
    }
}

} // namespace

TokenField::TokenField(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new Button({}, ButtonKind::Quiet, {}, this))
    , m_copy(new QAction(tr("Copy"), this))
{
    AccessibleTokenField::install();
    setAccessibleName(tr("Token"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_idle.setSingleShot(true);
    m_idle.setInterval(hideAfterIdle);
    connect(m_toggle, &Button::clicked, this, [this] { setShown(!m_shown); });
    m_copy->setShortcuts(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_copy->setEnabled(false);
    addAction(m_copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &TokenField::copyRequested);
    connect(&m_idle, &QTimer::timeout, this, [this] { setShown(false); });
    refreshButton();
}

TokenField::~TokenField() = default;

void TokenField::setToken(SecretText token)
{
    m_token = std::move(token);
    setShown(false);
    m_toggle->setEnabled(hasToken());
    m_copy->setEnabled(hasToken());
    update();
}

void TokenField::setShown(bool shown)
{
    shown = shown && hasToken();
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (shown) {
        m_idle.start();
        qApp->installEventFilter(this);
    } else {
        m_idle.stop();
        qApp->removeEventFilter(this);
    }
    refreshButton();
    update();
    QAccessible::State changed;
    changed.passwordEdit = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
    Q_EMIT shownChanged(shown);
}

QString TokenField::readableText() const
{
    return m_shown ? QString::fromUtf8(m_token.reveal()) : QString();
}

void TokenField::refreshButton()
{
    m_toggle->setText(m_shown ? tr("Hide") : tr("Show"));
    m_toggle->setIconName(m_shown ? QStringLiteral("eye-off") : QStringLiteral("eye"));
    const QSize size = m_toggle->sizeHint();
    const QRect end(width() - size.width() - buttonInset, (height() - size.height()) / 2, size.width(),
                    size.height());
    m_toggle->setGeometry(QStyle::visualRect(layoutDirection(), rect(), end));
}

QSize TokenField::sizeHint() const
{
    const QFontMetrics metrics(::font(TextStyle::Fixed));
    return {2 * padding + metrics.averageCharWidth() * bullets + m_toggle->sizeHint().width(),
            Metrics::tokenFieldHeight};
}

QSize TokenField::minimumSizeHint() const
{
    return {2 * padding + 2 * m_toggle->sizeHint().width(), Metrics::tokenFieldHeight};
}

void TokenField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    FieldPainter::field(&painter, rect(), {isEnabled(), hasFocus(), false, true}, palette());
    if (!hasToken())
        return;
    QString text = m_shown ? readableText() : QString(bullets, QChar(0x2022));
    painter.setFont(::font(TextStyle::Fixed));
    painter.setPen(color(isEnabled() ? Token::Text : Token::DisabledText, palette()));
    const QRect room(padding, 0, width() - 2 * padding - m_toggle->width(), height());
    // A token is read from left to right in every language.
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                     static_cast<int>(leading | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    overwrite(text);
}

void TokenField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshButton();
}

void TokenField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setShown(false);
}

bool TokenField::isOverMinimized(const QObject *changed) const
{
    // On some desktops the windows of a program are minimised together and only the main one is told.
    for (const QWidget *at = window(); at; at = at->parentWidget() ? at->parentWidget()->window() : nullptr) {
        if (at == changed)
            return at->isMinimized();
    }
    return false;
}

bool TokenField::eventFilter(QObject *watched, QEvent *event)
{
    if (isActivity(event))
        m_idle.start();
    if (event->type() == QEvent::WindowStateChange && isOverMinimized(watched))
        setShown(false);
    return QWidget::eventFilter(watched, event);
}
