#pragma once

#include "app/admin_api/httpadminapi.h"
#include "tests/support/faultserver.h"
#include "tests/support/fixedclock.h"
#include "tests/ui/support/memoryparts.h"
#include "ui/pages/serviceaccountspage.h"

class AccountTableView;
class Banner;
class QDialog;

/// Real clients with little patience.
class QuickApis final : public AdminApiFactory
{
public:
    explicit QuickApis(std::chrono::milliseconds idle = std::chrono::milliseconds(500))
        : m_idle(idle)
    {
    }
    std::unique_ptr<RetargetableAdminApi> create() override;

private:
    const std::chrono::milliseconds m_idle;
};

/// A base, so that it is there before MemoryParts.
struct ScriptedServer
{
    FixedClock clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    FaultServer server{[](const FaultServer::Request &) { return FaultServer::Reply::silence(); }};
    QuickApis apis;
};

/// The page over the real client and a server that answers as the test says: everything between the wire and
/// the window. The clock stands at 24 November 2026, 10:42 UTC.
class FaultyPage : public ScriptedServer, public MemoryParts
{
public:
    /// A list of @p accounts, and of each of them what the server of the contract says.
    explicit FaultyPage(const QByteArray &accounts);

    /// Opens the connection; whether the list was read.
    bool open();
    /// The list answers so from now on, whatever page is asked for; everything else is not found.
    void answerListWith(const FaultServer::Reply &reply);
    /// As at first again.
    void answerWell();
    /// F5; whether it has come to its end.
    bool refresh();
    /// Lets the clock reach the time that the page has named for its next try.
    void letTheTimeCome();

    Banner *banner() const;
    QDialog *dialog() const;
    AccountTableView *table() const;
    /// Text of a cell, as a screen reader has it.
    QString cell(int row, int column) const;

    ServiceAccountsPage page;

private:
    bool isAtRest() const;

    QByteArray m_accounts;
};
