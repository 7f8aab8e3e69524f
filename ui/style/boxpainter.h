#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOptionComboBox;
class QStyleOptionToolButton;
class QWidget;
QT_END_NAMESPACE

/// Combo boxes and tool buttons, which look like push buttons.
namespace BoxPainter {

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget);
void comboBoxLabel(QPainter *painter, const QStyleOptionComboBox *option);
void toolButton(QPainter *painter, const QStyleOptionToolButton *option, const QWidget *widget);

} // namespace BoxPainter
