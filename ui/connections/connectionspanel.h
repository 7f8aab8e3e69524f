#pragma once

#include <QWidget>

class Button;
class ConnectionListModel;
class MenuButton;

QT_BEGIN_NAMESPACE
class QListView;
QT_END_NAMESPACE

/// The left of "Connections": the list, and under it what can be done with it.
class ConnectionsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    explicit ConnectionsPanel(ConnectionListModel &model, QWidget *parent = nullptr);

    void setCurrentRow(int row);
    void focusList();
    /// What its buttons need.
    int leastWidth() const;

Q_SIGNALS:
    void rowChosen(int row);
    void addRequested();
    void removeRequested();
    void importRequested();
    void exportRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *m_list;
    Button *m_add;
    Button *m_remove;
    MenuButton *m_more;
};
