#include "ui/style/consolepalette.h"

#include "ui/style/tokens.h"

QPalette consolePalette(Theme theme)
{
    const auto of = [theme](Token token) { return color(token, theme); };
    QPalette palette;
    const std::initializer_list<std::pair<QPalette::ColorRole, Token>> roles = {
        {QPalette::Window, Token::Window},
        {QPalette::WindowText, Token::Text},
        {QPalette::Base, Token::Window},
        {QPalette::AlternateBase, Token::Window},
        {QPalette::Text, Token::Text},
        {QPalette::PlaceholderText, Token::Text3},
        {QPalette::Button, Token::Raised},
        {QPalette::ButtonText, Token::Text},
        {QPalette::BrightText, Token::OnAccent},
        {QPalette::ToolTipBase, Token::Tip},
        {QPalette::ToolTipText, Token::TipText},
        {QPalette::Highlight, Token::TintStrong},
        {QPalette::HighlightedText, Token::Text},
        {QPalette::Link, Token::AccentText},
        {QPalette::LinkVisited, Token::AccentText},
        {QPalette::Light, Token::Raised},
        {QPalette::Midlight, Token::Fill},
        {QPalette::Mid, Token::Line},
        {QPalette::Dark, Token::Border},
        {QPalette::Shadow, Token::Border},
    };
    for (const auto &[role, token] : roles)
        palette.setColor(role, of(token));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                     QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, of(Token::DisabledText));
    for (QPalette::ColorRole role : {QPalette::Button, QPalette::Base, QPalette::Highlight})
        palette.setColor(QPalette::Disabled, role, of(Token::DisabledFill));
    return palette;
}
