#include "app/local_api/store.h"

#include "app/local_api/schema.h"

namespace localapi {

Store::Store(const QString &path)
    : database(path)
    , properties(database)
    , accounts(database)
    , creations(database)
    , events(database)
{
    prepareSchema(database);
}

} // namespace localapi
