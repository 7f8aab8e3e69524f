#pragma once

#include <QLineEdit>

/// A line edit named "Search" with the lens in front and a cross that clears it. Esc clears it too.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};
