#pragma once

#include <QString>

/// The name of one keychain entry, as scripts find it: attribute "server" is service(), attribute "user" is
/// user(). `secret-tool lookup server apono-console user apono-console/local/ci_deploy` prints a token.
class VaultEntry
{
public:
    /// A service account's token. @p connectionKey is the connection's fixed key.
    static VaultEntry forAccount(const QString &connectionKey, const QString &accountName)
    {
        return VaultEntry(QStringLiteral("apono-console/%1/%2").arg(connectionKey, accountName));
    }
    /// The credential that the console itself signs in with.
    static VaultEntry forConnection(const QString &connectionKey)
    {
        return VaultEntry(QStringLiteral("apono-console/%1").arg(connectionKey));
    }

    static QString service() { return QStringLiteral("apono-console"); }
    const QString &user() const { return m_user; }

    friend bool operator==(const VaultEntry &, const VaultEntry &) = default;

private:
    explicit VaultEntry(QString user)
        : m_user(std::move(user))
    {
    }

    QString m_user;
};
