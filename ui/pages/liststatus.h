#pragma once

#include "ui/style/tokens.h"

#include <QString>

class AccountList;
class CurrentConnection;

/// What the status bar says about the list and the connection.
namespace ListStatus {

/// "214 service accounts", "41 of 214 service accounts match “prod”", "Loading, 100 service accounts so far",
/// "214 service accounts, last known"
QString countsText(const AccountList &list, const CurrentConnection &connection);

/// "5 of 214 service accounts selected"
QString selectedText(int selected, const AccountList &list);

/// The status bar's word on the connection. Colour never stands alone: icon and text say the same.
struct State
{
    QString icon;
    Token ink;
    QString text;
};

/// "Connected, updated 10:42", "Connected, loading", "Not connected, next try at 10:42:07"
State connectionState(const AccountList &list, const CurrentConnection &connection);

/// "214 service accounts"
QString accountsText(int count);

} // namespace ListStatus
