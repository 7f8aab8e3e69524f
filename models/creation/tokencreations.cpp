#include "models/creation/tokencreations.h"

TokenCreations::TokenCreations(TokenVault &vault, SavedTokens &savedTokens, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_savedTokens(savedTokens)
    , m_clock(clock)
{
}

TokenCreation *TokenCreations::start(std::shared_ptr<AdminApi> api, const QString &connectionKey,
                                     const NewServiceAccount &request)
{
    auto *creation =
        new TokenCreation(std::move(api), m_vault, m_savedTokens, m_clock, connectionKey, request, this);
    connect(creation, &TokenCreation::finished, creation, &QObject::deleteLater);
    creation->start();
    return creation;
}

TokenCreation *TokenCreations::unfinished() const
{
    const auto creations = findChildren<TokenCreation *>(Qt::FindDirectChildrenOnly);
    const auto found = std::find_if(creations.cbegin(), creations.cend(), [](TokenCreation *creation) {
        return !creation->isFinished() && !creation->isKept();
    });
    return found == creations.cend() ? nullptr : *found;
}
