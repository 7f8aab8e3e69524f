#pragma once

#include "models/ports/adminapifactory.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/faultserver.h"

#include <functional>
#include <memory>
#include <vector>

class TestAuthority;

/// What stands at the other end of one call.
struct FaultyPeer
{
    /// Alive for as long as it is called.
    std::vector<std::shared_ptr<QObject>> parts;
    ApiTarget target;
    /// How many requests of a method came whole.
    std::function<qsizetype(const char *)> count = [](const char *) { return 0; };
    /// Whether it answers one session well, so that the call comes over a connection that was used before.
    bool isUsedBefore = false;
};

/// Each gives a peer of its own whenever it is called.
using NetworkFault = std::function<FaultyPeer()>;

namespace networkfaults {

NetworkFault answers(const FaultServer::Reply &reply);
/// The same on a connection that was used before.
NetworkFault answersOnUsedConnection(const FaultServer::Reply &reply);
/// A server that answers well, behind a relay that cuts.
NetworkFault cuts(CuttingProxy::Way way, qint64 after, CuttingProxy::Cut cut);
/// See FloodServer.
NetworkFault floods(const QByteArray &beginning, const QByteArray &piece, qint64 most);

/// A port that nobody listens at.
NetworkFault refuses();
/// A port that takes no connection and refuses none.
NetworkFault takesNoConnection();
/// A name that nobody knows.
NetworkFault hasNoSuchName();

/// By https://: somebody takes the connection, says @p greeting, and then closes or keeps silent.
NetworkFault greetsInsteadOfTls(const QByteArray &greeting, bool closes);
/// By https://, with a certificate of @p authority, which is not trusted.
NetworkFault isUnknown(const TestAuthority &authority);

/// Through a proxy that answers so instead of making a tunnel, and closes; with nothing it keeps silent.
NetworkFault proxyAnswers(const QByteArray &answer);
NetworkFault proxyRefuses();

} // namespace networkfaults
