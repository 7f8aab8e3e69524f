#include "app/local_api/accountrequest.h"

#include "app/local_api/utf8.h"
#include "models/accounts/accountdescription.h"
#include "models/accounts/serviceaccountname.h"

#include <simdjson.h>

#include <functional>
#include <map>
#include <set>

namespace localapi {

namespace {

using simdjson::dom::element;
using Errors = std::vector<FieldError>;

/// Enough for a person to see what is wrong; a body of nothing but errors gets a short answer.
constexpr std::size_t maximumErrors = 20;

/// Reads one object, each of whose fields has a reader of its own.
class ObjectReader
{
public:
    using FieldReader = std::function<void(const element &)>;

    explicit ObjectReader(Errors &errors)
        : m_errors(errors)
    {
    }

    void required(std::string_view name, FieldReader reader)
    {
        m_required.insert(name);
        m_readers.emplace(name, std::move(reader));
    }
    void optional(std::string_view name, FieldReader reader) { m_readers.emplace(name, std::move(reader)); }

    void read(const simdjson::dom::object &object)
    {
        std::set<std::string_view> seen;
        for (const auto field : object) {
            if (m_errors.size() >= maximumErrors)
                return;
            const auto reader = m_readers.find(field.key);
            if (reader == m_readers.end())
                m_errors.emplace_back(std::string(field.key), "unknown_field",
                                      "This field is not known here.");
            else if (!seen.insert(reader->first).second)
                m_errors.emplace_back(std::string(field.key), "repeated", "This field is there twice.");
            else
                reader->second(field.value);
        }
        for (const std::string_view name : m_required) {
            if (seen.count(name) == 0)
                m_errors.emplace_back(std::string(name), "required", "This field is missing.");
        }
    }

private:
    Errors &m_errors;
    std::map<std::string_view, FieldReader> m_readers;
    std::set<std::string_view> m_required;
};

void readName(const element &value, QString &name, Errors &errors)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        errors.emplace_back("name", "invalid", "The name has to be a text.");
        return;
    }
    name = textFromUtf8(text);
    const std::optional<NameProblem> problemFound = ServiceAccountName::problemWith(name);
    if (!problemFound)
        return;
    switch (*problemFound) {
    case NameProblem::Missing:
        errors.emplace_back("name", "required", "The name is empty.");
        break;
    case NameProblem::ForbiddenCharacters:
        errors.emplace_back("name", "invalid",
                            "The name can only contain lowercase letters, numbers, and underscores.");
        break;
    case NameProblem::TooLong:
        errors.emplace_back("name", "too_long", "The name can have up to 64 characters.");
        break;
    }
}

void readDescription(const element &value, QString &description, Errors &errors)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        errors.emplace_back("description", "invalid", "The description has to be a text.");
        return;
    }
    description = textFromUtf8(text);
    if (AccountDescription::codePoints(description) > AccountDescription::maximumCodePoints)
        errors.emplace_back("description", "too_long", "The description can have up to 500 characters.");
}

void readRoles(const element &value, RoleBits &roles, Errors &errors)
{
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        errors.emplace_back("roles", "invalid", "The roles have to be a list of texts.");
        return;
    }
    if (list.size() == 0)
        errors.emplace_back("roles", "required", "At least one role is needed.");
    for (const element entry : list) {
        if (errors.size() >= maximumErrors)
            return;
        std::string_view text;
        if (entry.get(text) != simdjson::SUCCESS) {
            errors.emplace_back("roles", "invalid", "The roles have to be a list of texts.");
            return;
        }
        const std::optional<Role> role = roleFromName(textFromUtf8(text));
        if (!role)
            errors.emplace_back("roles", "unknown_role",
                                "There is no such role; there are Admin, Power User, Deployment and Viewer.");
        else if (roles & roleBit(*role))
            errors.emplace_back("roles", "repeated", "A role is there twice.");
        else
            roles |= roleBit(*role);
    }
}

void readExpiry(const element &value, std::optional<Timestamp> &expiry, Errors &errors)
{
    if (value.is_null())
        return;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        expiry = fromIso8601(text);
    if (!expiry)
        errors.emplace_back("expiry_date", "invalid",
                            "The end has to be an ISO 8601 time with Z or an offset, or null for no end.");
}

} // namespace

/// Keeps simdjson's types out of the header.
struct AccountRequestReader::Parser
{
    simdjson::dom::parser parser;

    /// The fields as @p object reads them, with its errors, or the answer that there are none.
    std::optional<Response> read(const WipedBytes &body, ObjectReader &object)
    {
        element document;
        // The parser copies the body behind which it needs some room.
        if (body.empty() || parser.parse(body.data(), body.size(), true).get(document) != simdjson::SUCCESS)
            return problem(400, "The body is not well-formed JSON.");
        simdjson::dom::object fields;
        if (document.get(fields) != simdjson::SUCCESS)
            return invalidFields({FieldError("", "invalid", "The body has to be a JSON object.")});
        object.read(fields);
        return std::nullopt;
    }
};

FieldError endIsPast()
{
    return FieldError("expiry_date", "not_in_future", "The end has to lie in the future.");
}

std::string CreateRequest::fingerprint() const
{
    const std::string end = expiry ? std::to_string(*expiry) : "unlimited";
    return name.toStdString() + ' ' + std::to_string(roles) + ' ' + end + ' ' + description.toStdString();
}

AccountRequestReader::AccountRequestReader()
    : m_parser(std::make_unique<Parser>())
{
}

AccountRequestReader::~AccountRequestReader() = default;

std::variant<CreateRequest, Response> AccountRequestReader::readCreate(const WipedBytes &body, Timestamp now)
{
    CreateRequest request;
    Errors errors;
    ObjectReader object(errors);
    object.required("name", [&](const element &value) { readName(value, request.name, errors); });
    object.optional("description",
                    [&](const element &value) { readDescription(value, request.description, errors); });
    object.required("roles", [&](const element &value) { readRoles(value, request.roles, errors); });
    object.required("expiry_date", [&](const element &value) { readExpiry(value, request.expiry, errors); });
    if (auto refusal = m_parser->read(body, object))
        return std::move(*refusal);
    if (errors.empty())
        return request;
    if (request.expiry && *request.expiry <= now)
        errors.push_back(endIsPast());
    return invalidFields(errors);
}

std::variant<UpdateRequest, Response> AccountRequestReader::readUpdate(const WipedBytes &body)
{
    UpdateRequest request;
    Errors errors;
    ObjectReader object(errors);
    object.required("description",
                    [&](const element &value) { readDescription(value, request.description, errors); });
    object.required("roles", [&](const element &value) { readRoles(value, request.roles, errors); });
    if (auto refusal = m_parser->read(body, object))
        return std::move(*refusal);
    if (!errors.empty())
        return invalidFields(errors);
    return request;
}

} // namespace localapi
