#pragma once

#include "app/admin_api/httpanswer.h"
#include "app/admin_api/jsontree.h"
#include "app/admin_api/sharedstrings.h"
#include "models/errors/result.h"
#include "models/ports/adminapi.h"

/// Reads answers that hold service accounts, lenient where a server may differ from our contract: the one
/// place that knows the forms. Needed are an id and a name; anything else may be absent, null or of another
/// type and then counts as not said. What fails is Unreadable.
class AccountReader
{
public:
    /// The envelope, or a bare array as the whole list.
    Result<AccountPage> page(const HttpAnswer &answer);

    /// With the answer's ETag.
    Result<ServiceAccount> account(const HttpAnswer &answer);

    /// Without a token in it the answer is Unreadable: whether something was made is then unknown.
    Result<CreatedToken> created(const HttpAnswer &answer);

private:
    std::optional<ServiceAccount> read(const JsonTree::Object &object);
    QList<AccountRole> readRoles(const JsonTree::Object &object);
    QString readCreator(const JsonTree::Object &object);

    SharedStrings m_shared;
    /// Of one account; kept so that its memory is used again.
    QByteArray m_roleParts;
};
