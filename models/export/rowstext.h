#pragma once

#include "models/list/accountcolumn.h"

#include <QList>
#include <QString>

class AccountTableModel;

/// @p rows of what is shown as tab-separated text, a line with the columns' titles first: what a spreadsheet
/// takes from the clipboard. A row stays one line, whatever its values hold, and no cell can be computed.
QString rowsText(const AccountTableModel &model, const QList<int> &rows, const QList<AccountColumn> &columns);
