#include "tests/benchmarks/repainttiming.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

namespace {

constexpr qint64 patienceMs = 10'000;

}

RepaintTiming::RepaintTiming(QLineEdit *search, QTableView *table, QObject *parent)
    : QObject(parent)
    , m_search(search)
    , m_table(table)
{
    table->viewport()->installEventFilter(this);
}

QList<double> RepaintTiming::type(const QString &text)
{
    QList<double> took;
    for (const QChar character : text)
        took.append(press(0, QString(character)));
    for (qsizetype left = text.size(); left > 0; --left)
        took.append(press(Qt::Key_Backspace, {}));
    return took;
}

double RepaintTiming::press(int key, const QString &text)
{
    const double took = until([&] {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(m_search, &down);
    });
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(m_search, &up);
    return took;
}

double RepaintTiming::sort(int column, Qt::SortOrder order)
{
    return until([&] { m_table->sortByColumn(column, order); });
}

double RepaintTiming::until(const std::function<void()> &act)
{
    // What was left to be done before is not this one's.
    QCoreApplication::processEvents();
    const int before = m_paints;
    QElapsedTimer timer;
    timer.start();
    act();
    while (m_paints == before && timer.elapsed() < patienceMs)
        QCoreApplication::processEvents();
    return m_paints == before ? -1 : static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

bool RepaintTiming::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Paint)
        ++m_paints;
    return QObject::eventFilter(watched, event);
}
