#pragma once

#include "models/ports/journal.h"

#include <algorithm>
#include <optional>

/// The journal, in memory.
class MemoryJournal final : public Journal
{
public:
    QList<JournalEntry> entries() const override { return m_entries; }

    Result<Done> keep(const JournalEntry &entry) override
    {
        if (m_failure)
            return *m_failure;
        const auto same = find(entry.idempotencyKey);
        if (same == m_entries.end())
            m_entries.append(entry);
        else
            *same = entry;
        return Done{};
    }

    Result<Done> drop(const QString &idempotencyKey) override
    {
        if (m_failure)
            return *m_failure;
        if (const auto same = find(idempotencyKey); same != m_entries.end())
            m_entries.erase(same);
        return Done{};
    }

    /// keep() and drop() fail with it and change nothing, until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }

private:
    QList<JournalEntry>::iterator find(const QString &key)
    {
        return std::find_if(m_entries.begin(), m_entries.end(),
                            [&key](const JournalEntry &entry) { return entry.idempotencyKey == key; });
    }

    QList<JournalEntry> m_entries;
    std::optional<Error> m_failure;
};
