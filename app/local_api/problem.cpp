#include "app/local_api/problem.h"

#include "app/local_api/jsonwriter.h"

namespace localapi {

namespace {

Response write(int status, std::string_view detail, std::string_view code,
               const std::vector<FieldError> &errors)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").string(std::string_view("about:blank"));
    json.key("title").string(reasonPhrase(status));
    json.key("status").integer(status);
    json.key("detail").string(detail);
    if (!code.empty())
        json.key("code").string(code);
    if (!errors.empty()) {
        json.key("errors").beginArray();
        for (const FieldError &error : errors) {
            json.beginObject();
            json.key("field").string(error.field);
            json.key("code").string(error.code);
            json.key("message").string(error.message);
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();

    Response response(status);
    response.contentType = "application/problem+json";
    response.body = json.take();
    return response;
}

} // namespace

Response problem(int status, std::string_view detail, std::string_view code)
{
    return write(status, detail, code, {});
}

Response invalidFields(const std::vector<FieldError> &errors)
{
    return write(422, errors.front().message, {}, errors);
}

} // namespace localapi
