#pragma once

#include "models/errors/result.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

/// One token that this program saved in the keychain of this computer: where, never what.
struct SavedToken
{
    QString connectionKey;
    QString accountName;
    QString accountId;
    QDateTime savedOn;

    friend bool operator==(const SavedToken &, const SavedToken &) = default;
};

/// The index of saved entries. A keychain that is locked answers "not found"; this index is what tells
/// "never saved" from "locked or removed". Holds no secret.
class SavedTokens : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QList<SavedToken> entries(const QString &connectionKey) const = 0;
    virtual std::optional<SavedToken> find(const QString &connectionKey,
                                           const QString &accountName) const = 0;
    /// Whether what is saved under that name is the token of this very account: another one may have had its
    /// name before.
    bool holds(const QString &connectionKey, const QString &accountName, const QString &accountId) const
    {
        const auto saved = find(connectionKey, accountName);
        return saved && saved->accountId == accountId;
    }

    /// On disk when it returns success. One entry for each connection and name: the newer replaces.
    virtual Result<Done> record(const SavedToken &token) = 0;
    virtual Result<Done> forget(const QString &connectionKey, const QString &accountName) = 0;

Q_SIGNALS:
    void changed(const QString &connectionKey);
};
