#include "ui/widgets/fieldmessage.h"

namespace {

constexpr int smallIcon = 14;

} // namespace

FieldMessage::FieldMessage(QWidget *parent)
    : IconText(parent)
{
    setIconSize(smallIcon);
    hide();
}

void FieldMessage::say(Kind kind, const QString &text)
{
    m_kind = text.isEmpty() ? Kind::None : kind;
    switch (m_kind) {
    case Kind::None:
    case Kind::Hint:
        setLook({}, Token::Text2, TextStyle::Caption, Token::Text2);
        break;
    case Kind::Ok:
        setLook(QStringLiteral("circle-check"), Token::Ok, TextStyle::ColumnHead, Token::Ok);
        break;
    case Kind::Bad:
        setLook(QStringLiteral("circle-alert"), Token::Bad, TextStyle::ColumnHead, Token::Bad);
        break;
    }
    setText(m_kind == Kind::None ? QString() : text);
    setVisible(m_kind != Kind::None);
}
