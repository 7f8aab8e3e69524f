#include "app/local_api/eventsendpoint.h"

#include "app/local_api/listrequest.h"
#include "app/local_api/pagewriter.h"

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

    PageWriter page(list.limit);
    m_store.events.list(list.sequence.value_or(std::numeric_limits<qint64>::max()), list.limit + 1,
                        [&](const Event &event) {
                            page.add(event.sequence, [&event](JsonWriter &json) { writeEvent(json, event); });
                        });
    return Response::json(page.finish(m_pageToken));
}

} // namespace localapi
