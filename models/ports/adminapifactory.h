#pragma once

#include "models/ports/adminapi.h"

#include <QUrl>

#include <memory>

enum class DateStyle { Iso8601, Seconds };

/// Where an Admin API is, and how it differs: what a connection's "Advanced" group holds.
struct ApiTarget
{
    QUrl address;
    QString resourcePath = defaultResourcePath();
    DateStyle dateStyle = DateStyle::Iso8601;
    /// Our own local API is known to honour Idempotency-Key before it echoed one.
    bool honoursIdempotencyKeys = false;
    /// As proxyFromText() gives it: empty for the system's, "none", "http://host:port" or
    /// "socks5://host:port". Never used for an address on this computer.
    QString proxy = {};
    /// A file of certificate authorities (PEM) that are trusted besides the system's; empty for none.
    QString authorityFile = {};

    friend bool operator==(const ApiTarget &, const ApiTarget &) = default;

    static QString defaultResourcePath() { return QStringLiteral("/api/admin/v1/service-accounts"); }
};

/// An AdminApi whose target can change while calls are made: the local workspace comes back on another port
/// with another credential. Calls in flight keep the target that they started with.
class RetargetableAdminApi : public AdminApi
{
public:
    virtual void setTarget(const ApiTarget &target, SecretText credential) = 0;
};

/// Makes the adapter to an Admin API, so that neither windows nor models see the network.
class AdminApiFactory
{
public:
    virtual ~AdminApiFactory() = default;

    /// Without a target yet: calls fail as ErrorKind::Unreachable until setTarget().
    virtual std::unique_ptr<RetargetableAdminApi> create() = 0;
};
