#include "app/local_api/jsonwriter.h"

#include <QByteArray>

#include <string>

namespace localapi {

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_bytes.push_back(bracket);
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_bytes.push_back(bracket);
    m_needsComma = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_bytes.push_back(',');
    m_needsComma = true;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    m_bytes.push_back('"');
    append(m_bytes, name);
    append(m_bytes, "\":");
    m_needsComma = false;
    return *this;
}

void JsonWriter::escaped(char character)
{
    static constexpr std::string_view hexadecimal = "0123456789abcdef";
    switch (character) {
    case '"':
        return append(m_bytes, "\\\"");
    case '\\':
        return append(m_bytes, "\\\\");
    case '\n':
        return append(m_bytes, "\\n");
    case '\r':
        return append(m_bytes, "\\r");
    case '\t':
        return append(m_bytes, "\\t");
    default:
        append(m_bytes, "\\u00");
        m_bytes.push_back(hexadecimal[static_cast<unsigned char>(character) >> 4]);
        m_bytes.push_back(hexadecimal[static_cast<unsigned char>(character) & 15]);
    }
}

JsonWriter &JsonWriter::string(std::string_view text)
{
    separate();
    m_bytes.push_back('"');
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\')
            continue;
        append(m_bytes, text.substr(plain, i - plain));
        escaped(character);
        plain = i + 1;
    }
    append(m_bytes, text.substr(plain));
    m_bytes.push_back('"');
    return *this;
}

JsonWriter &JsonWriter::string(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return string(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

JsonWriter &JsonWriter::integer(qint64 value)
{
    separate();
    append(m_bytes, std::to_string(value));
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    append(m_bytes, "null");
    return *this;
}

JsonWriter &JsonWriter::time(std::optional<Timestamp> moment)
{
    return moment ? string(toIso8601(*moment)) : null();
}

} // namespace localapi
