#include "tests/benchmarks/searchtyping.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

namespace {

constexpr qint64 patienceMs = 10'000;

}

SearchTyping::SearchTyping(QLineEdit *search, QTableView *table, QObject *parent)
    : QObject(parent)
    , m_search(search)
    , m_viewport(table->viewport())
{
    m_viewport->installEventFilter(this);
}

QList<double> SearchTyping::type(const QString &text)
{
    QList<double> took;
    for (const QChar character : text)
        took.append(press(0, QString(character)));
    for (qsizetype left = text.size(); left > 0; --left)
        took.append(press(Qt::Key_Backspace, {}));
    return took;
}

double SearchTyping::press(int key, const QString &text)
{
    // What the key before left to be done is not this key's.
    QCoreApplication::processEvents();
    const int before = m_paints;
    QElapsedTimer timer;
    timer.start();
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(m_search, &down);
    while (m_paints == before && timer.elapsed() < patienceMs)
        QCoreApplication::processEvents();
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(m_search, &up);
    return m_paints == before ? -1 : took;
}

bool SearchTyping::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport && event->type() == QEvent::Paint)
        ++m_paints;
    return QObject::eventFilter(watched, event);
}
