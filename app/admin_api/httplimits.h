#pragma once

#include <QtGlobal>

#include <chrono>

/// How long and how much the client waits for and reads. Tests choose smaller figures.
struct HttpLimits
{
    /// Silence for so long ends a call, whatever is left of its deadline; looking up and connecting count.
    std::chrono::milliseconds idle = std::chrono::seconds(15);
    /// Of one answer, unpacked. An account is some 300 bytes, and at most about 7 KiB with 500 escaped
    /// characters of description: a megabyte is far from both.
    qint64 answer = qint64{1} << 20;
    /// A list may come as one bare array however long it is: 100,000 accounts are 28.5 MB. With what
    /// the network keeps beside it, one without an end costs less than 32 MiB.
    qint64 list = qint64{28} << 20;
    /// Of an error's body; what is longer is not read, the status stands by itself.
    qint64 errorBody = qint64{64} << 10;
};
