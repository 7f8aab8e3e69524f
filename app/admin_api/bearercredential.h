#pragma once

#include "models/errors/error.h"
#include "models/secrets/secrettext.h"

#include <QNetworkRequest>

/// The token that the console signs in with. The one place of this folder where it leaves its SecretText: for
/// the header of a request, and to be taken out of what a server says. Qt keeps copies of the header for as
/// long as the request lives, which nobody can reach to overwrite.
class BearerCredential
{
public:
    BearerCredential() = default;
    explicit BearerCredential(SecretText text);

    /// Whether it can stand in a header at all: visible ASCII and not empty.
    bool isSendable() const;

    /// A request with what every request must have: "Authorization", no redirect followed, no cookie, no
    /// cache, no HTTP/2. For https:// the caller adds its TrustedAuthorities.
    QNetworkRequest request(const QUrl &url) const;

    /// The same error, with "…" wherever the server's words repeat the credential: an Error may be shown,
    /// copied and logged.
    Error removedFrom(Error error) const;

private:
    SecretText m_text;
};
