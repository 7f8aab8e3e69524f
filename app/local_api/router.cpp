#include "app/local_api/router.h"

#include "app/local_api/problem.h"
#include "app/local_api/query.h"
#include "app/local_api/utf8.h"

#include <algorithm>
#include <array>

namespace localapi {

namespace {

constexpr std::string_view accountsPath = "/api/admin/v1/service-accounts";
constexpr std::string_view eventsPath = "/api/admin/v1/service-account-events";
constexpr std::string_view sessionPath = "/api/client/v1/session";
constexpr std::string_view usersPath = "/api/admin/v3/users";

struct Method
{
    std::string_view name;
    Call call;
};

std::vector<Method> methodsAt(std::string_view path, bool isAccount)
{
    if (isAccount)
        return {{"GET", Call::GetAccount}, {"PUT", Call::UpdateAccount}, {"DELETE", Call::DeleteAccount}};
    if (path == accountsPath)
        return {{"GET", Call::ListAccounts}, {"POST", Call::CreateAccount}};
    if (path == eventsPath)
        return {{"GET", Call::ListEvents}};
    if (path == sessionPath)
        return {{"GET", Call::GetSession}};
    if (path == usersPath)
        return {{"GET", Call::ListUsers}};
    return {};
}

bool isKnownMethod(std::string_view method)
{
    constexpr std::array<std::string_view, 9> known = {"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                       "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    return std::find(known.begin(), known.end(), method) != known.end();
}

Response methodNotAllowed(const std::vector<Method> &methods)
{
    std::string allow;
    for (const Method &method : methods) {
        allow += allow.empty() ? "" : ", ";
        allow += method.name;
        if (method.name == "GET")
            allow += ", HEAD";
    }
    return problem(405, "This path does not have this method.").with("Allow", std::move(allow));
}

} // namespace

std::variant<Route, Response> routeOf(const Request &request)
{
    if (!isKnownMethod(request.method))
        return problem(501, "This method is not known here.");
    const std::string_view path = request.path;
    const std::string_view rest = path.substr(std::min(accountsPath.size(), path.size()));
    const bool isAccount = path.substr(0, accountsPath.size()) == accountsPath && rest.size() > 1 &&
                           rest.front() == '/' && rest.find('/', 1) == std::string_view::npos;
    const std::vector<Method> methods = methodsAt(path, isAccount);
    if (methods.empty())
        return problem(404, "There is nothing at this path.");

    const std::string_view wanted = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    const auto found = std::find_if(methods.begin(), methods.end(),
                                    [wanted](const Method &method) { return method.name == wanted; });
    if (found == methods.end())
        return methodNotAllowed(methods);
    if (!isAccount)
        return Route{found->call, {}};
    const auto id = Query::decoded(rest.substr(1));
    if (!id)
        return problem(400, "The path is not well-formed.");
    return Route{found->call, textFromUtf8(*id)};
}

} // namespace localapi
