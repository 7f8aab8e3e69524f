#pragma once

#include "models/editing/accountreadback.h"
#include "models/many/manychange.h"
#include "models/many/singlechange.h"

#include <memory>

/// Adds or removes roles of one account: reads it, changes what it has now, and saves that under the ETag it
/// was read with. Somebody else's change meanwhile is read and kept. Description and unknown roles stay.
class SingleRoleChange final : public SingleChange
{
    Q_OBJECT
public:
    SingleRoleChange(std::shared_ptr<AdminApi> api, ManyChange change, QString accountId,
                     QObject *parent = nullptr);

    void start() override;

private:
    void read();
    void change(const ServiceAccount &current);
    void answered(Result<ServiceAccount> result);
    void readBack(const Error &reason);
    void fail(const Error &error);
    bool isAsWanted(const ServiceAccount &account) const;

    const std::shared_ptr<AdminApi> m_api;
    const ManyChange m_change;
    const QString m_id;
    int m_tries = 0;
    AccountReadBack m_readBack;
    Call m_call;
};
