#pragma once

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <array>
#include <optional>

class QTcpSocket;

/// A relay on the loopback between a client and one server: hands bytes on unread, TLS as well, until it is
/// told to cut. It lives in the test's own event loop.
class CuttingProxy : public QObject
{
    Q_OBJECT
public:
    enum class Way { ToServer, ToClient };
    enum class Cut {
        Close, ///< Both sides see an orderly end (FIN).
        Reset, ///< Both sides see RST.
        Stall  ///< Both sides stay open, and nothing goes through any more.
    };

    /// @p server is an address on this computer; somebody need not listen there yet.
    explicit CuttingProxy(const QUrl &server, QObject *parent = nullptr);
    ~CuttingProxy() override;

    /// The server's address with the port of this one.
    QUrl address() const;

    enum class Times {
        Once,  ///< Later connections go through whole.
        Always ///< The next connection counts anew, and so on.
    };
    /// From now on @p bytes bytes go @p way, over all connections together, and the one after them cuts the
    /// connection that it comes over instead.
    void cutAfter(Way way, qint64 bytes, Cut cut, Times times = Times::Once);
    bool hasCut() const { return m_hasCut; }

    /// Since the last cutAfter(), or from the beginning.
    qint64 handedOn(Way way) const { return m_handedOn[index(way)]; }
    /// How often clients have said this from the beginning, also where it was not handed on.
    qsizetype timesAsked(const QByteArray &text) const { return m_asked.count(text); }
    int connections() const { return m_connections; }

private:
    struct Plan
    {
        Way way;
        qint64 bytes;
        Cut cut;
        Times times;
    };

    static size_t index(Way way) { return static_cast<size_t>(way); }
    void accept(QTcpSocket *client);
    void handOn(QTcpSocket *from, QTcpSocket *to, Way way);
    void cut(QTcpSocket *one, QTcpSocket *other, Cut cut);

    QTcpServer m_server;
    QUrl m_target;
    std::optional<Plan> m_plan;
    std::array<qint64, 2> m_handedOn{};
    QByteArray m_asked;
    int m_connections = 0;
    bool m_hasCut = false;
};
