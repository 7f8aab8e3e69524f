#include "tests/benchmarks/floortable.h"

#include <QTimer>

#include <cstdio>

void FloorTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_said || !model() || model()->rowCount() == 0)
        return;
    m_said = true;
    // From the event loop: what was painted has gone to the display by then.
    QTimer::singleShot(0, this, [] { std::fputs("rows painted\n", stderr); });
}
