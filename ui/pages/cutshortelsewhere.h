#pragma once

#include "models/ports/journal.h"
#include "ui/consoleparts.h"
#include "ui/widgets/banner.h"

class Button;

/// Names the creations that were cut short on other connections than the open one, and what can be done: open
/// theirs, or, where none leads to their server any more, look there and forget them here.
class CutShortElsewhere final : public Banner
{
    Q_OBJECT

public:
    explicit CutShortElsewhere(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// What there is to tell, as long as a connection is open.
    static QList<JournalEntry> entries(const ConsoleParts &parts);
    void tell(const QList<JournalEntry> &entries);

Q_SIGNALS:
    void forgotten();

private:
    bool canBeOpened(const JournalEntry &entry) const;
    void forgetLost();

    const ConsoleParts m_parts;
    Button *m_forget;
    /// Those to which no connection leads.
    QList<JournalEntry> m_lost;
};
