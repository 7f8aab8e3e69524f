// A keystroke in the search, and a sort, to the repaint: in the console's own main window on an Admin API in
// memory. Prints a JSON array: for each number of accounts the median and the worst of all keys, and the
// median of the sorts by name, in milliseconds.

#include "tests/benchmarks/repainttiming.h"
#include "tests/ui/support/consolefixture.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/searchfield.h"

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

/// Up and down in turn, so that each has work to do.
double medianOfSorts(RepaintTiming &timing, AccountColumn column)
{
    QList<double> took;
    for (int round = 0; round < rounds; ++round) {
        took.append(timing.sort(static_cast<int>(column), Qt::DescendingOrder));
        took.append(timing.sort(static_cast<int>(column), Qt::AscendingOrder));
    }
    std::sort(took.begin(), took.end());
    return took[took.size() / 2];
}

QJsonObject measure(int accounts)
{
    ConsoleFixture world;
    world.server.fill(accounts);
    MainWindow window(world.parts);
    window.resize(1280, 800);
    window.show();
    world.openLocalWithoutList();
    while (world.list.state() != AccountList::State::Loaded)
        QCoreApplication::processEvents();

    RepaintTiming timing(window.findChild<SearchField *>(), window.findChild<AccountTableView *>());
    QList<double> took;
    for (int round = 0; round < rounds; ++round)
        took += timing.type(wordFor(accounts));
    std::sort(took.begin(), took.end());
    return {{QStringLiteral("accounts"), accounts},
            {QStringLiteral("keys"), took.size()},
            {QStringLiteral("without_repaint"), took.count(-1)},
            {QStringLiteral("median_ms"), took[took.size() / 2]},
            {QStringLiteral("worst_ms"), took.last()},
            {QStringLiteral("sort_by_name_ms"), medianOfSorts(timing, AccountColumn::Name)}};
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
