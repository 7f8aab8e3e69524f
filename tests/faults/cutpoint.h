#pragma once

#include "tests/support/cuttingproxy.h"

#include <chrono>

/// One moment of one create at which something dies.
struct CutPoint
{
    enum class Victim { Console, Server, Connection };
    enum class Place {
        BeforeRequest, ///< When its first byte is about to be handed on.
        InRequest,     ///< When some of its bytes were.
        InAnswer,      ///< When some bytes of the answer were handed on, or none.
        AfterRequest,  ///< A time after all of it was.
        AfterAnswer,
        AfterSave,
        AtTime ///< A time after the click.
    };

    Victim victim;
    Place place;
    /// From 0 to 1: which of the bytes, or how much of the time.
    double share;
    /// Whether the console knows that this server honours Idempotency-Key, and so may ask again.
    bool honoursKeys;
    /// Of a server: how long it stays away, unless the console has given up before.
    std::chrono::milliseconds restartAfter;
    /// Of a connection.
    CuttingProxy::Cut cut;
    CuttingProxy::Times times;

    /// The same for the same three. Places take turns, so that a few points reach all of them.
    static CutPoint random(Victim victim, int number, quint32 seed);
};
