#pragma once

#include "models/accounts/accountrole.h"
#include "models/accounts/expirationchoice.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// What is wrong with a value that somebody enters, and what is allowed, as one translated sentence; empty
/// for a value that can be sent. The rules themselves are those of ServiceAccountName and its neighbours.
namespace ValueProblem {

QString ofName(const QString &name);
QString ofDescription(const QString &description);
QString ofExpiration(const ExpirationChoice &choice, const QDateTime &now);
QString ofRoles(const QList<AccountRole> &roles);

/// How much of the room is used, once it becomes scarce: "450 of 500 characters". Empty before.
QString descriptionRoom(const QString &description);

} // namespace ValueProblem
