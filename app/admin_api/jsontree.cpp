#include "app/admin_api/jsontree.h"

#include "app/admin_api/isodate.h"

#include <sodium.h>

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

} // namespace

JsonTree::JsonTree(QByteArrayView text)
{
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    simdjson::padded_string padded(text.data(), static_cast<size_t>(text.size()));
    Element root;
    if (m_parser.parse(padded).get(root) == simdjson::SUCCESS)
        m_root = root;
    if (padded.size() > 0)
        sodium_memzero(padded.data(), padded.size());
}

JsonTree::~JsonTree()
{
    // The unescaped strings, each with its length before it: "", takes 3 bytes of text and 5 here.
    if (m_parser.doc.string_buf)
        sodium_memzero(m_parser.doc.string_buf.get(), 5 * m_parser.doc.capacity() / 3);
}

std::optional<JsonTree::Object> JsonTree::rootObject() const
{
    return m_root ? object(*m_root) : std::nullopt;
}

std::optional<JsonTree::Element> JsonTree::member(const Object &object, std::string_view key)
{
    Element found;
    if (object.at_key(key).get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

std::optional<JsonTree::Object> JsonTree::object(const Element &element)
{
    Object found;
    if (element.get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

std::optional<JsonTree::Array> JsonTree::array(const Element &element)
{
    Array found;
    if (element.get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

std::optional<std::string_view> JsonTree::text(const Element &element)
{
    std::string_view found;
    if (element.get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

QString JsonTree::id(const Element &element)
{
    if (const auto found = text(element))
        return toQString(*found);
    if (element.is_int64())
        return QString::number(element.get_int64().value_unsafe());
    if (element.is_uint64())
        return QString::number(element.get_uint64().value_unsafe());
    return {};
}

std::optional<QDateTime> JsonTree::date(const Element &element)
{
    if (const auto found = text(element))
        return readDate(*found);
    double seconds = 0;
    if (element.get(seconds) != simdjson::SUCCESS)
        return std::nullopt;
    return dateFromSeconds(seconds);
}

std::string_view JsonTree::textAt(const Object &object, std::string_view key)
{
    const auto found = member(object, key);
    return found ? text(*found).value_or(std::string_view()) : std::string_view();
}

QString JsonTree::stringAt(const Object &object, std::string_view key)
{
    return toQString(textAt(object, key));
}

QString JsonTree::idAt(const Object &object, std::string_view key)
{
    const auto found = member(object, key);
    return found ? id(*found) : QString();
}

std::optional<QDateTime> JsonTree::dateAt(const Object &object, std::string_view key)
{
    const auto found = member(object, key);
    return found ? date(*found) : std::nullopt;
}

QString JsonTree::toQString(std::string_view utf8)
{
    const QByteArrayView bytes(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const QString text = QString::fromUtf8(bytes);
    return bytes.startsWith(byteOrderMark) ? QChar(QChar::ByteOrderMark) + text : text;
}
