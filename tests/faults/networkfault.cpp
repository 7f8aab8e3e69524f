#include "tests/faults/networkfault.h"

#include "tests/app/admin_api/samples.h"
#include "tests/app/admin_api/testauthority.h"
#include "tests/app/admin_api/tunnelproxy.h"
#include "tests/faults/floodserver.h"

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

/// Only a proxy knows where it leads.
const QUrl elsewhere(u"https://api.example.test"_s);

FaultyPeer peerOf(const std::shared_ptr<FaultServer> &server, const QUrl &address)
{
    FaultyPeer peer;
    peer.parts = {server};
    peer.target = samples::target(address);
    peer.count = [server](const char *method) { return server->count(method); };
    return peer;
}

FaultyPeer listening(const std::shared_ptr<QTcpServer> &server, const QString &scheme)
{
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("the test cannot listen");
    FaultyPeer peer;
    peer.parts = {server};
    peer.target = samples::target(QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(server->serverPort())));
    return peer;
}

quint16 portOfNobody()
{
    QTcpServer closed;
    if (!closed.listen(QHostAddress::LocalHost))
        qFatal("the test cannot listen");
    return closed.serverPort();
}

Reply sessionReply()
{
    return Reply::json(200, R"({"user":{"id":"u","name":"n","email":"e"}})");
}

} // namespace

NetworkFault networkfaults::answers(const Reply &reply)
{
    return [reply] {
        const auto server = std::make_shared<FaultServer>([reply](const Request &) { return reply; });
        return peerOf(server, server->address());
    };
}

NetworkFault networkfaults::answersOnUsedConnection(const Reply &reply)
{
    return [reply] {
        const auto server = std::make_shared<FaultServer>([reply](const Request &request) {
            return request.target.contains("/session") ? sessionReply() : reply;
        });
        FaultyPeer peer = peerOf(server, server->address());
        peer.isUsedBefore = true;
        return peer;
    };
}

NetworkFault networkfaults::cuts(CuttingProxy::Way way, qint64 after, CuttingProxy::Cut cut)
{
    return [way, after, cut] {
        const auto server = std::make_shared<FaultServer>(
            [](const Request &) { return Reply::json(200, samples::created()); });
        const auto relay = std::make_shared<CuttingProxy>(server->address());
        // A client that comes again finds the same.
        relay->cutAfter(way, after, cut, CuttingProxy::Times::Always);
        FaultyPeer peer = peerOf(server, relay->address());
        peer.parts.push_back(relay);
        return peer;
    };
}

NetworkFault networkfaults::floods(const QByteArray &beginning, const QByteArray &piece, qint64 most)
{
    return [beginning, piece, most] {
        const auto server = std::make_shared<FloodServer>(beginning, piece, most);
        FaultyPeer peer;
        peer.parts = {server};
        peer.target = samples::target(server->address());
        peer.count = [server](const char *method) { return server->count(method); };
        return peer;
    };
}

NetworkFault networkfaults::refuses()
{
    return [] {
        FaultyPeer peer;
        peer.target = samples::target(QUrl(u"http://127.0.0.1:%1"_s.arg(portOfNobody())));
        return peer;
    };
}

NetworkFault networkfaults::takesNoConnection()
{
    return [] {
        const auto server = std::make_shared<QTcpServer>();
        FaultyPeer peer = listening(server, u"http"_s);
        server->pauseAccepting();
        // The queue is as short as can be, and these fill it: whoever comes now hears nothing.
        listen(static_cast<int>(server->socketDescriptor()), 0);
        for (int i = 0; i < 4; ++i) {
            const auto socket = std::make_shared<QTcpSocket>();
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), server->serverPort());
            socket->waitForConnected(50);
            peer.parts.push_back(socket);
        }
        return peer;
    };
}

NetworkFault networkfaults::hasNoSuchName()
{
    return [] {
        FaultyPeer peer;
        peer.target = samples::target(QUrl(u"https://api.nowhere.invalid"_s));
        peer.target.proxy = u"none"_s;
        return peer;
    };
}

NetworkFault networkfaults::greetsInsteadOfTls(const QByteArray &greeting, bool closes)
{
    return [greeting, closes] {
        const auto server = std::make_shared<QTcpServer>();
        QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                         [server = server.get(), greeting, closes] {
                             QTcpSocket *socket = server->nextPendingConnection();
                             socket->write(greeting);
                             if (closes)
                                 socket->disconnectFromHost();
                         });
        return listening(server, u"https"_s);
    };
}

NetworkFault networkfaults::isUnknown(const TestAuthority &authority)
{
    return [&authority] {
        const auto server = std::make_shared<FaultServer>(
            [](const Request &) { return Reply::json(200, samples::created()); }, authority.server());
        return peerOf(server, server->address());
    };
}

NetworkFault networkfaults::proxyAnswers(const QByteArray &answer)
{
    return [answer] {
        FaultyPeer peer;
        if (answer.isEmpty()) {
            const auto silent = std::make_shared<QTcpServer>();
            peer = listening(silent, u"http"_s);
            peer.target.proxy = u"http://127.0.0.1:%1"_s.arg(silent->serverPort());
        } else {
            const auto proxy = std::make_shared<TunnelProxy>(portOfNobody());
            proxy->answerWith(answer);
            peer.parts = {proxy};
            peer.target.proxy = proxy->asHttp();
        }
        peer.target.address = elsewhere;
        return peer;
    };
}

NetworkFault networkfaults::proxyRefuses()
{
    return [] {
        FaultyPeer peer;
        peer.target = samples::target(elsewhere);
        peer.target.proxy = u"http://127.0.0.1:%1"_s.arg(portOfNobody());
        return peer;
    };
}
