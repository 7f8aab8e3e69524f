#pragma once

#include "models/connections/connection.h"

#include <QList>

inline constexpr qsizetype longestConnectionName = 64;

/// The name that a connection has until somebody gives it another: the host, with the port if it is not the
/// default one, shortened to what a name may have.
QString nameOfAddress(const QUrl &address);

/// The name as it is kept: without blanks at the ends, and single ones inside.
QString tidyConnectionName(const QString &typed);

/// Why @p name cannot be the name of the connection with @p ownKey (empty for a new one), as a translated
/// sentence for beside the field; empty when it can. A tidied name has 1 to 64 characters, none of them
/// invisible, and no other of @p known has it, whatever the case of its letters.
QString connectionNameProblem(const QString &name, const QList<Connection> &known,
                              const QString &ownKey = {});

/// @p wanted, or with a number behind it when it is taken: "Production 2".
QString freeConnectionName(const QString &wanted, const QList<Connection> &known);
