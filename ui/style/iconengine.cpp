#include "ui/style/iconengine.h"

#include "ui/style/icons.h"

#include <QGuiApplication>
#include <QPainter>

IconEngine::IconEngine(QString name, Token normal)
    : m_name(std::move(name))
    , m_normal(normal)
{
}

QColor IconEngine::ink(QIcon::Mode mode) const
{
    return color(mode == QIcon::Disabled ? Token::DisabledText : m_normal, QGuiApplication::palette());
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    Icons::paint(painter, rect, m_name, ink(mode), qMin(rect.width(), rect.height()));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt asks in device pixels and says by how much they were scaled.
    const int logical = qRound(qMin(size.width(), size.height()) / scale);
    return Icons::pixmap(m_name, ink(mode), logical, scale);
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_name, m_normal);
}
