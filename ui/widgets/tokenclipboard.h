#pragma once

#include "models/secrets/secrettext.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

/// Copies a token to the clipboard (never to X11's PRIMARY), asks clipboard histories to leave it out, and
/// clears it after a time or when the program quits, but only while the clipboard still holds that very text.
/// A crash or SIGKILL cannot clear it. One for the program, as there is one clipboard.
class TokenClipboard final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds defaultHold{30};

    enum class End {
        Cleared,
        /// Something else was copied meanwhile and was left alone.
        Replaced,
    };
    Q_ENUM(End)

    /// @p clipboard is the application's and must outlive this object.
    explicit TokenClipboard(QClipboard *clipboard, std::chrono::seconds hold = defaultHold,
                            QObject *parent = nullptr);
    ~TokenClipboard() override;

    /// How long the next copy stays.
    void setHold(std::chrono::seconds hold) { m_hold = hold; }

    /// Starts the time anew.
    void copy(const SecretText &token);
    /// At once, if it still holds our text. Also for a locked screen.
    void clearNow();
    bool holdsToken() const { return !m_copied.isEmpty(); }

Q_SIGNALS:
    void started(int seconds);
    /// Once a second.
    void secondsLeft(int seconds);
    void ended(TokenClipboard::End end);

private:
    void tick();
    void forget(End end);
    bool stillOurs() const;

    QClipboard *m_clipboard;
    std::chrono::seconds m_hold;
    SecretText m_copied;
    QDeadlineTimer m_until;
    QTimer m_tick;
};
