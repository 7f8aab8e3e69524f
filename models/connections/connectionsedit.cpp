#include "models/connections/connectionsedit.h"

#include "models/connections/connectionname.h"
#include "models/connections/currentconnection.h"

#include <algorithm>

ConnectionsEdit::ConnectionsEdit(CurrentConnection &connections, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
{
    for (const Connection &known : m_connections.known())
        m_drafts.push_back(std::make_unique<ConnectionDraft>(known));
}

ConnectionsEdit::~ConnectionsEdit() = default;

int ConnectionsEdit::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_drafts.cbegin(), m_drafts.cend(),
                                    [&key](const auto &draft) { return draft->kept().key == key; });
    return found == m_drafts.cend() ? -1 : static_cast<int>(found - m_drafts.cbegin());
}

bool ConnectionsEdit::isOpen(int row) const
{
    const auto &open = m_connections.connection();
    return open && !draft(row).isNew() && *open == draft(row).kept();
}

QList<Connection> ConnectionsEdit::others(int row) const
{
    QList<Connection> result;
    for (int other = 0; other < count(); ++other) {
        if (other == row)
            continue;
        Connection connection = draft(other).kept();
        // A new one has no key yet, as the one that is compared with it.
        if (connection.key.isEmpty())
            connection.key = QString::number(other);
        connection.name = tidyConnectionName(draft(other).values().name);
        result.append(connection);
    }
    return result;
}

FieldNote ConnectionsEdit::note(int row, ConnectionDraft::Field field) const
{
    return draft(row).note(field, others(row));
}

bool ConnectionsEdit::hasBadNote(int row) const
{
    const QList<Connection> rest = others(row);
    const auto problems = draft(row).problems(rest);
    return std::any_of(problems.cbegin(), problems.cend(),
                       [&](const auto field) { return draft(row).note(field, rest).isBad(); });
}

void ConnectionsEdit::touch(int row)
{
    Q_EMIT rowChanged(row);
}

QString ConnectionsEdit::freeName() const
{
    return freeConnectionName(tr("New connection"), others(-1));
}

int ConnectionsEdit::add()
{
    m_drafts.push_back(std::make_unique<ConnectionDraft>(freeName()));
    Q_EMIT rowsChanged();
    return count() - 1;
}

QString ConnectionsEdit::whyNotRemovable(int row) const
{
    if (draft(row).kind() == Connection::Kind::Local)
        return tr("The local workspace belongs to this program and cannot be removed.");
    if (isOpen(row))
        return tr("%1 is open. Open another connection first, then it can be removed.")
            .arg(draft(row).kept().name);
    return {};
}

Result<Done> ConnectionsEdit::remove(int row)
{
    if (!draft(row).isNew()) {
        if (const auto removed = m_connections.remove(draft(row).kept().key); !removed)
            return removed;
    }
    m_drafts.erase(m_drafts.begin() + row);
    Q_EMIT rowsChanged();
    return Done{};
}

void ConnectionsEdit::follow()
{
    for (const Connection &known : m_connections.known()) {
        const int row = rowOf(known.key);
        if (row < 0)
            m_drafts.push_back(std::make_unique<ConnectionDraft>(known));
        else if (!draft(row).isChanged())
            draft(row).setKept(known);
    }
    Q_EMIT rowsChanged();
}

QStringList ConnectionsEdit::unsaved() const
{
    QStringList result;
    for (const auto &draft : m_drafts) {
        if (draft->isChanged())
            result.append(tidyConnectionName(draft->isNew() ? draft->values().name : draft->kept().name));
    }
    return result;
}

std::optional<ConnectionsEdit::Place> ConnectionsEdit::check()
{
    std::optional<Place> first;
    for (int row = 0; row < count(); ++row) {
        if (!draft(row).isChanged())
            continue;
        draft(row).checkAll();
        const auto problems = draft(row).problems(others(row));
        if (!first && !problems.isEmpty())
            first = Place{row, problems.constFirst()};
        Q_EMIT rowChanged(row);
    }
    return first;
}

Result<Done> ConnectionsEdit::save(ConnectionDraft &draft)
{
    if (draft.isNew()) {
        const auto added = m_connections.add(draft.connection(), draft.credential().clone());
        if (!added)
            return added.error();
        draft.setKept(added.value());
        return Done{};
    }
    if (const auto updated = m_connections.update(draft.connection(), draft.credential().clone()); !updated)
        return updated;
    if (const auto kept = m_connections.find(draft.kept().key))
        draft.setKept(*kept);
    return Done{};
}

ConnectionsEdit::Pass ConnectionsEdit::saveOnce()
{
    Pass pass;
    for (const auto &draft : m_drafts) {
        if (!draft->isChanged())
            continue;
        if (const auto saved = save(*draft); saved)
            pass.isSomethingSaved = true;
        else if (!pass.failure)
            pass.failure = saved.error();
    }
    return pass;
}

bool ConnectionsEdit::stepAside()
{
    const QList<Connection> known = m_connections.known();
    for (const auto &draft : m_drafts) {
        const QString wanted = tidyConnectionName(draft->values().name).toCaseFolded();
        const auto holder = std::find_if(known.cbegin(), known.cend(), [&](const Connection &connection) {
            return connection.key != draft->kept().key && connection.name.toCaseFolded() == wanted;
        });
        // The workspace keeps its name whatever it is told.
        if (!draft->isChanged() || holder == known.cend() || holder->kind == Connection::Kind::Local)
            continue;
        Connection aside = *holder;
        aside.name = freeConnectionName(aside.name, known);
        return m_connections.update(aside).ok();
    }
    return false;
}

Result<Done> ConnectionsEdit::save()
{
    // A name is free only once its holder has another one: where two swap theirs, one steps aside first.
    Pass pass = saveOnce();
    while (pass.failure && (pass.isSomethingSaved || stepAside()))
        pass = saveOnce();
    Q_EMIT rowsChanged();
    if (pass.failure)
        return *pass.failure;
    return Done{};
}
