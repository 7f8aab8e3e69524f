#pragma once

#include "app/local_api/requestparser.h"

#include <vector>

/// What the local API makes of the bytes of one connection, however they are cut on their way.
struct ConnectionReading
{
    struct Taken
    {
        localapi::Request request;
        /// How many bytes were used when it was complete, from the beginning of the connection.
        std::size_t end = 0;
    };

    std::vector<Taken> requests;
    /// How the connection ended. For what reason may depend on how much arrived at once.
    bool isRefused = false;

    /// Limits that short inputs reach.
    static localapi::Limits limits();
    /// Arriving @p piece bytes at a time.
    static ConnectionReading of(std::string_view bytes, std::size_t piece);
};

bool sameReading(const ConnectionReading &left, const ConnectionReading &right);
