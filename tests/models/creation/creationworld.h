#pragma once

#include "models/creation/tokencreations.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

/// What creations stand on, in memory, at 24 November 2026, 10:42 UTC.
struct CreationWorld
{
    static NewServiceAccount request()
    {
        return {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
                {},
                Expiration::unlimited(),
                *RoleSet::of({Role::Viewer})};
    }
    CreationParts parts() { return {vault, savedTokens, journal, clock}; }

    std::unique_ptr<TokenCreation> creation()
    {
        return std::make_unique<TokenCreation>(
            api, parts(), JournalledClick(journal, QStringLiteral("local"), request(), clock.now()));
    }
    /// One whose answer was lost by a server that made the account and honours no keys.
    std::unique_ptr<TokenCreation> creationWithoutToken()
    {
        api->setHonoursIdempotencyKeys(false);
        api->failNext(MemoryAdminApi::Verb::Create, Error(ErrorKind::Cut), MemoryAdminApi::Work::Done);
        auto one = creation();
        one->start();
        if (!QTest::qWaitFor([&one] { return one->state() == TokenCreation::State::TokenGone; }))
            QTest::qFail("It was not found out that the token is gone.", __FILE__, __LINE__);
        return one;
    }

    /// What the journal remembers of a click in the run before.
    JournalEntry entry(JournalEntry::Stage stage) const
    {
        return {
            QStringLiteral("earlier click"), QStringLiteral("local"), request(), clock.now(), false, stage};
    }
    std::unique_ptr<TokenCreation> remembered(const JournalEntry &entry)
    {
        static_cast<void>(journal.keep(entry));
        return std::make_unique<TokenCreation>(api, parts(), JournalledClick(journal, entry));
    }
    /// The server has an account that looks as if that click had made it.
    void putAccount(const QString &id, const QString &maskedToken = {})
    {
        ServiceAccount made;
        made.id = id;
        made.name = request().name.text();
        made.roles = {AccountRole(Role::Viewer)};
        made.createdBy = QStringLiteral("dana");
        made.creationDate = clock.now();
        made.maskedToken = maskedToken;
        api->put(made);
    }

    FixedClock clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> api = std::make_shared<MemoryAdminApi>(clock);
    MemoryTokenVault vault;
    MemorySavedTokens savedTokens;
    MemoryJournal journal;
};
