#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class Banner;
class Box;
class Button;
class Chips;
class Countdown;
class IconText;
class TextLabel;
class TokenClipboard;
class TokenCreation;
class TokenField;

/// The new token, shown this once: masked until "Show", with "Copy" and "Save to Keychain".
class RevealPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RevealPage(TokenClipboard &clipboard, QWidget *parent = nullptr);

    /// From Answered on.
    void begin(TokenCreation &creation);
    /// Wipes the token.
    void end();

    void mask();
    /// Without any input for so long, a shown token is masked again.
    void setHideAfter(std::chrono::milliseconds idle) { m_idle.setInterval(idle); }
    void focusFirst();

Q_SIGNALS:
    /// Copied, saved, or a save that failed.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

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
    QTimer m_idle;
};
