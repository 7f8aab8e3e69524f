#pragma once

#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QLabel>

/// A plain-text label in a style and a colour of the design, which both follow a change of theme or font.
/// Wraps when asked to (setWordWrap); aligned at the leading edge of the layout unless told otherwise. Its
/// accessible name is its text; give it none of its own, that would hide the text.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, TextStyle style = TextStyle::Body, Token ink = Token::Text,
                       QWidget *parent = nullptr);

    void setInk(Token ink);
    void setTextStyle(TextStyle style);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void alignByLayout();

    TextStyle m_style;
    Token m_ink;
    bool m_refreshing = false;
};
