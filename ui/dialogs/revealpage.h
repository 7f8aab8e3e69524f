#pragma once

#include <QPointer>
#include <QWidget>

#include <chrono>

class Box;
class Button;
class Chips;
class Countdown;
class IconText;
class LogoutGuard;
class TextLabel;
class TokenClipboard;
class TokenCreation;
class TokenField;

/// The new token, shown this once: masked until "Show", with "Copy" and "Save to Keychain".
class RevealPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p guard holds up the end of the session until the token is kept.
    RevealPage(TokenClipboard &clipboard, LogoutGuard &guard, QWidget *parent = nullptr);

    /// From Answered on.
    void begin(TokenCreation &creation);
    /// Wipes the token.
    void end();

    void mask();
    /// Without any input for so long, a shown token is masked again.
    void setHideAfter(std::chrono::milliseconds idle);
    void focusFirst();

Q_SIGNALS:
    /// Copied, saved, or a save that failed.
    void changed();

private:
    void build();
    void listenToClipboard();
    void copy();
    void save();
    void followSave();
    void askBeforeReplacing();
    void refresh();
    void refreshSave();

    TokenClipboard &m_clipboard;
    LogoutGuard &m_guard;
    QPointer<TokenCreation> m_creation;
    IconText *m_title;
    Chips *m_roles;
    TextLabel *m_expiration;
    TokenField *m_token;
    Button *m_copy;
    Button *m_save;
    Box *m_states;
    Countdown *m_countdown;
    IconText *m_saveState;
    bool m_hasCopied = false;
};
