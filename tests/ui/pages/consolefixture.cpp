#include "tests/ui/pages/consolefixture.h"

#include <QTest>

ConsoleFixture::ConsoleFixture()
    : clock(QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC))
    , parts{clock,
            connection,
            list,
            schedule,
            creations,
            vault,
            savedTokens,
            apis,
            clipboard,
            logoutGuard,
            settings,
            layouts,
            workspace.folder(),
            QStringLiteral("0.13.2"),
            {}}
{
}

void ConsoleFixture::openLocalWithoutList()
{
    connection.openLocal();
    workspace.becomeReady();
}

void ConsoleFixture::openLocal()
{
    openLocalWithoutList();
    QTRY_COMPARE(list.state(), AccountList::State::Loaded);
}
