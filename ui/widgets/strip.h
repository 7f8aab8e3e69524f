#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

class Button;
class ElidedLabel;
class IconView;

/// A line over the table's head: "Old rows, loaded 24 Nov 2026, 09:12". 28 px high, 36 with a button.
class Strip final : public QWidget
{
    Q_OBJECT

public:
    /// @param ground Sunken or Tint
    Strip(const QString &iconName, const QString &text, Token ground = Token::Sunken,
          QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Owned by the strip, at its trailing end.
    Button *addButton(const QString &text, const QString &iconName = {});
    /// Owned by the strip, directly behind its text.
    Button *addLink(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconView *m_icon;
    ElidedLabel *m_text;
    QHBoxLayout *m_row;
    Token m_ground;
};
