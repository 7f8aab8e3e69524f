// Renders the program's icon for the desktops that want pictures: pngicon ICON.svg SIZE OUT.png

#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char *argv[])
{
    const int size = argc == 4 ? QString::fromLocal8Bit(argv[2]).toInt() : 0;
    if (size <= 0) {
        std::fputs("Usage: pngicon ICON.svg SIZE OUT.png\n", stderr);
        return 2;
    }
    QSvgRenderer renderer(QString::fromLocal8Bit(argv[1]));
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    if (renderer.isValid() && image.save(QString::fromLocal8Bit(argv[3]), "PNG"))
        return 0;
    std::fprintf(stderr, "pngicon: %s does not become %s\n", argv[1], argv[3]);
    return 1;
}
