#pragma once

#include "app/local_api/jsonwriter.h"
#include "app/local_api/pagetoken.h"

namespace localapi {

/// Writes one page of a list in the envelope of the contract. It is to be given one row more than asked for,
/// where there is one: that tells whether there is another page.
class PageWriter
{
public:
    explicit PageWriter(int limit)
        : m_limit(limit)
    {
        m_json.beginObject().key("items").beginArray();
    }

    /// @p write gets the JsonWriter, unless the row is the one too many.
    template <class Write>
    void add(qint64 sequence, Write write)
    {
        if (++m_count > m_limit)
            return;
        m_last = sequence;
        write(m_json);
    }

    /// The whole body, with the token of the next page.
    WipedBytes finish(const PageToken &token)
    {
        m_json.endArray().key("pagination").beginObject().key("next_page_token");
        if (m_count > m_limit)
            m_json.string(token.after(m_last));
        else
            m_json.null();
        m_json.endObject().endObject();
        return m_json.take();
    }

private:
    const int m_limit;
    JsonWriter m_json;
    int m_count = 0;
    qint64 m_last = 0;
};

} // namespace localapi
