#pragma once

#include "models/list/accountlist.h"
#include "models/many/manychanges.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

/// A list of accounts and the changes to it, anew for each test. The clock stands at 24 November 2026, 10:42
/// UTC.
class ManyChangesFixture
{
protected:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_saved;
    std::unique_ptr<AccountList> m_list;
    std::unique_ptr<ManyChanges> m_changes;
    QString m_ownId;

    const ManyChange m_delete{};
    const ManyChange m_addAdmin{ManyChange::Kind::AddRoles, {Role::Admin}};

    void make(int count)
    {
        m_api->fill(count);
        m_list->setApi(m_api);
        m_list->refresh();
        QTRY_COMPARE(m_list->state(), AccountList::State::Loaded);
        m_changes = std::make_unique<ManyChanges>(
            ManyChanges::Parts{m_api, *m_list, *m_vault, *m_saved, QStringLiteral("local"),
                               [this](const ServiceAccount &account) { return account.id == m_ownId; }},
            m_api->accounts());
    }
    static QString id(int number)
    {
        return QStringLiteral("id_account_%1").arg(number, 3, 10, QLatin1Char('0'));
    }
    static Error slower(std::chrono::seconds after = std::chrono::seconds(1))
    {
        Error error(ErrorKind::TooManyRequests);
        error.retryAfter = after;
        return error;
    }
    int count(ChangedAccount::State state) const { return m_changes->count(state); }

    void makeParts()
    {
        m_ownId.clear();
        m_api = std::make_shared<MemoryAdminApi>(m_clock);
        m_vault = std::make_unique<MemoryTokenVault>();
        m_saved = std::make_unique<MemorySavedTokens>();
        m_list = std::make_unique<AccountList>(m_clock);
    }
};
