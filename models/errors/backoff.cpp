#include "models/errors/backoff.h"

#include <algorithm>

std::chrono::milliseconds Backoff::middle(int failure) const
{
    std::chrono::milliseconds wait = m_first;
    for (int doubled = 1; doubled < failure && wait < m_longest; ++doubled)
        wait *= 2;
    return std::min(wait, m_longest);
}

std::chrono::milliseconds Backoff::upTo(int failure, QRandomGenerator &chance) const
{
    return std::chrono::milliseconds(chance.bounded(static_cast<int>(middle(failure).count()) + 1));
}

std::chrono::milliseconds Backoff::about(int failure, QRandomGenerator &chance) const
{
    const auto fifth = static_cast<int>(middle(failure).count() / 5);
    return middle(failure) + std::chrono::milliseconds(chance.bounded(-fifth, fifth + 1));
}
