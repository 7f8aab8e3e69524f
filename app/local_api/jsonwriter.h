#pragma once

#include "app/local_api/timestamp.h"
#include "app/local_api/wipedbytes.h"

#include <QStringView>

#include <optional>
#include <string_view>

namespace localapi {

/// Writes JSON straight into bytes, a value at a time: a page of 1,000 accounts never becomes a tree of
/// objects. The caller opens and closes objects and arrays in the right order; commas come by themselves.
class JsonWriter
{
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    /// @p name is one of the API's own names: it needs no escaping.
    JsonWriter &key(std::string_view name);

    JsonWriter &string(QStringView text);
    /// Well-formed UTF-8.
    JsonWriter &string(std::string_view text);
    JsonWriter &integer(qint64 value);
    JsonWriter &null();
    /// null without a moment.
    JsonWriter &time(std::optional<Timestamp> moment);

    WipedBytes take() { return std::move(m_bytes); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();
    void escaped(char character);

    WipedBytes m_bytes;
    bool m_needsComma = false;
};

} // namespace localapi
