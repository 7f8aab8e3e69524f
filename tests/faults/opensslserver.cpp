#include "tests/faults/opensslserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString everything = u"ALL:@SECLEVEL=0"_s;

QString placeAt(quint16 port)
{
    return u"127.0.0.1:"_s + QString::number(port);
}

} // namespace

OpenSslServer::OpenSslServer(const QStringList &arguments)
{
    // It tells its port only where it tells much else.
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    m_port = free.serverPort();
    free.close();
    m_server.start(u"openssl"_s, QStringList{u"s_server"_s, u"-quiet"_s, u"-accept"_s, placeAt(m_port),
                                             u"-cipher"_s, everything} +
                                     arguments);
    if (!QTest::qWaitFor([this] { return m_server.state() == QProcess::NotRunning || listens(); }, 20000) ||
        m_server.state() != QProcess::Running) {
        qWarning("openssl: %s", m_server.readAllStandardError().constData());
        m_port = 0;
    }
}

OpenSslServer::~OpenSslServer()
{
    m_server.kill();
    m_server.waitForFinished();
}

bool OpenSslServer::listens() const
{
    QTcpSocket probe;
    probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return probe.waitForConnected(1000);
}

const QByteArray &OpenSslServer::heard()
{
    m_heard += m_server.readAllStandardOutput();
    return m_heard;
}

bool OpenSslServer::isTold(const QByteArray &words, const QStringList &arguments)
{
    QProcess client;
    client.start(u"openssl"_s, QStringList{u"s_client"_s, u"-quiet"_s, u"-connect"_s, placeAt(m_port),
                                           u"-cipher"_s, everything} +
                                   arguments);
    client.write(words + '\n');
    const bool isHeard = QTest::qWaitFor([this, &words] { return heard().contains(words); }, 20000);
    client.kill();
    client.waitForFinished();
    return isHeard;
}
