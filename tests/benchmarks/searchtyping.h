#pragma once

#include <QEvent>
#include <QList>
#include <QObject>
#include <QTableView>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

/// Types into a search field, key by key, and measures from each key's press to the end of the repaint that
/// it caused.
class SearchTyping final : public QObject
{
    Q_OBJECT

public:
    SearchTyping(QLineEdit *search, QTableView *table, QObject *parent = nullptr);

    /// Each character in turn, then as many backspaces: the search narrows and widens again. In milliseconds,
    /// one figure for each key; -1 for one that no repaint followed.
    QList<double> type(const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double press(int key, const QString &text);

    QLineEdit *m_search;
    QWidget *m_viewport;
    int m_paints = 0;
};
