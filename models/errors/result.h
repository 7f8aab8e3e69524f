#pragma once

#include "models/errors/error.h"

#include <utility>
#include <variant>

/// A value or the Error in its place. std::expected is not there in C++20.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    } // NOLINT: implicit on purpose
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    } // NOLINT: implicit on purpose

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }

    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// For what succeeds without a value.
struct Done
{
};
