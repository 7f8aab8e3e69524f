#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

/// One icon, perhaps on a disc or a rounded square. Decoration: not in the accessibility tree's names, what
/// it says stands beside it in words.
class IconView final : public QWidget
{
    Q_OBJECT

public:
    enum class Ground { None, Disc, Square };

    explicit IconView(QWidget *parent = nullptr);
    /// @param size of the icon in logical pixels
    IconView(const QString &iconName, Token ink, int size = 16, QWidget *parent = nullptr);

    void setIcon(const QString &name, Token ink);
    void setIconSize(int pixels);
    /// @param groundSize the side of the disc or square; a square of 56 and more has radius 12, a smaller one
    /// 8
    void setGround(Ground ground, Token fill, int groundSize);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Token m_ink = Token::Text2;
    int m_size = 16;
    Ground m_ground = Ground::None;
    Token m_fill = Token::Fill;
    int m_groundSize = 0;
};
