#pragma once

#include <QObject>

class AccountTableView;
class SelectionBar;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Lets the bar for many selected take the place of the line of pills while two or more rows are selected.
/// The line keeps its room, so that no row moves.
class SelectionPlace final : public QObject
{
    Q_OBJECT

public:
    /// @param line of pills, a child of @p page; the bar goes to the page's edges and @p below further down
    SelectionPlace(AccountTableView &view, QWidget *line, int below, QWidget *page);

    /// How many rows are selected.
    int count() const { return m_count; }

Q_SIGNALS:
    void countChanged(int count);
    void deleteRequested();
    void addRoleRequested();
    void removeRoleRequested();
    void exportRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void showBar(bool show);
    void makeBar();
    void place();
    void clear();

    AccountTableView &m_view;
    QWidget *m_line;
    const int m_below;
    QWidget *m_page;
    /// Made when it is first wanted.
    SelectionBar *m_bar = nullptr;
    int m_count = 0;
};
