#include "ui/mainwindow.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "ui/aboutdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/liststatus.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/sidepanel.h"
#include "ui/statusline.h"
#include "ui/windowattention.h"

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
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_page, 1);
    setCentralWidget(content);
    setStatusBar(m_status);
    makeMenus();
    // The rows are what the keyboard is for.
    m_page->setFocus(Qt::OtherFocusReason);
    setMinimumSize(leastSize);
    resize(naturalSize);

    new WindowAttention(this, parts.schedule);
    connect(m_side, &SidePanel::welcomeRequested, this, &MainWindow::welcomeRequested);
    connect(m_page, &ServiceAccountsPage::message, m_status, &StatusLine::tell);
    connect(m_page, &ServiceAccountsPage::rowsPainted, this, &MainWindow::rowsPainted);
    connect(&parts.list, &AccountList::stateChanged, this, &MainWindow::showStatus);
    connect(parts.list.model(), &AccountTableModel::countsChanged, this, &MainWindow::showStatus);
    connect(&parts.connection, &CurrentConnection::changed, this, &MainWindow::showStatus);
    connect(&parts.connection, &CurrentConnection::changed, this, &MainWindow::showTitle);
    showStatus();
    showTitle();
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *create = file->addAction(tr("&New Service Account"));
    create->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    create->setEnabled(m_page->canCreate());
    connect(create, &QAction::triggered, m_page, &ServiceAccountsPage::createAccount);
    connect(m_page, &ServiceAccountsPage::canCreateChanged, create, &QAction::setEnabled);
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    QAction *search = edit->addAction(tr("&Search"));
    search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(search, &QAction::triggered, m_page, &ServiceAccountsPage::focusSearch);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    QAction *refresh = view->addAction(tr("&Refresh"));
    refresh->setShortcut(QKeySequence(Qt::Key_F5));
    connect(refresh, &QAction::triggered, m_page, &ServiceAccountsPage::refresh);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    connect(help->addAction(tr("&About")), &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::showStatus()
{
    m_status->setCounts(ListStatus::countsText(m_parts.list, m_parts.connection));
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

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_side->setCompact(event->size().width() < wideEnough);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A dialog that holds a token asks for itself. Who stays there has not quit.
    if (!m_page->dialogs()->closeAll()) {
        event->ignore();
        return;
    }
    if (!m_mayLeave && m_parts.creations.unfinished()) {
        event->ignore();
        askBeforeQuitting();
        return;
    }
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
