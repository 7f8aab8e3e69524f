#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <simdjson.h>

#include <optional>
#include <string_view>

/// One JSON text, parsed strictly (simdjson's DOM: its On Demand walk lets broken texts pass). What was
/// parsed may hold a token: the parser's memory is overwritten when the tree goes away.
class JsonTree
{
public:
    using Element = simdjson::dom::element;
    using Object = simdjson::dom::object;
    using Array = simdjson::dom::array;

    explicit JsonTree(QByteArrayView text);
    ~JsonTree();
    JsonTree(const JsonTree &) = delete;
    JsonTree &operator=(const JsonTree &) = delete;

    /// Nothing when the text is not JSON.
    const std::optional<Element> &root() const { return m_root; }
    /// Nothing when the root is something else.
    std::optional<Object> rootObject() const;

    // Lenient looks into a value: nothing when it is of another type.
    static std::optional<Element> member(const Object &object, std::string_view key);
    static std::optional<Object> object(const Element &element);
    static std::optional<Array> array(const Element &element);
    static std::optional<std::string_view> text(const Element &element);
    /// A text, or a whole number in digits.
    static QString id(const Element &element);
    /// A text in one of the forms of readDate(), or a number of seconds.
    static std::optional<QDateTime> date(const Element &element);

    // The same for a member of an object; empty when it is absent or of another type.
    static std::string_view textAt(const Object &object, std::string_view key);
    static QString stringAt(const Object &object, std::string_view key);
    static QString idAt(const Object &object, std::string_view key);
    static std::optional<QDateTime> dateAt(const Object &object, std::string_view key);

    /// With a byte order mark at its beginning, if it has one: QString::fromUtf8() drops it.
    static QString toQString(std::string_view utf8);

private:
    simdjson::dom::parser m_parser;
    std::optional<Element> m_root;
};
