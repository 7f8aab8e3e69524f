#pragma once

#include "app/local_api/accountstore.h"
#include "app/local_api/creationstore.h"
#include "app/local_api/database.h"
#include "app/local_api/eventlog.h"
#include "app/local_api/propertystore.h"

namespace localapi {

/// The database with its tables: all that the store's thread owns of SQLite.
struct Store
{
    /// Throws StorageFailure.
    explicit Store(const QString &path);

    Database database;
    PropertyStore properties;
    AccountStore accounts;
    CreationStore creations;
    EventLog events;
};

} // namespace localapi
