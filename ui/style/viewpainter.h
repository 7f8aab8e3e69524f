#pragma once

#include <QRect>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
QT_END_NAMESPACE

/// What belongs to a view: heads of columns, scroll bars, bars of progress.
namespace ViewPainter {

void headerSection(QPainter *painter, const QStyleOptionHeader *option);
/// In text and with an arrow when the table is sorted by it.
/// In which the whole of its text can be read.
int headerWidth(const QStyleOptionHeader *option);
void headerLabel(QPainter *painter, const QStyleOptionHeader *option);

void scrollBar(QPainter *painter, const QStyleOptionSlider *option);
/// Without arrows the groove is the whole bar.
QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part);

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option);

} // namespace ViewPainter
