#pragma once

#include <QSize>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
class QPushButton;
class QStyleOptionButton;
QT_END_NAMESPACE

/// A button that shows a value and a chevron: what the drop-down and "Expires in" look like.
namespace DropDownPainter {

void paint(QPainter *painter, const QStyleOptionButton &option, const QPushButton *button,
           const QString &iconName, const QString &value);
QSize size(const QString &iconName, const QString &value);

} // namespace DropDownPainter
