#pragma once

#include "models/connections/currentconnection.h"
#include "ui/consoleparts.h"

#include <QObject>

#include <memory>

class MainWindow;
class WelcomeWindow;

/// Which window is open: the main window as soon as there is a connection, "Welcome" while there is none and
/// when a connection's token cannot be read. Each is made when it is first shown.
class ConsoleWindows final : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleWindows(const ConsoleParts &parts, QObject *parent = nullptr);
    ~ConsoleWindows() override;

    /// Shows what the state of the connection asks for, and follows it from then on.
    void open();

    /// Brings the window that is open to the front, with the dialog that waits over it: as far as the desktop
    /// lets a program do that, and marked in its list of windows where it does not. @p activationToken is
    /// what Wayland asks for, given by the desktop to whoever wants it; else empty.
    void comeForward(const QString &activationToken);

    /// The session was about to end, and a token on the screen would have been lost: asks what closing the
    /// window asks.
    void askBeforeLogout();

    /// The screen is locked: a token that is shown is masked again.
    void maskTokens();

    /// nullptr until it is needed.
    MainWindow *mainWindow() const { return m_main.get(); }
    WelcomeWindow *welcomeWindow() const { return m_welcome.get(); }

Q_SIGNALS:
    /// Once: the first rows can be seen.
    void rowsPainted();

private:
    void follow();
    void showMain();
    void showWelcome();

    const ConsoleParts m_parts;
    std::unique_ptr<MainWindow> m_main;
    std::unique_ptr<WelcomeWindow> m_welcome;
    /// Of the connection, as the windows last followed it.
    CurrentConnection::State m_state = CurrentConnection::State::None;
};
