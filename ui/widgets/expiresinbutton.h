#pragma once

#include <QPushButton>

/// The button "Expires in": reads "30 days", which is its accessible description.
class ExpiresInButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ExpiresInButton(QWidget *parent = nullptr);

    QString value() const { return m_value; }
    void setValue(const QString &value);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_value;
};
