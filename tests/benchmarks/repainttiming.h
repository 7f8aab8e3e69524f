#pragma once

#include <QEvent>
#include <QList>
#include <QObject>
#include <QTableView>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

/// Measures what a person does to the end of the table's repaint that it caused, in milliseconds; -1 where no
/// repaint followed.
class RepaintTiming final : public QObject
{
    Q_OBJECT

public:
    RepaintTiming(QLineEdit *search, QTableView *table, QObject *parent = nullptr);

    /// Each character in turn, then as many backspaces: the search narrows and widens again. One figure for
    /// each key.
    QList<double> type(const QString &text);
    double sort(int column, Qt::SortOrder order);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double press(int key, const QString &text);
    double until(const std::function<void()> &act);

    QLineEdit *m_search;
    QTableView *m_table;
    int m_paints = 0;
};
