// A keystroke in the search to the repaint, in the console's own main window on an Admin API in memory.
// Prints a JSON array: for each number of accounts the median and the worst of all keys, in milliseconds.

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/ports/systemclock.h"
#include "tests/benchmarks/searchtyping.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"
#include "ui/mainwindow.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tokenclipboard.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int rounds = 5;

/// Leaves the last row of each size in the list, so that the table is never replaced by "nothing matches".
QString wordFor(int accounts)
{
    return QStringLiteral("account_%1").arg(accounts);
}

QJsonObject measure(int accounts)
{
    const SystemClock clock;
    MemoryAdminApi server(clock);
    server.fill(accounts);
    MemoryApiFactory apis(server);
    MemoryTokenVault vault;
    MemorySavedTokens savedTokens;
    MemoryConnectionStore store;
    FakeWorkspace workspace;
    CurrentConnection connection(workspace, apis, vault, store, clock);
    AccountList list(clock);
    TokenCreations creations(vault, savedTokens, clock);
    TokenClipboard clipboard(QApplication::clipboard());
    MainWindow window({clock, connection, list, creations, vault, savedTokens, apis, clipboard, {}, {}, {}});
    window.resize(1280, 800);
    window.show();
    connection.openLocal();
    workspace.becomeReady();
    while (list.state() != AccountList::State::Loaded)
        QCoreApplication::processEvents();

    SearchTyping typing(window.findChild<SearchField *>(), window.findChild<QTableView *>());
    QList<double> took;
    for (int round = 0; round < rounds; ++round)
        took += typing.type(wordFor(accounts));
    std::sort(took.begin(), took.end());
    return {{QStringLiteral("accounts"), accounts},
            {QStringLiteral("keys"), took.size()},
            {QStringLiteral("without_repaint"), took.count(-1)},
            {QStringLiteral("median_ms"), took[took.size() / 2]},
            {QStringLiteral("worst_ms"), took.last()}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ConsoleStyle::install(application);
    QJsonArray figures;
    for (const int accounts : {1'000, 10'000, 100'000})
        figures.append(measure(accounts));
    std::fputs(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}
