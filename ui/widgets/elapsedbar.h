#pragma once

#include <QWidget>

/// A bar of 4 px: how much of a time has gone. Decoration: what it says stands beside it in words.
class ElapsedBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ElapsedBar(QWidget *parent = nullptr);

    /// @param part from 0 to 1
    void setGone(double part);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_gone = 0;
};
