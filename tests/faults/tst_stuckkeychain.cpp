#include "tests/app/keychain/startagain.h"
#include "tests/faults/keychainstate.h"
#include "tests/support/loopprobe.h"
#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/support/controls.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenfield.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The argument that makes this program a keychain's user, with the keychain and the state after it.
const QString asUser = u"--state"_s;
/// Before the page says that the keychain is silent: long enough to press many keys.
constexpr auto silentAfter = 2s;
constexpr auto betweenKeys = 20ms;
/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

/// Whether a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QObject *widget) { widget->installEventFilter(this); }

    bool isPainted = false;

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return false;
    }
};

/// The dialog that shows a new token and saves it into the keychain.
class RevealOverKeychain
{
public:
    explicit RevealOverKeychain(KeychainVault &vault)
        : m_creations({vault, m_parts.saved, m_parts.journal, m_parts.clock})
        , m_dialog(m_creations, m_parts.list, m_parts.api, DialogParts::connection(), m_parts.clock,
                   m_parts.clipboard, m_parts.logoutGuard, &m_parts.window)
    {
    }

    bool reveal()
    {
        m_parts.loadList();
        m_dialog.open();
        Controls::get<QLineEdit>(&m_dialog, u"Name"_s)->setText(u"deploy_bot"_s);
        Controls::toggleRole(&m_dialog, u"Viewer"_s);
        Controls::press(&m_dialog, u"Generate New Token"_s);
        return QTest::qWaitFor([this] { return Controls::find(&m_dialog, u"Done"_s) != nullptr; },
                               patienceMs);
    }

    void save()
    {
        m_creations.unfinished()->keychainSave()->setPatience(silentAfter);
        Controls::press(&m_dialog, u"Save to Keychain"_s);
    }

    /// Shows and hides the token with a key, again and again, until the page has given the keychain up. How
    /// long it took at most from the key to the repainted token, in milliseconds; nothing when it never came.
    std::optional<qint64> pressKeysUntilSilent()
    {
        auto *token = Controls::get<TokenField>(&m_dialog, u"Token"_s);
        PaintWatch watch(token);
        qint64 longest = 0;
        const QDeadlineTimer patience(patienceMs);
        while (!says(u"The keychain does not answer. The token stays here."_s)) {
            if (patience.hasExpired())
                return {};
            QWidget *button = Controls::find(&m_dialog, token->isShown() ? u"Hide"_s : u"Show"_s);
            watch.isPainted = false;
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(button, Qt::Key_Space);
            if (!QTest::qWaitFor([&watch] { return watch.isPainted; }, patienceMs))
                return {};
            longest = std::max(longest, timer.elapsed());
            ++m_keys;
            QTest::qWait(betweenKeys.count());
        }
        return longest;
    }

    bool isSaved()
    {
        return QTest::qWaitFor([this] { return says(u"Saved in the keychain"_s); }, patienceMs);
    }
    int keys() const { return m_keys; }

private:
    bool says(const QString &text) const { return Controls::says(&m_dialog, text); }

    DialogParts m_parts;
    TokenCreations m_creations;
    AddServiceAccountDialog m_dialog;
    int m_keys = 0;
};

/// Prints one line: "keys longest-from-key-to-paint longest-gap longest-gap-of-the-computer late-answer".
/// Gives the exit code.
int runAsUser(const QString &keychain, const QString &name, int argc, char **argv)
{
    KeychainState state(keychain, name);
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
    if (!state.begin())
        return 1;
    {
        RevealOverKeychain shown(state.vault());
        if (!shown.reveal())
            return 1;
        LoopProbe probe;
        shown.save();
        const auto longest = shown.pressKeysUntilSilent();
        probe.stop();
        if (!longest)
            return 1;
        state.thaw();
        const char *late = name != u"frozen"_s ? "-" : shown.isSaved() ? "saved" : "lost";
        std::printf("%d %lld %lld %lld %s\n", shown.keys(), *longest, probe.longestGap(),
                    probe.longestGapOfTheComputer(), late);
        std::fflush(stdout);
    }
    state.end();
    return 0;
}

} // namespace

/// The window that shows a new token, over real keychains and those of the tests that never answer.
class TestStuckKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNotBlockTheReveal_data();
    void doesNotBlockTheReveal();
    void cleanupTestCase();

private:
    int m_tried = 0;
    int m_keys = 0;
    qint64 m_longestKey = 0;
    qint64 m_longestGap = 0;
    qint64 m_computersGap = 0;
};

void TestStuckKeychain::doesNotBlockTheReveal_data()
{
    QTest::addColumn<QString>("keychain");
    QTest::addColumn<QString>("state");
    const auto add = [](const QString &keychain, const QStringList &states) {
        for (const QString &state : states)
            QTest::addRow("%s: %s", qPrintable(keychain), qPrintable(state)) << keychain << state;
    };
    add(u"gnome-keyring"_s, {u"a hung bus"_s, u"asks"_s, u"frozen"_s});
    add(u"secret-service"_s, {u"a hung bus"_s, u"locked"_s, u"frozen"_s, u"stops"_s});
    add(u"kwallet"_s, {u"a hung bus"_s, u"asks"_s, u"frozen"_s, u"stops"_s});
}

void TestStuckKeychain::doesNotBlockTheReveal()
{
    QFETCH(QString, keychain);
    QFETCH(QString, state);
    QProcess process;
    startAgain(process, {asUser, keychain, state}, MainLoop::GLib);
    QVERIFY(process.waitForFinished(90000));
    const QByteArray line = process.readAllStandardOutput().trimmed();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);

    const QByteArrayList words = line.split(' ');
    QCOMPARE(words.size(), 5);
    const qint64 fromKeyToPaint = words.at(1).toLongLong();
    const qint64 gap = words.at(2).toLongLong();
    const qint64 computersGap = words.at(3).toLongLong();
    ++m_tried;
    m_keys += words.at(0).toInt();
    m_longestKey = std::max(m_longestKey, fromKeyToPaint);
    m_longestGap = std::max(m_longestGap, gap);
    m_computersGap = std::max(m_computersGap, computersGap);
    QVERIFY2(words.at(0).toInt() > 0, line.constData());
    QVERIFY2(fromKeyToPaint - computersGap <= 100, line.constData());
    QVERIFY2(gap - computersGap <= 100, line.constData());
    QVERIFY2(words.at(4) != "lost", line.constData());
}

void TestStuckKeychain::cleanupTestCase()
{
    qInfo("Stuck keychains under the window of a new token: %d tried, %d keys pressed, %lld ms at most until "
          "it was painted; its event loop stood still for %lld ms at most (the computer itself: %lld ms)",
          m_tried, m_keys, m_longestKey, m_longestGap, m_computersGap);
}

int main(int argc, char *argv[])
{
    if (argc == 4 && argv[1] == asUser.toUtf8())
        return runAsUser(QString::fromUtf8(argv[2]), QString::fromUtf8(argv[3]), argc, argv);
    const QCoreApplication application(argc, argv);
    TestStuckKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stuckkeychain.moc"
