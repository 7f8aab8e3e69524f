#include "tests/faults/keychainstate.h"

#include "models/errors/errorkindname.h"
#include "tests/app/keychain/vaultanswer.h"
#include "tests/support/loopprobe.h"

#include <QTest>

#include <cstdio>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const VaultEntry deploy = VaultEntry::forAccount(u"local"_s, u"ci_deploy"_s);
constexpr int patienceMs = 30000;

template <class T>
QString wordFor(const VaultAnswer<T> &answer)
{
    if (!answer.result)
        return u"waiting"_s;
    if (answer.result->ok())
        return u"done"_s;
    return QString(errorKindName(answer.errorKind())).remove(u"Keychain"_s);
}

} // namespace

KeychainState::KeychainState(const QString &keychain, const QString &state)
    : m_keychain(keychain)
    , m_state(state)
{
    if (isOn("kwallet")) {
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        qputenv("KDE_SESSION_VERSION", "5");
    }
    if (is("no bus"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_session.home().toUtf8() + "/nowhere");
}

KeychainState::~KeychainState() = default;

bool KeychainState::startGnomeKeyring()
{
    if (is("no collection"))
        return m_session.startGnomeKeyringWithoutCollection();
    const bool isAsking = is("asks") || is("cancels");
    if (isAsking &&
        !m_session.startSecondService(QStringLiteral(SYSTEM_PYTHON),
                                      {QStringLiteral(PROMPTER), is("asks") ? u"waits"_s : u"cancels"_s},
                                      u"org.gnome.keyring.SystemPrompter"_s))
        return false;
    return m_session.startGnomeKeyring();
}

bool KeychainState::start()
{
    if (is("no bus") || is("no service"))
        return true;
    if (isOn("gnome-keyring"))
        return startGnomeKeyring();
    const bool isKWallet = isOn("kwallet");
    const QStringList modes{u"changes"_s,   u"loses"_s, u"keeps"_s, u"fails"_s, u"refuses"_s,
                            u"denies"_s,    u"asks"_s,  u"dies"_s,  u"stops"_s, u"locked"_s,
                            u"dismissed"_s, u"empty"_s, u"slow"_s};
    return m_session.startService(
        QStringLiteral(SYSTEM_PYTHON),
        {isKWallet ? QStringLiteral(LYING_KWALLET) : QStringLiteral(LYING_SECRET_SERVICE),
         is("pauses")              ? u"stops"_s
         : modes.contains(m_state) ? m_state
                                   : u"honest"_s},
        isKWallet ? u"org.kde.kwalletd5"_s : u"org.freedesktop.secrets"_s);
}

/// So that there is something which could be called gone.
bool KeychainState::putAnEntry()
{
    const QStringList states{u"locked"_s, u"asks"_s,  u"cancels"_s,     u"frozen"_s,
                             u"killed"_s, u"keeps"_s, u"a full disk"_s, u"bus killed"_s};
    if (!states.contains(m_state) || (!isOn("gnome-keyring") && (is("locked") || is("asks"))))
        return true;
    VaultAnswer<Done> earlier;
    earlier.call = m_vault->write(deploy, SecretText::fromUtf8("made-up-before"),
                                  TokenVault::Existing::Replace, &earlier, earlier.then());
    return QTest::qWaitFor([&] { return earlier.result.has_value(); }, patienceMs) && earlier.succeeded();
}

void KeychainState::disturb()
{
    if (isOn("gnome-keyring") && (is("locked") || is("asks") || is("cancels")))
        m_session.lockDefaultCollection();
    if (is("a full disk"))
        m_session.leaveNoRoomToService();
    if (is("frozen") || is("killed") || (is("pauses") && isOn("gnome-keyring")))
        m_session.freezeService();
    if (is("a hung bus"))
        m_session.freezeBus();
}

void KeychainState::disturbMidJob()
{
    if (is("killed") || isKilledAtAMoment())
        m_session.stopService();
    if (is("pauses"))
        thaw();
    if (is("bus killed"))
        m_session.killBus();
}

bool KeychainState::isStuck() const
{
    return is("frozen") || is("stops") || is("asks") || is("a hung bus") ||
           (is("locked") && isOn("secret-service"));
}

QByteArray KeychainState::textToWrite() const
{
    if (is("a text with NUL"))
        return QByteArray("ab\0cd", 5);
    return is("8 MB of text") ? QByteArray(8 << 20, 'x') : QByteArray("made-up");
}

bool KeychainState::isOnDisk()
{
    m_session.stopService();
    return m_session.startGnomeKeyring() &&
           m_session.outputOf(u"secret-tool"_s, {u"lookup"_s, u"user"_s, deploy.user()}) == textToWrite();
}

bool KeychainState::begin()
{
    m_vault = std::make_unique<KeychainVault>();
    if (!m_session.isReady() || !start() || !putAnEntry())
        return false;
    disturb();
    return true;
}

void KeychainState::end()
{
    m_vault.reset();
    thaw();
    if (is("bus killed"))
        m_session.killBus(); // If everything was answered before its moment.
    QTest::qWait(100);
}

int KeychainState::run()
{
    if (!begin())
        return 1;
    const Deadline deadline = isStuck() ? Deadline(1s) : Deadline(20s);

    LoopProbe probe;
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, deadline, &read, read.then());
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8(textToWrite()), TokenVault::Existing::Replace,
                                  &written, written.then());
    VaultAnswer<Done> removed;
    if (!isKilledAtAMoment())
        removed.call = m_vault->remove(deploy, deadline, &removed, removed.then());
    const auto moment = isKilledAtAMoment() ? std::chrono::milliseconds(m_state.section(u' ', 2, 2).toInt())
                        : is("pauses")      ? 1200ms
                                            : 100ms;
    QTimer::singleShot(moment, Qt::PreciseTimer, m_vault.get(), [this] { disturbMidJob(); });
    const bool isAnswered = QTest::qWaitFor(
        [&] { return removed.result || (isKilledAtAMoment() && written.result); }, patienceMs);
    probe.stop();
    if (!isAnswered)
        return 1;

    QString write = wordFor(written);
    if (isKilledAtAMoment() && written.succeeded() && !isOnDisk())
        write = u"lost"_s;
    const QString line =
        QStringList{wordFor(read), write, wordFor(removed), QString::number(probe.longestGap()),
                    QString::number(probe.longestGapOfTheComputer())}
            .join(u' ');
    std::puts(qPrintable(line));
    end();
    return 0;
}
