#pragma once

#include <QPushButton>

/// A word and a count that filters when it is pressed. Checkable; put pills into an exclusive QButtonGroup.
/// The accessible name is the word, the description the count.
class Pill final : public QPushButton
{
    Q_OBJECT

public:
    explicit Pill(const QString &word, QWidget *parent = nullptr);

    int count() const { return m_count; }
    void setCount(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString countText() const;

    int m_count = 0;
};
