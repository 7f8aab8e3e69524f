#include "tests/app/keychain/startagain.h"
#include "tests/faults/keychainstate.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The argument that makes this program a keychain's user, with the keychain and the state after it.
const QString asUser = u"--state"_s;

struct Case
{
    const char *state;
    /// What is answered to read, write and remove: alternatives with a bar between. "waiting" is a write that
    /// the person is told about after ten seconds, and whose late answer counts; the program is quit over it.
    const char *read;
    const char *write;
    const char *remove;
};

// clang-format off
const Case ofGnomeKeyring[] = {
    {"an honest one",            "EntryMissing", "done",    "done"},
    {"no bus",                   "Missing",      "Missing", "Missing"},
    {"a hung bus",               "Silent",       "waiting", "Silent"},
    {"bus killed",               "done|Missing", "done|Missing", "done|Missing"},
    {"no service",               "Missing",      "Missing", "Missing"},
    {"no collection",            "Missing",      "Missing", "Missing"},
    {"a Qt without GLib's loop", "Missing",      "Missing", "Missing"},
    {"locked",                   "Locked",       "Locked",  "Locked"}, // nobody is there to ask for its password
    {"cancels",                  "Locked",       "Locked",  "Locked"}, // the person cancels the prompt
    {"asks",                     "Locked",       "waiting", "Silent"}, // the prompt stays open for ever
    {"frozen",                   "Silent",       "waiting", "Silent"},
    {"pauses",                   "EntryMissing", "done",    "done"},
    {"killed",                   "Missing",      "Missing", "Missing"},
    {"killed after 0 ms",        "*",            "*",       "waiting"},
    {"killed after 2 ms",        "*",            "*",       "waiting"},
    {"killed after 5 ms",        "*",            "*",       "waiting"},
    {"killed after 10 ms",       "*",            "*",       "waiting"},
    {"killed after 20 ms",       "*",            "*",       "waiting"},
    {"killed after 30 ms",       "*",            "*",       "waiting"},
    {"a full disk",              "done",         "Refused", "Refused"}, // its files may not grow: RLIMIT_FSIZE
    {"a text with NUL",          "EntryMissing", "Refused", "done"},
    {"8 MB of text",             "EntryMissing", "Refused", "done"},
};
const Case ofSecretService[] = {
    {"an honest one",            "EntryMissing", "done",     "done"},
    {"a hung bus",               "Silent",       "waiting",  "Silent"},
    {"bus killed",               "done|Missing", "done|Missing", "done|Missing"},
    {"empty",                    "Missing",      "done",     "Missing"}, // no default collection; it takes it all the same
    {"locked",                   "Locked",       "waiting",  "Silent"}, // the prompt stays open for ever
    {"dismissed",                "Locked",       "Locked",   "Locked"}, // the person cancels the prompt
    {"frozen",                   "Silent",       "waiting",  "Silent"},
    {"stops",                    "EntryMissing", "waiting",  "Silent"},
    {"pauses",                   "EntryMissing", "done",     "done"},
    {"killed",                   "Missing",      "Missing",  "Missing"},
    {"dies",                     "EntryMissing", "Missing",  "Missing"},
    {"refuses",                  "EntryMissing", "Refused",  "done"}, // a full disk
    {"changes",                  "EntryMissing", "Mismatch", "done"},
    {"loses",                    "EntryMissing", "Mismatch", "done"},
    {"keeps",                    "done",         "done",     "Refused"},
    {"slow",                     "EntryMissing", "done",     "done"},
    {"a text with NUL",          "EntryMissing", "Refused",  "done"},
    {"8 MB of text",             "EntryMissing", "Refused",  "done"},
};
// A wallet has no default collection that could be missing; one that is locked asks for its password when it is
// opened. It needs no GLib.
const Case ofKWallet[] = {
    {"an honest one",            "EntryMissing", "done",     "done"},
    {"no bus",                   "Missing",      "Missing",  "Missing"},
    {"a hung bus",               "Silent",       "waiting",  "Silent"},
    {"bus killed",               "done|Missing", "done|Missing", "done|Missing"},
    {"no service",               "Missing",      "Missing",  "Missing"},
    {"a Qt without GLib's loop", "EntryMissing", "done",     "done"},
    {"denies",                   "Refused",      "Refused",  "Refused"}, // the person cancels the prompt
    {"asks",                     "Silent",       "waiting",  "Silent"}, // the prompt stays open for ever
    {"frozen",                   "Silent",       "waiting",  "Silent"},
    {"stops",                    "EntryMissing", "waiting",  "Silent"},
    {"pauses",                   "EntryMissing", "done",     "done"},
    {"killed",                   "Missing",      "Missing",  "Missing"},
    {"dies",                     "EntryMissing", "Missing",  "Missing"},
    {"fails",                    "EntryMissing", "Mismatch", "done"}, // it says that it wrote: a full disk, too
    {"changes",                  "EntryMissing", "Mismatch", "done"},
    {"loses",                    "EntryMissing", "Mismatch", "done"},
    {"keeps",                    "done",         "done",     "Refused"},
    {"a text with NUL",          "EntryMissing", "Refused",  "done"},
    {"8 MB of text",             "EntryMissing", "Refused",  "done"},
};
// clang-format on

/// A star stands for everything but "lost": said to be saved, and not there when the keyring starts anew.
bool mayBe(const QString &expected, const QString &word)
{
    return expected == u"*"_s ? word != u"lost"_s : expected.split(u'|').contains(word);
}

} // namespace

/// Every state that a keychain can be in, on GNOME Keyring and on a Secret Service and a KWallet of the
/// test's own.
class TestKeychainFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsTrue_data();
    void saysWhatIsTrue();
    void cleanupTestCase();

private:
    int m_tried = 0;
    int m_crashes = 0;
    int m_falseSaved = 0;
    int m_falseDeleted = 0;
    qint64 m_longestGap = 0;
    qint64 m_computersGap = 0;
};

void TestKeychainFaults::saysWhatIsTrue_data()
{
    QTest::addColumn<QString>("keychain");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *keychain, const Case &each) {
        QTest::addRow("%s: %s", keychain, each.state)
            << QString::fromUtf8(keychain) << QString::fromUtf8(each.state)
            << QStringList{QString::fromUtf8(each.read), QString::fromUtf8(each.write),
                           QString::fromUtf8(each.remove)};
    };
    for (const Case &each : ofGnomeKeyring)
        add("gnome-keyring", each);
    for (const Case &each : ofSecretService)
        add("secret-service", each);
    for (const Case &each : ofKWallet)
        add("kwallet", each);
}

void TestKeychainFaults::saysWhatIsTrue()
{
    QFETCH(QString, keychain);
    QFETCH(QString, state);
    QFETCH(QStringList, expected);
    QProcess process;
    startAgain(process, {asUser, keychain, state},
               state == u"a Qt without GLib's loop"_s ? MainLoop::OfQt : MainLoop::GLib);
    QVERIFY(process.waitForFinished(60000));
    ++m_tried;
    const bool hasCrashed = process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0;
    m_crashes += hasCrashed ? 1 : 0;
    const QByteArray line = process.readAllStandardOutput().trimmed();
    QVERIFY2(!hasCrashed, line.constData());

    const QStringList words = QString::fromUtf8(line).split(u' ');
    QCOMPARE(words.size(), 5);
    const bool isSavedInVain = words.at(1) == u"done"_s && !mayBe(expected.at(1), words.at(1));
    m_falseSaved += isSavedInVain || words.at(1) == u"lost"_s ? 1 : 0;
    m_falseDeleted += words.at(2) == u"done"_s && !mayBe(expected.at(2), words.at(2)) ? 1 : 0;
    const qint64 gap = words.at(3).toLongLong();
    const qint64 computersGap = words.at(4).toLongLong();
    m_longestGap = std::max(m_longestGap, gap);
    m_computersGap = std::max(m_computersGap, computersGap);
    for (int index = 0; index < 3; ++index)
        QVERIFY2(mayBe(expected.at(index), words.at(index)), line.constData());
    QVERIFY2(gap - computersGap <= 100, line.constData());
}

void TestKeychainFaults::cleanupTestCase()
{
    qInfo("Keychain faults: %d states tried on 3 keychains, %d crashes, %d false \"saved\", %d "
          "false \"deleted\"; the event loop stood still for %lld ms at most (the computer itself: %lld ms)",
          m_tried, m_crashes, m_falseSaved, m_falseDeleted, m_longestGap, m_computersGap);
}

int main(int argc, char *argv[])
{
    if (argc == 4 && argv[1] == asUser.toUtf8()) {
        KeychainState state(QString::fromUtf8(argv[2]), QString::fromUtf8(argv[3]));
        const QCoreApplication application(argc, argv);
        return state.run();
    }
    const QCoreApplication application(argc, argv);
    TestKeychainFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainfaults.moc"
