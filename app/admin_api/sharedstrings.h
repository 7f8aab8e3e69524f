#pragma once

#include "models/accounts/accountrole.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <string_view>

/// Gives out one copy of what repeats in a list of accounts: who made them and which roles they have, so that
/// 100,000 accounts share a handful of texts.
class SharedStrings
{
public:
    QString text(std::string_view utf8);

    /// The same list for the same roles, so that accounts share its memory.
    QList<AccountRole> roles(const QList<AccountRole> &roles);

private:
    QHash<QByteArray, QString> m_texts;
    QHash<QString, QList<AccountRole>> m_roles;
};
