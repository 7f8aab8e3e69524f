#pragma once

#include "app/local_api/accountcreation.h"
#include "app/local_api/accountrequest.h"
#include "app/local_api/identity.h"
#include "app/local_api/pagetoken.h"
#include "app/local_api/store.h"

namespace localapi {

/// The five calls on service accounts, for a caller who was found to be an Admin. Every function throws
/// StorageFailure.
class AccountsEndpoint
{
public:
    /// @p keepsLastAdmin: whether the last Admin account is protected.
    AccountsEndpoint(Store &store, const TokenMint &mint, Clock clock, bool keepsLastAdmin);

    Response list(const Request &request);
    Response create(const Identity &caller, const Request &request);
    Response get(const QString &id, const Request &request);
    Response update(const Identity &caller, const QString &id, const Request &request);
    Response remove(const Identity &caller, const QString &id, const Request &request);

private:
    Response save(const Identity &caller, Account account, const UpdateRequest &wanted);
    bool isLastAdmin(const Account &account);

    Store &m_store;
    Clock m_clock;
    bool m_keepsLastAdmin;
    PageToken m_pageToken;
    AccountRequestReader m_reader;
    AccountCreation m_creation;
};

} // namespace localapi
