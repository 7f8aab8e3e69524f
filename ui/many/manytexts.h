#pragma once

#include "models/many/manychanges.h"

#include <QString>

/// The sentences about a change of many, which differ by what is done.
namespace ManyTexts {

/// "Viewer and Deployment"
QString rolesText(const QList<Role> &roles);
/// "ci_deploy, ci_test, and 12 more"
QString namesText(const QStringList &names);

/// "Deleting 12 of 214 service accounts…"
QString progress(const ManyChanges &changes);
/// "214 service accounts were deleted.": all of them were.
QString success(const ManyChanges &changes);
/// "2 of 214 service accounts were not deleted"
QString failure(const ManyChanges &changes);
/// Why something was not begun, and what became of it.
QString explanation(const ManyChanges &changes);
/// "The server asks to go slower. It goes on by itself in 12 s."
QString pause(const ManyChanges &changes);

/// One sentence for each reason why accounts are left out; empty when none is.
QStringList refusals(const QList<PlannedChange> &plan);

/// Why @p account was not changed, or what stayed behind.
QString reason(const ChangedAccount &account);
/// For "Copy Details", a paragraph for each account with a reason.
QString details(const ManyChanges &changes);
/// Whether there is something to say of it: it failed, or its copy in the keychain stayed.
bool hasReason(const ChangedAccount &account);

} // namespace ManyTexts
