#pragma once

#include "models/accounts/fieldnote.h"
#include "models/connections/connection.h"

#include <QCoreApplication>
#include <QSet>

/// A connection while a person edits it: what is typed, as it is typed, beside what is kept. Nothing that is
/// typed is refused or changed here; notes say what has to be changed before it can be used.
class ConnectionDraft
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionDraft)
public:
    enum class Field { Name, Address, Token, ResourcePath, Proxy, AuthorityFile };

    /// In the order of the form.
    static QList<Field> fields();

    struct Values
    {
        QString name;
        QString address;
        QString resourcePath;
        DateStyle dateStyle = DateStyle::Iso8601;
        QString proxy;
        QString authorityFile;
        ConnectionPolicy policy;

        friend bool operator==(const Values &, const Values &) = default;
    };

    /// A new server called @p name.
    explicit ConnectionDraft(const QString &name);
    explicit ConnectionDraft(const Connection &kept);

    Connection::Kind kind() const { return m_kept.kind; }
    bool isNew() const { return m_kept.key.isEmpty(); }
    /// Empty keys and names for a new one.
    const Connection &kept() const { return m_kept; }
    /// What is typed is kept now, as @p connection.
    void setKept(const Connection &connection);

    const Values &values() const { return m_values; }
    Values &values() { return m_values; }

    /// The token that was typed, to be kept with the rest; none as long as it stays as it is.
    void setCredential(SecretText credential) { m_credential = std::move(credential); }
    const SecretText &credential() const { return m_credential; }

    /// Whether there is something to save.
    bool isChanged() const;
    /// Whether a token was typed for it, or the one that it has may go to the address that is typed: a kept
    /// token is never sent to another server than the one it was given for.
    bool mayUseKeptCredential() const;

    /// From now on the note of this field says what is wrong: its text is finished.
    void check(Field field) { m_checked.insert(field); }
    void checkAll();
    /// What stands under the field. @p others are the connections besides this one.
    FieldNote note(Field field, const QList<Connection> &others) const;
    /// What is wrong, whether or not the note says it yet; empty for nothing.
    QString problem(Field field, const QList<Connection> &others) const;
    QList<Field> problems(const QList<Connection> &others) const;

    /// What is to be kept. Only without problems.
    Connection connection() const;
    /// Where it would talk to. Only without problems at Address, ResourcePath and Proxy.
    ApiTarget target() const;

private:
    static Values valuesOf(const Connection &connection);

    Connection m_kept;
    Values m_values;
    SecretText m_credential;
    QSet<Field> m_checked;
};
