#pragma once

#include <QPushButton>

/// One line of the list that "Expires in" opens: a duration and the date that it means. The accessible name
/// is the duration, the description the date; the one in force is checked.
class DurationRow final : public QPushButton
{
    Q_OBJECT

public:
    explicit DurationRow(const QString &words, QWidget *parent = nullptr);

    void setRemark(const QString &remark);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_remark;
};
