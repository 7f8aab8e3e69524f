#include "ui/style/icons.h"

#include "ui/style/iconengine.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

// A macro that has to stand outside every namespace: it refers to a function of the resource's own object.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace {

using CacheKey = QString;

QHash<CacheKey, QPixmap> &cache()
{
    static QHash<CacheKey, QPixmap> pixmaps;
    return pixmaps;
}

QPixmap render(const QString &name, const QColor &ink, int size, qreal ratio)
{
    static const bool registered = (registerIcons(), true);
    Q_UNUSED(registered)
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("currentColor", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int devicePixels = qRound(size * ratio);
    QPixmap pixmap(devicePixels, devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

namespace Icons {

QPixmap pixmap(const QString &name, const QColor &ink, int size, qreal ratio)
{
    const CacheKey key = QStringLiteral("%1/%2/%3/%4").arg(name, ink.name()).arg(size).arg(ratio);
    QPixmap &cached = cache()[key];
    if (cached.isNull())
        cached = render(name, ink, size, ratio);
    return cached;
}

void paint(QPainter *painter, const QRect &rect, const QString &name, const QColor &ink, int size)
{
    const QPixmap image = pixmap(name, ink, size, painter->device()->devicePixelRatioF());
    painter->drawPixmap(QPoint(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2),
                        image);
}

QIcon icon(const QString &name, Token normal)
{
    return QIcon(new IconEngine(name, normal));
}

void emptyCache()
{
    cache().clear();
}

QIcon programIcon()
{
    registerIcons();
    return QIcon(QStringLiteral(":/icons/apono-console.svg"));
}

} // namespace Icons
