#include "ui/mainwindow.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/ports/layoutstore.h"
#include "ui/about/aboutdialog.h"
#include "ui/actions/consoleactions.h"
#include "ui/actions/pageactions.h"
#include "ui/actions/shortcutsdialog.h"
#include "ui/connections/connectiondialogs.h"
#include "ui/connections/sidepanel.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/adminonly.h"
#include "ui/pages/liststatus.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/paletteentries.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/failurereport.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/statusline.h"
#include "ui/windowattention.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>

namespace {

constexpr QSize naturalSize(1280, 800);
constexpr QSize leastSize(640, 400);
/// Under this width the side panel shows icons alone.
constexpr int wideEnough = 800;

} // namespace

MainWindow::MainWindow(const ConsoleParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_side(new SidePanel(parts.connection))
    , m_page(new ServiceAccountsPage(parts))
    , m_status(new StatusLine)
    , m_connections(new ConnectionDialogs(parts, this))
    , m_actions(new ConsoleActions(this))
    , m_pageActions(new PageActions(*m_actions, *m_page, parts, this))
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_side);
    auto *place = new AdminOnly(parts, m_page);
    row->addWidget(place, 1);
    setCentralWidget(content);
    setStatusBar(m_status);
    connectActions();
    // The rows are what the keyboard is for. No focus proxy leads there: Tab would take it as well, past all
    // that stands above the rows.
    m_page->view()->setFocus(Qt::OtherFocusReason);
    setMinimumSize(leastSize);
    resize(naturalSize);
    // Qt sees to it that the window is on a screen that is there.
    restoreGeometry(parts.layouts.windowGeometry());

    new WindowAttention(this, parts.schedule);
    new FailureReport(parts.clock, parts.vault, parts.keychainLibraryVersion, this);
    connect(place, &AdminOnly::refreshRequested, m_page, &ServiceAccountsPage::refresh);
    connect(place, &AdminOnly::anotherTokenRequested, m_connections, &ConnectionDialogs::openUseAnotherToken);
    connect(m_side, &SidePanel::connectionsRequested, m_connections, &ConnectionDialogs::openConnections);
    connect(m_side, &SidePanel::settingsRequested, this, &MainWindow::showSettings);
    connect(m_side, &SidePanel::welcomeRequested, this, &MainWindow::welcomeRequested);
    connect(m_page, &ServiceAccountsPage::message, m_status, &StatusLine::tell);
    connect(m_page, &ServiceAccountsPage::rowsPainted, this, &MainWindow::rowsPainted);
    connect(m_page, &ServiceAccountsPage::selectedCountChanged, this, &MainWindow::showStatus);
    connect(&parts.list, &AccountList::stateChanged, this, &MainWindow::showStatus);
    connect(parts.list.model(), &AccountTableModel::countsChanged, this, &MainWindow::showStatus);
    connect(&parts.connection, &CurrentConnection::changed, this, &MainWindow::showStatus);
    connect(&parts.connection, &CurrentConnection::changed, this, &MainWindow::showTitle);
    connect(&parts.connection, &CurrentConnection::sessionChanged, this, &MainWindow::showStatus);
    showStatus();
    showTitle();
}

void MainWindow::connectActions()
{
    m_actions->fill(menuBar());
    const auto on = [this](ConsoleAction action, void (MainWindow::*slot)()) {
        connect(m_actions->of(action), &QAction::triggered, this, slot);
    };
    connect(m_actions->of(ConsoleAction::Connections), &QAction::triggered, m_connections,
            &ConnectionDialogs::openConnections);
    connect(m_actions->of(ConsoleAction::UseAnotherToken), &QAction::triggered, m_connections,
            &ConnectionDialogs::openUseAnotherToken);
    connect(m_page, &ServiceAccountsPage::anotherTokenRequested, m_connections,
            &ConnectionDialogs::openUseAnotherToken);
    connect(m_connections, &ConnectionDialogs::message, m_status, &StatusLine::tell);
    on(ConsoleAction::Welcome, &MainWindow::welcomeRequested);
    on(ConsoleAction::Settings, &MainWindow::showSettings);
    on(ConsoleAction::CommandPalette, &MainWindow::openPalette);
    on(ConsoleAction::Shortcuts, &MainWindow::showShortcuts);
    on(ConsoleAction::About, &MainWindow::showAbout);
    connect(m_actions->of(ConsoleAction::Quit), &QAction::triggered, qApp, &QApplication::closeAllWindows);
}

void MainWindow::maskTokens()
{
    m_page->dialogs()->maskTokens();
}

void MainWindow::showSettings()
{
    (new SettingsDialog(m_parts.settings, this))->open();
}

void MainWindow::showShortcuts()
{
    (new ShortcutsDialog(this))->open();
}

void MainWindow::openPalette()
{
    if (!m_palette) {
        m_entries = new PaletteEntries(*m_actions, *m_page, m_parts, this);
        connect(m_entries, &PaletteEntries::accountChosen, m_page, &ServiceAccountsPage::showAccount);
        connect(m_entries, &PaletteEntries::connectionChosen, &m_parts.connection, &CurrentConnection::open);
        m_palette =
            new CommandPalette([this](const QString &typed) { return m_entries->matching(typed); }, this);
    }
    m_entries->setCurrentAccount(m_pageActions->currentAccount());
    m_palette->open();
}

void MainWindow::showStatus()
{
    m_status->setCounts(m_page->selectedCount() > 1
                            ? ListStatus::selectedText(m_page->selectedCount(), m_parts.list)
                            : ListStatus::countsText(m_parts.list, m_parts.connection));
    const ListStatus::State state = ListStatus::connectionState(m_parts.list, m_parts.connection);
    m_status->setState(state.icon, state.ink, state.text);
}

void MainWindow::showTitle()
{
    const auto &connection = m_parts.connection.connection();
    setWindowTitle(connection ? tr("Service Accounts — %1").arg(connection->name) : tr("Service Accounts"));
}

void MainWindow::showAbout()
{
    auto *about = new AboutDialog(m_parts, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

bool MainWindow::event(QEvent *event)
{
    // Menus say nothing in the status bar: their empty tips would take the place of what it says.
    return event->type() == QEvent::StatusTip || QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_side->setCompact(event->size().width() < wideEnough);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool mayLeave = std::exchange(m_mayLeave, false);
    // A dialog that holds a token asks for itself. Who stays there has not quit.
    if (!m_page->dialogs()->closeAll() || !m_connections->closeAll()) {
        event->ignore();
        return;
    }
    if (!mayLeave && m_parts.creations.unfinished()) {
        event->ignore();
        askBeforeQuitting();
        return;
    }
    // Where it cannot be kept, the next start has the natural size.
    static_cast<void>(m_parts.layouts.keepWindowGeometry(saveGeometry()));
    event->accept();
}

void MainWindow::askBeforeQuitting()
{
    const QString name = m_parts.creations.unfinished()->request().name.text();
    QuestionDialog::Texts texts;
    texts.title = tr("Quit");
    texts.heading = tr("%1 is still being made").arg(name);
    texts.sentence = tr("Its token cannot be shown again: whoever quits now may lose it.");
    texts.goOn = tr("Quit Anyway");
    texts.stay = tr("Stay");
    auto *question = new QuestionDialog(texts, this);
    connect(question, &QDialog::accepted, this, [this] {
        m_mayLeave = true;
        close();
    });
    question->open();
}
