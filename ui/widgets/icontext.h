#pragma once

#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QWidget>

class IconView;
class TextLabel;

/// An icon and a text beside it, which wraps: a state in words, never by colour alone.
class IconText : public QWidget
{
    Q_OBJECT

public:
    explicit IconText(QWidget *parent = nullptr);
    IconText(const QString &iconName, Token iconInk, const QString &text, TextStyle style = TextStyle::Body,
             Token textInk = Token::Text, QWidget *parent = nullptr);

    /// An empty @p iconName takes no room.
    void setLook(const QString &iconName, Token iconInk, TextStyle style, Token textInk);
    void setText(const QString &text);
    QString text() const;
    /// Whether the text may take several lines; it may at first.
    void setWordWrap(bool on);
    void setIconSize(int pixels);

private:
    IconView *m_icon;
    TextLabel *m_text;
};
