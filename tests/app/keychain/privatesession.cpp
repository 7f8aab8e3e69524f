#include "tests/app/keychain/privatesession.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace {

// Without service directories: a service that a test did not start is not there.
const char busConfiguration[] =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

constexpr int patienceMs = 10000;

/// A test that crashes takes its bus along, and with the bus its services go.
void dieWithTheTest()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// And with SIGXFSZ ignored, a write over the limit fails instead of ending the service.
void prepareService()
{
    dieWithTheTest();
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace

PrivateSession::PrivateSession()
{
    QFile configuration(m_home.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(busConfiguration) < 0)
        return;
    configuration.close();

    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_home.filePath(QStringLiteral("cache")).toUtf8());
    qunsetenv("DISPLAY");
    qunsetenv("GNOME_KEYRING_CONTROL");

    m_bus.setChildProcessModifier(&dieWithTheTest);
    m_service.setChildProcessModifier(&prepareService);
    m_secondService.setChildProcessModifier(&dieWithTheTest);
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                QStringLiteral("--config-file=") + configuration.fileName()});
    if (!m_bus.waitForReadyRead(patienceMs))
        return;
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

PrivateSession::~PrivateSession()
{
    stopService();
    m_secondService.kill();
    m_secondService.waitForFinished();
    killBus();
}

bool PrivateSession::startGnomeKeyring()
{
    m_service.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_service.waitForStarted(patienceMs))
        return false;
    m_service.write("password of the test keyring");
    m_service.closeWriteChannel();
    return waitForName(QStringLiteral("org.freedesktop.secrets"));
}

bool PrivateSession::startGnomeKeyringWithoutCollection()
{
    return startService(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--components=secrets")},
                        QStringLiteral("org.freedesktop.secrets"));
}

bool PrivateSession::lockDefaultCollection()
{
    const QByteArray answer = outputOf(
        QStringLiteral("dbus-send"),
        {QStringLiteral("--session"), QStringLiteral("--print-reply"),
         QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
         QStringLiteral("org.freedesktop.Secret.Service.Lock"),
         QStringLiteral("array:objpath:/org/freedesktop/secrets/aliases/default")});
    return answer.contains("method return");
}

bool PrivateSession::startService(const QString &program, const QStringList &arguments,
                                  const QString &busName)
{
    m_service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service.start(program, arguments);
    return m_service.waitForStarted(patienceMs) && waitForName(busName);
}

bool PrivateSession::startSecondService(const QString &program, const QStringList &arguments,
                                        const QString &busName)
{
    m_secondService.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_secondService.start(program, arguments);
    return m_secondService.waitForStarted(patienceMs) && waitForName(busName);
}

void PrivateSession::stopService()
{
    if (m_service.state() == QProcess::NotRunning)
        return;
    thawService();
    m_service.kill();
    m_service.waitForFinished();
}

void PrivateSession::leaveNoRoomToService()
{
    const rlimit none{0, 0};
    ::prlimit(static_cast<pid_t>(m_service.processId()), RLIMIT_FSIZE, &none, nullptr);
}

void PrivateSession::freezeBus()
{
    ::kill(static_cast<pid_t>(m_bus.processId()), SIGSTOP);
}

void PrivateSession::killBus()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void PrivateSession::freezeService()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGSTOP);
}

void PrivateSession::thawService()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGCONT);
}

QByteArray PrivateSession::outputOf(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(patienceMs);
    return process.readAllStandardOutput();
}

bool PrivateSession::waitForName(const QString &busName) const
{
    const QStringList question{QStringLiteral("--session"),
                               QStringLiteral("--print-reply"),
                               QStringLiteral("--dest=org.freedesktop.DBus"),
                               QStringLiteral("/"),
                               QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                               QStringLiteral("string:") + busName};
    return QTest::qWaitFor(
        [&] { return outputOf(QStringLiteral("dbus-send"), question).contains("boolean true"); }, patienceMs);
}
