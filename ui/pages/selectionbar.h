#pragma once

#include <QWidget>

#include <array>

class Button;
class FilterButton;
class TextLabel;

/// "5 selected", and what can be done with them. What there is no room for is in the menu "More".
class SelectionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    void setCount(int count);
    /// From the leading edge on, visible or not: for the order of the Tab key.
    QList<QWidget *> stops() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void deleteRequested();
    void addRoleRequested();
    void removeRoleRequested();
    void exportRequested();
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void fillMore();

    TextLabel *m_count;
    std::array<Button *, 4> m_actions{};
    FilterButton *m_more;
    Button *m_clear;
};
