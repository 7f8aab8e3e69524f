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

    /// The same list for the same roles, so that accounts share its memory. Each role is its name and its id,
    /// and endOfPart behind either.
    QList<AccountRole> roles(const QByteArray &parts);

    /// A byte that UTF-8 never has.
    static constexpr char endOfPart = '\xFF';

private:
    QHash<QByteArray, QString> m_texts;
    QHash<QByteArray, QList<AccountRole>> m_roles;
};
