#pragma once

#include "models/creation/tokencreation.h"

#include <QObject>

/// Owns every TokenCreation until it is finished, so that closing a window abandons none.
class TokenCreations : public QObject
{
    Q_OBJECT
public:
    TokenCreations(TokenVault &vault, SavedTokens &savedTokens, const Clock &clock,
                   QObject *parent = nullptr);

    /// Starts one. The pointer is good until its signal finished(); hold it in a QPointer.
    TokenCreation *start(std::shared_ptr<AdminApi> api, const QString &connectionKey,
                         const NewServiceAccount &request);

    /// A creation whose token exists and was neither copied nor saved, or that is still on its way;
    /// nullptr when leaving the program loses nothing.
    TokenCreation *unfinished() const;

private:
    TokenVault &m_vault;
    SavedTokens &m_savedTokens;
    const Clock &m_clock;
};
