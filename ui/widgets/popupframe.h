#pragma once

#include <QWidget>

/// A window that closes when one clicks elsewhere or presses Esc, with the edge of a menu. Round corners
/// where the window system can show them, else square ones.
class PopupFrame : public QWidget
{
    Q_OBJECT

public:
    explicit PopupFrame(QWidget *owner);

    /// 4 px below @p anchor at its leading edge, at least as wide if @p asWide, above it where there is no
    /// room.
    void openBelow(const QWidget *anchor, bool asWide);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
};
