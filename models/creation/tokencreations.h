#pragma once

#include "models/creation/tokencreation.h"

#include <QObject>
#include <QStringList>

/// Owns every TokenCreation until it is finished, so that closing a window abandons none, and wakes those
/// that the journal remembers.
class TokenCreations : public QObject
{
    Q_OBJECT
public:
    explicit TokenCreations(const CreationParts &parts, QObject *parent = nullptr);

    /// Starts one; @p server is the connection's address, and empty for the local workspace. The pointer is
    /// good until its signal finished(); hold it in a QPointer.
    TokenCreation *start(std::shared_ptr<AdminApi> api, const QString &connectionKey,
                         const NewServiceAccount &request, const QUrl &server = {});

    /// Finds out what became of those of this connection that were cut short when the program last ended,
    /// and says needsPerson() of each. Does nothing for those that are awake already, nor for what was sent
    /// to another @p server than the connection's of today, which knows nothing of it.
    void resume(const std::shared_ptr<AdminApi> &api, const QString &connectionKey, const QUrl &server = {});
    /// What was cut short on other connections than this one, or on another server, and waits until that is
    /// opened.
    QList<JournalEntry> waitingElsewhere(const QString &connectionKey, const QUrl &server = {}) const;
    /// Clicks on this connection whose end the person has not seen: under way, or cut short.
    QList<JournalEntry> unseenOn(const QString &connectionKey) const;
    /// Whether it is under way, or a window is to tell how it ended.
    bool isAwake(const JournalEntry &entry) const;
    /// Whether the connection of that key, at that address, leads to where the entry was sent.
    static bool wasSentTo(const JournalEntry &entry, const QString &connectionKey, const QUrl &server);
    /// The person has read that it cannot be found out any more.
    void forget(const JournalEntry &entry);

    /// A window that watched it goes away before it ended: whoever listens to needsPerson() takes it over
    /// when there is something to say.
    void letGo(TokenCreation *creation);

    /// A creation whose token exists and was neither copied nor saved, or that is still on its way;
    /// nullptr when leaving the program loses nothing.
    TokenCreation *unfinished() const;

Q_SIGNALS:
    /// No window watches it, and the person has to see it. Emitted from inside its stateChanged().
    void needsPerson(TokenCreation *creation);

private:
    /// What the person knows of it already.
    enum class Told { Nothing, NotMade };

    bool isSafe(const JournalEntry &entry) const;
    bool isUnseen(const JournalEntry &entry) const;
    void adopt(TokenCreation *creation);
    void followUnwatched(TokenCreation *creation, Told told);
    static bool isNews(TokenCreation::State state, Told told);

    const CreationParts m_parts;
};
