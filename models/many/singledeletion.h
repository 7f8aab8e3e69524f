#pragma once

#include "models/deletion/accountdeletion.h"
#include "models/many/singlechange.h"

/// Deletes one account and its copy in the keychain. When the answer is lost, it looks whether the account is
/// still there.
class SingleDeletion final : public SingleChange
{
    Q_OBJECT
public:
    SingleDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                   const QString &connectionKey, const ServiceAccount &account, QObject *parent = nullptr);

    void start() override;

private:
    void follow();
    void readBack(const Error &reason);

    const std::shared_ptr<AdminApi> m_api;
    AccountDeletion m_deletion;
    bool m_isKnownToBeGone = false;
    Call m_call;
};
