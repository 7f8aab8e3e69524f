#pragma once

#include "ui/style/tokens.h"

#include <QFrame>

#include <optional>

/// A ground of radius 8 for other widgets: sunken for facts, tinted for the blue box and banners. Give it a
/// layout; its margins of 14 by 12 are set as contents margins already.
class Box : public QFrame
{
    Q_OBJECT

public:
    explicit Box(Token fill = Token::Sunken, std::optional<Token> edge = {}, QWidget *parent = nullptr);

    void setColors(Token fill, std::optional<Token> edge);
    void setRadius(int radius);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_fill;
    std::optional<Token> m_edge;
    int m_radius;
};
