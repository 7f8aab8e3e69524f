#pragma once

#include "models/ports/journal.h"

#include <optional>

/// One click on "Generate New Token" together with what the journal keeps of it. A change that the journal
/// cannot write leaves its entry as it was, and the next start looks; only begin() has to succeed.
class JournalledClick
{
public:
    using Stage = JournalEntry::Stage;

    /// A new one, with a key of its own. @p journal must outlive it; @p server is as in JournalEntry.
    JournalledClick(Journal &journal, QString connectionKey, NewServiceAccount request, const QDateTime &now,
                    const QUrl &server = {});
    /// One that the journal remembers.
    JournalledClick(Journal &journal, JournalEntry entry);

    const JournalEntry &entry() const { return m_entry; }

    /// On the disk when it returns success. What is not is not to be sent: after a crash nobody would know of
    /// it.
    Result<Done> begin(const QDateTime &now, bool serverHonoursKeys);
    void keep(Stage stage);
    void keepAnswered(const QString &accountId);
    /// The journal hears of these while the entry's stage is Answered.
    void keepCopied();
    void keepSavingBegun();
    void forget() const;

    /// A new click for what was wanted last.
    JournalledClick again(const QDateTime &now) const;

    /// Forgets the earlier clicks for this name that were looked for and not found: they did not make it.
    void forgetEarlier() const;
    /// Becomes such an earlier click, whose answer came late; false when there is none. What is wanted stays
    /// the request of this one.
    bool becomeEarlier();

private:
    std::optional<JournalEntry> earlier() const;

    Journal *m_journal;
    JournalEntry m_entry;
    NewServiceAccount m_wanted;
};
