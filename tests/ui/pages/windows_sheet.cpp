// Not a test: paints every window of this folder in every state, to be laid beside the pictures of the
// design; or names the texts that are cut off, at the natural and at the least size, under a
// pseudo-translation. Usage: windows_sheet FOLDER|--fit [dark]

#include "tests/ui/fit/cutoffs.h"
#include "tests/ui/pages/sampleaccounts.h"
#include "tests/ui/pages/shownwindows.h"
#include "tests/ui/support/consolefixture.h"
#include "ui/mainwindow.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/style/consolestyle.h"
#include "ui/welcome/welcomewindow.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <functional>
#include <memory>

namespace {

constexpr QSize leastSize(640, 400);

QString folder;

/// Only names the texts that are cut off.
bool onlyFit = false;
int found = 0;

void save(QWidget *window, const QString &name)
{
    if (onlyFit) {
        QTest::qWait(250);
        found += nameCutOffs(window, name);
        return;
    }
    // The cross of the search field fades in.
    QTest::qWait(250);
    window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

/// The main window with the accounts of the pictures; @p prepare changes it before its picture is taken.
void mainWindow(const QString &name, const std::function<void(ConsoleFixture &, MainWindow &)> &prepare,
                const QSize &size = QSize(1280, 800), const QSize &least = leastSize)
{
    if (onlyFit && size != least)
        mainWindow(name, prepare, least, least);
    ConsoleFixture world;
    for (const ServiceAccount &account : sampleAccounts(world.clock.now()))
        world.server.put(account);
    for (const QString &saved : {QStringLiteral("prod_ci_deploy"), QStringLiteral("prod_terraform_eu")})
        static_cast<void>(world.savedTokens.record(
            SavedToken{QStringLiteral("local"), saved, QStringLiteral("id_") + saved, world.clock.now()}));
    MainWindow window(world.parts);
    window.resize(size);
    window.show();
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    world.openLocal();
    prepare(world, window);
    save(&window, name);
}

void choose(MainWindow &window, const QString &id)
{
    auto *table = window.findChild<AccountTableView *>();
    table->showAccount(id);
    table->setFocus();
}

void selectSome(MainWindow &window)
{
    auto *table = window.findChild<AccountTableView *>();
    const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    for (const int row : {1, 3, 6, 7, 8})
        table->selectionModel()->setCurrentIndex(table->model()->index(row, 0), flags);
    table->setFocus();
}

void search(MainWindow &window, const QString &text)
{
    window.findChild<SearchField *>()->setText(text);
}

void mainWindows()
{
    mainWindow(QStringLiteral("main"), [](ConsoleFixture &, MainWindow &window) {
        search(window, QStringLiteral("prod"));
        choose(window, QStringLiteral("id_prod_terraform_us"));
        window.findChild<AccountTableView *>()->setHoveredRow(3);
    });
    mainWindow(
        QStringLiteral("narrow"), [](ConsoleFixture &, MainWindow &) {}, leastSize);
    mainWindow(QStringLiteral("selection-bar"),
               [](ConsoleFixture &, MainWindow &window) { selectSome(window); });
    mainWindow(
        QStringLiteral("selection-bar-narrow"),
        [](ConsoleFixture &, MainWindow &window) { selectSome(window); }, leastSize);
    mainWindow(QStringLiteral("no-match"), [](ConsoleFixture &world, MainWindow &window) {
        AccountFilter filter;
        filter.status = StatusChoice::ExpiringSoon;
        world.list.model()->setFilter(filter);
        search(window, QStringLiteral("prodx"));
    });
    mainWindow(QStringLiteral("empty"), [](ConsoleFixture &world, MainWindow &) {
        const QList<ServiceAccount> all = world.server.accounts();
        for (const ServiceAccount &account : all)
            world.server.remove(account.id);
        world.list.refresh();
    });
    mainWindow(QStringLiteral("loading"), [](ConsoleFixture &world, MainWindow &) {
        world.server.hold(MemoryAdminApi::Verb::List);
        world.list.refresh();
    });
    mainWindow(QStringLiteral("palette"), [](ConsoleFixture &, MainWindow &window) {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    });
    mainWindow(QStringLiteral("hidden-by-filter"), [](ConsoleFixture &world, MainWindow &window) {
        search(window, QStringLiteral("prod"));
        ServiceAccount made = world.server.accounts().constFirst();
        made.name = QStringLiteral("deploy_bot_eu");
        made.id = made.name;
        world.list.accountChanged(made);
        auto *dialogs = window.findChild<ServiceAccountsPage *>()->dialogs();
        Q_EMIT dialogs->created(made.id);
    });
}

/// The list cannot be read again.
void failedWindow(const QString &name, const Error &error)
{
    // The longest sentences, a third longer, have not room beside their buttons in a window as low as the
    // least one.
    const QSize low(640, 480);
    const auto prepare = [error](ConsoleFixture &world, MainWindow &window) {
        world.server.failAlways(error);
        world.list.refresh();
        QTest::qWait(50);
        choose(window, QStringLiteral("id_prod_terraform_eu"));
    };
    mainWindow(name, prepare, QSize(1280, 800), low);
}

void failedWindows()
{
    Error error(ErrorKind::TimedOut);
    error.host = QStringLiteral("api.apono.io");
    failedWindow(QStringLiteral("failed"), error);
    failedWindow(QStringLiteral("failed-unauthorized"), Error(ErrorKind::Unauthorized));
    failedWindow(QStringLiteral("failed-login-page"), Error(ErrorKind::Unreadable));
    Error busy(ErrorKind::TooManyRequests);
    busy.retryAfter = std::chrono::minutes(10);
    failedWindow(QStringLiteral("failed-busy"), busy);
    mainWindow(QStringLiteral("needs-admin"), [](ConsoleFixture &world, MainWindow &) {
        Session session;
        session.userName = QStringLiteral("report_reader");
        session.roles = {QStringLiteral("Viewer")};
        world.server.setSession(session);
        world.server.failAlways(Error(ErrorKind::Forbidden));
        world.list.refresh();
    });
}

void otherWindows()
{
    for (const ShownWindow &other : shownWindows()) {
        ConsoleFixture world;
        world.openLocalWithoutList();
        QWidget over;
        const std::unique_ptr<QWidget> window(other.show(world, &over));
        save(window.get(), other.name);
        window->resize(leastSize);
        save(window.get(), other.name + QStringLiteral("-least"));
    }
    ConsoleFixture world;
    WelcomeWindow welcome(world.parts);
    welcome.show();
    const Connection server = world.store.addServer(QStringLiteral("https://api.example.org"));
    world.vault.failWith(Error(ErrorKind::KeychainLocked));
    world.connection.open(server.key);
    QTest::qWait(50);
    save(&welcome, QStringLiteral("welcome-reason"));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("apono-console"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        return EXIT_FAILURE;
    folder = arguments.at(1);
    auto *style = ConsoleStyle::install(app);
    style->setTheme(arguments.contains(QStringLiteral("dark")) ? Theme::Dark : Theme::Light);
    onlyFit = folder == QStringLiteral("--fit");
    mainWindows();
    failedWindows();
    otherWindows();
    return found == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
