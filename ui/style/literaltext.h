#pragma once

#include <QString>

/// Without its mnemonic, "&New Service Account": "New Service Account".
QString plainText(const QString &textWithMnemonic);

/// For a control or a menu that takes "&" for a mnemonic: "R&D" becomes "R&&D". For all that is not a text of
/// ours, such as a name.
QString escapedMnemonic(const QString &text);

/// For a tool tip, which takes markup for markup: shows @p text as it is, in lines that wrap.
QString escapedToolTip(const QString &text);
