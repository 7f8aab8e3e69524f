#include "ui/consolewindows.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "ui/mainwindow.h"
#include "ui/welcome/welcomewindow.h"

#include <QApplication>

#include <utility>

ConsoleWindows::ConsoleWindows(const ConsoleParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

ConsoleWindows::~ConsoleWindows() = default;

void ConsoleWindows::open()
{
    connect(&m_parts.connection, &CurrentConnection::changed, this, &ConsoleWindows::follow);
    if (m_parts.connection.state() == CurrentConnection::State::None)
        showWelcome();
    else
        showMain();
    follow();
}

void ConsoleWindows::comeForward(const QString &activationToken)
{
    // Qt hands this to the compositor with the next activation, and forgets it.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    QWidget *window = m_welcome && m_welcome->isVisible() ? static_cast<QWidget *>(m_welcome.get())
                                                          : static_cast<QWidget *>(m_main.get());
    if (!window)
        return;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    QWidget *dialog = QApplication::activeModalWidget();
    if (dialog)
        dialog->raise();
    (dialog ? dialog : window)->activateWindow();
    QApplication::alert(window);
}

void ConsoleWindows::askBeforeLogout()
{
    // It may have been kept meanwhile.
    if (!m_main || !m_parts.creations.unfinished())
        return;
    comeForward({});
    m_main->close();
}

void ConsoleWindows::maskTokens()
{
    if (m_main)
        m_main->maskTokens();
}

void ConsoleWindows::follow()
{
    const CurrentConnection::State state = m_parts.connection.state();
    if (std::exchange(m_state, state) == state)
        return;
    switch (state) {
    case CurrentConnection::State::NeedsCredential:
        showWelcome();
        return;
    case CurrentConnection::State::Open:
        showMain();
        if (m_welcome)
            m_welcome->close();
        return;
    case CurrentConnection::State::None:
        showWelcome();
        return;
    case CurrentConnection::State::Opening:
    case CurrentConnection::State::Failed:
        return;
    }
}

void ConsoleWindows::showMain()
{
    if (!m_main) {
        m_main = std::make_unique<MainWindow>(m_parts);
        connect(m_main.get(), &MainWindow::welcomeRequested, this, &ConsoleWindows::showWelcome);
        connect(m_main.get(), &MainWindow::rowsPainted, this, &ConsoleWindows::rowsPainted);
    }
    if (!m_main->isVisible())
        m_main->show();
}

void ConsoleWindows::showWelcome()
{
    if (!m_welcome) {
        m_welcome = std::make_unique<WelcomeWindow>(m_parts);
        connect(m_welcome.get(), &WelcomeWindow::chosen, this, [this] {
            showMain();
            m_welcome->close();
        });
    }
    m_welcome->show();
    m_welcome->raise();
    m_welcome->activateWindow();
}
