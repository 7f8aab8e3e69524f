#pragma once

#include "ui/consoleparts.h"

#include <QMainWindow>

class CommandPalette;
class ConnectionDialogs;
class ConsoleActions;
class PageActions;
class PaletteEntries;
class ServiceAccountsPage;
class SidePanel;
class StatusLine;

/// The console's window: menu bar, side panel, the page, status bar.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// The screen is locked: a token that is shown is masked again.
    void maskTokens();

Q_SIGNALS:
    void welcomeRequested();
    /// Once, on the first rows.
    void rowsPainted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectActions();
    void showSettings();
    void showShortcuts();
    void openPalette();
    void showStatus();
    void showTitle();
    void showAbout();
    void askBeforeQuitting();

    const ConsoleParts m_parts;
    SidePanel *m_side;
    ServiceAccountsPage *m_page;
    StatusLine *m_status;
    ConnectionDialogs *m_connections;
    ConsoleActions *m_actions;
    PageActions *m_pageActions;
    /// Made when they are first wanted.
    PaletteEntries *m_entries = nullptr;
    CommandPalette *m_palette = nullptr;
    /// The question was answered: leaving loses something, and it is wanted.
    bool m_mayLeave = false;
};
