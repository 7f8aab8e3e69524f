#pragma once

#include <QWidget>

/// Two widgets of equal width beside each other, or below each other while there is less room than that.
class CardPair final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of both. @param stackUnder the own width, in logical pixels, under which they are
    /// stacked; 0: never. @param gap between them
    CardPair(QWidget *first, QWidget *second, int stackUnder, int gap = 8, QWidget *parent = nullptr);

    bool isStacked() const { return width() < m_stackUnder; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QWidget *m_first;
    QWidget *m_second;
    int m_stackUnder;
    int m_gap;
};
