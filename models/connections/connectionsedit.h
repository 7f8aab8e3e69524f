#pragma once

#include "models/connections/connectiondraft.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class CurrentConnection;

/// "Connections…": a draft for each connection that is known or to be added. They are saved together;
/// removing is done at once.
class ConnectionsEdit : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        int row;
        ConnectionDraft::Field field;
    };

    /// @p connections must outlive it.
    explicit ConnectionsEdit(CurrentConnection &connections, QObject *parent = nullptr);
    ~ConnectionsEdit() override;

    int count() const { return static_cast<int>(m_drafts.size()); }
    const ConnectionDraft &draft(int row) const { return *m_drafts.at(static_cast<size_t>(row)); }
    /// Say touch() after a change.
    ConnectionDraft &draft(int row) { return *m_drafts.at(static_cast<size_t>(row)); }
    /// -1 for one that is not known.
    int rowOf(const QString &key) const;
    bool isOpen(int row) const;

    FieldNote note(int row, ConnectionDraft::Field field) const;
    /// Whether one of its notes says that something is wrong.
    bool hasBadNote(int row) const;
    /// Something was typed into the draft.
    void touch(int row);

    /// Its row.
    int add();
    /// Why the connection cannot be removed; empty when it can.
    QString whyNotRemovable(int row) const;
    /// Removes it, and its token from the keychain.
    Result<Done> remove(int row);
    /// The connections were changed by somebody else, an import: drafts of known ones that are unchanged
    /// follow, and new ones come.
    void follow();

    /// The names of those with something to save.
    QStringList unsaved() const;
    bool isChanged() const { return !unsaved().isEmpty(); }
    /// Lets every changed draft say what is wrong; gives the first place.
    std::optional<Place> check();
    /// What could be saved is saved, also when something else failed; drafts that failed stay. Only after
    /// check() gave nothing.
    Result<Done> save();

Q_SIGNALS:
    void rowChanged(int row);
    void rowsChanged();

private:
    struct Pass
    {
        bool isSomethingSaved = false;
        std::optional<Error> failure = {};
    };

    QList<Connection> others(int row) const;
    Result<Done> save(ConnectionDraft &draft);
    Pass saveOnce();
    /// Gives a connection another name for the moment, whose own is wanted for another one. Whether it did.
    bool stepAside();
    QString freeName() const;

    CurrentConnection &m_connections;
    std::vector<std::unique_ptr<ConnectionDraft>> m_drafts;
};
