#include "ui/widgets/scrolltofocus.h"

#include <QApplication>
#include <QScrollArea>

ScrollToFocus::ScrollToFocus(QScrollArea *area, int margin)
    : QObject(area)
    , m_area(area)
    , m_margin(margin)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget * /*before*/, QWidget *now) { follow(now); });
}

void ScrollToFocus::follow(QWidget *focused)
{
    // What is pressed can be seen, and must not move away under the pointer.
    if (!focused || QApplication::mouseButtons() != Qt::NoButton || !m_area->widget() ||
        !m_area->widget()->isAncestorOf(focused))
        return;
    m_area->ensureWidgetVisible(focused, m_margin, m_margin);
}
