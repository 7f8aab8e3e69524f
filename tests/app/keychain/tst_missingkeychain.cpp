#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/startagain.h"
#include "tests/app/keychain/vaultcalls.h"

#include <QTest>

#include <cstdio>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The argument that makes this program a desktop of the kind that follows.
const QString desktop = u"--desktop"_s;

/// What read, write and remove answer, as "KIND KIND KIND sentence".
QString answersOfAVault()
{
    KeychainVault vault;
    VaultRead read(vault, 10s);
    VaultWrite written(vault, "made-up");
    VaultRemoval removed(vault, 10s);
    if (!QTest::qWaitFor([&] { return removed.result.has_value(); }, 20000))
        return u"no answer"_s;
    QStringList words;
    for (const auto kind : {read.errorKind(), written.errorKind(), removed.errorKind()})
        words << (kind == ErrorKind::KeychainMissing ? u"missing"_s : QString::number(int(kind)));
    return words.join(u' ') + u' ' + (read.result->ok() ? QString() : read.result->error().sentence());
}

} // namespace

/// KeychainVault where there is none. Each case is a process of its own: the session bus is chosen once.
class TestMissingKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone_data();
    void saysThatThereIsNone();
};

void TestMissingKeychain::saysThatThereIsNone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("no session bus") << u"no bus"_s << u"D-Bus session bus"_s;
    QTest::newRow("a bus without a service") << u"no service"_s << u"No keychain was found"_s;
    QTest::newRow("a Qt without GLib's loop") << u"no glib"_s << u"QT_NO_GLIB"_s;
    QTest::newRow("Plasma without KWallet") << u"empty plasma"_s << u"No keychain was found"_s;
    QTest::newRow("no default collection") << u"no collection"_s << u"default keyring"_s;
}

void TestMissingKeychain::saysThatThereIsNone()
{
    QFETCH(QString, kind);
    QFETCH(QString, words);
    QProcess process;
    startAgain(process, {desktop, kind}, kind == u"no glib"_s ? MainLoop::OfQt : MainLoop::GLib);
    QVERIFY(process.waitForFinished(40000));
    const QString output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    QVERIFY2(output.startsWith(u"missing missing missing "_s), qPrintable(output));
    QVERIFY2(output.contains(words), qPrintable(output));
}

int main(int argc, char *argv[])
{
    if (argc == 3 && argv[1] == desktop.toUtf8()) {
        const QByteArray kind = argv[2];
        PrivateSession session;
        if (kind == "no bus")
            qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + session.home().toUtf8() + "/nowhere");
        if (kind == "empty plasma") {
            qputenv("XDG_CURRENT_DESKTOP", "KDE");
            qputenv("KDE_SESSION_VERSION", "5");
        }
        const QCoreApplication application(argc, argv);
        if (kind == "no collection" && !session.startGnomeKeyringWithoutCollection())
            return 1;
        std::fputs(qPrintable(answersOfAVault() + u'\n'), stdout);
        return 0;
    }
    const QCoreApplication application(argc, argv);
    TestMissingKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_missingkeychain.moc"
