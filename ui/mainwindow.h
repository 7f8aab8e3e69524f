#pragma once

#include "ui/consoleparts.h"

#include <QMainWindow>

class ServiceAccountsPage;
class SidePanel;
class StatusLine;

/// The console's window: menu bar, side panel, the page, status bar.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const ConsoleParts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    void welcomeRequested();
    /// Once, on the first rows.
    void rowsPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeMenus();
    void showStatus();
    void showTitle();
    void showAbout();
    void askBeforeQuitting();

    const ConsoleParts m_parts;
    SidePanel *m_side;
    ServiceAccountsPage *m_page;
    StatusLine *m_status;
    /// The question was answered: leaving loses something, and it is wanted.
    bool m_mayLeave = false;
};
