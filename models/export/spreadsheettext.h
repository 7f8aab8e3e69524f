#pragma once

#include <QString>

/// @p text as a cell that a spreadsheet shows and does not compute. What it could take for a formula gets an
/// apostrophe in front: = + - @ (also their full-width and small forms), tab and line break at the beginning,
/// and the same signs after a semicolon, tab or line break, where a spreadsheet that was set to another
/// separator begins a new cell in spite of the quotes. Every other text stays as it is. Quoting is not done
/// here. Source of the rule: OWASP, "CSV Injection".
QString harmlessInSpreadsheet(const QString &text);
