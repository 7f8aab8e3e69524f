#include "app/local_api/eventsendpoint.h"

#include "app/local_api/jsonwriter.h"
#include "app/local_api/listrequest.h"

#include <limits>

namespace localapi {

namespace {

void writeEvent(JsonWriter &json, const Event &event)
{
    json.beginObject();
    json.key("id").string(std::to_string(event.sequence));
    json.key("action").string(event.action);
    json.key("creation_date").time(event.created);
    json.key("actor").beginObject();
    json.key("id").string(event.actorId);
    json.key("name").string(event.actorName);
    json.endObject();
    json.key("service_account").beginObject();
    json.key("id").string(event.accountId);
    json.key("name").string(event.accountName);
    json.endObject();
    json.key("changed_fields").beginArray();
    for (const QString &field : event.changed)
        json.string(field);
    json.endArray();
    json.endObject();
}

} // namespace

EventsEndpoint::EventsEndpoint(Store &store, const TokenMint &mint)
    : m_store(store)
    , m_pageToken(mint, "events")
{
}

Response EventsEndpoint::list(const Request &request)
{
    auto parsed = ListRequest::from(request, m_pageToken);
    if (auto *refusal = std::get_if<Response>(&parsed))
        return std::move(*refusal);
    const ListRequest &list = std::get<ListRequest>(parsed);

    JsonWriter json;
    json.beginObject().key("items").beginArray();
    int count = 0;
    qint64 last = 0;
    m_store.events.list(list.sequence.value_or(std::numeric_limits<qint64>::max()), list.limit + 1,
                        [&](const Event &event) {
                            if (++count > list.limit)
                                return;
                            last = event.sequence;
                            writeEvent(json, event);
                        });
    json.endArray().key("pagination").beginObject().key("next_page_token");
    if (count > list.limit)
        json.string(m_pageToken.after(last));
    else
        json.null();
    json.endObject().endObject();
    return Response::json(json.take());
}

} // namespace localapi
