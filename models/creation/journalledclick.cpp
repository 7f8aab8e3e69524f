#include "models/creation/journalledclick.h"

#include <QUuid>

#include <algorithm>

JournalledClick::JournalledClick(Journal &journal, QString connectionKey, NewServiceAccount request,
                                 const QDateTime &now, const QUrl &server)
    : JournalledClick(journal,
                      JournalEntry{.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces),
                                   .connectionKey = std::move(connectionKey),
                                   .request = std::move(request),
                                   .begunAt = now,
                                   .server = server})
{
}

JournalledClick::JournalledClick(Journal &journal, JournalEntry entry)
    : m_journal(&journal)
    , m_entry(std::move(entry))
    , m_wanted(m_entry.request)
{
}

Result<Done> JournalledClick::begin(const QDateTime &now, bool serverHonoursKeys)
{
    m_entry.begunAt = now;
    m_entry.serverHonoursKeys = serverHonoursKeys;
    return m_journal->keep(m_entry);
}

void JournalledClick::keep(Stage stage)
{
    m_entry.stage = stage;
    static_cast<void>(m_journal->keep(m_entry));
}

void JournalledClick::keepAnswered(const QString &accountId)
{
    m_entry.accountId = accountId;
    keep(Stage::Answered);
}

void JournalledClick::keepCopied()
{
    m_entry.copied = true;
    if (m_entry.stage == Stage::Answered)
        keep(Stage::Answered);
}

void JournalledClick::keepSavingBegun()
{
    m_entry.savingBegun = true;
    if (m_entry.stage == Stage::Answered)
        keep(Stage::Answered);
}

void JournalledClick::forget() const
{
    static_cast<void>(m_journal->drop(m_entry.idempotencyKey));
}

JournalledClick JournalledClick::again(const QDateTime &now) const
{
    return {*m_journal, m_entry.connectionKey, m_wanted, now, m_entry.server};
}

void JournalledClick::forgetEarlier() const
{
    while (const auto entry = earlier()) {
        if (!m_journal->drop(entry->idempotencyKey))
            return;
    }
}

bool JournalledClick::becomeEarlier()
{
    const auto entry = earlier();
    if (!entry)
        return false;
    forget();
    m_entry = *entry;
    return true;
}

std::optional<JournalEntry> JournalledClick::earlier() const
{
    const QList<JournalEntry> entries = m_journal->entries();
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [this](const JournalEntry &entry) {
        return entry.stage == Stage::NotMade && entry.connectionKey == m_entry.connectionKey &&
               entry.server == m_entry.server && entry.request.name == m_entry.request.name;
    });
    return found == entries.cend() ? std::nullopt : std::optional(*found);
}
