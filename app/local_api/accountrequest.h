#pragma once

#include "app/local_api/problem.h"
#include "app/local_api/rolebits.h"
#include "app/local_api/timestamp.h"
#include "app/local_api/wipedbytes.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace localapi {

/// The body of a create; every field keeps to the rules of the values, except that the end may lie in the
/// past: a repeated create may come later than the end that it was sent with.
struct CreateRequest
{
    QString name;
    QString description;
    RoleBits roles = 0;
    /// None: unlimited.
    std::optional<Timestamp> expiry;

    /// The same text for two bodies that ask for the same.
    std::string fingerprint() const;
};

/// What is said about an end that is over.
FieldError endIsPast();

/// The body of an edit: the whole of what can be edited.
struct UpdateRequest
{
    QString description;
    RoleBits roles = 0;
};

/// Reads the bodies of requests: strict JSON, no unknown and no repeated field, and all errors at once. The
/// rules are those of models/accounts. One thread at a time.
class AccountRequestReader
{
public:
    AccountRequestReader();
    ~AccountRequestReader();

    /// An end before @p now is named beside other errors; alone it is no error here.
    std::variant<CreateRequest, Response> readCreate(const WipedBytes &body, Timestamp now);
    std::variant<UpdateRequest, Response> readUpdate(const WipedBytes &body);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace localapi
