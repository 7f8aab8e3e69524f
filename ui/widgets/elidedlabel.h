#pragma once

#include "ui/widgets/textlabel.h"

/// One line that ends in "…" where there is no room. The whole text stays the accessible one and is the tool
/// tip while it is elided.
class ElidedLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, TextStyle style = TextStyle::Body, Token ink = Token::Text,
                         QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};
