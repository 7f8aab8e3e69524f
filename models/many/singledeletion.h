#pragma once

#include "models/deletion/accountdeletion.h"
#include "models/many/singlechange.h"

/// Deletes one account and its copy in the keychain.
class SingleDeletion final : public SingleChange
{
    Q_OBJECT
public:
    SingleDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                   const QString &connectionKey, const ServiceAccount &account, QObject *parent = nullptr);

    void start() override;

private:
    void follow();

    AccountDeletion m_deletion;
};
