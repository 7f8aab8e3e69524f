#include "ui/widgets/tokenclipboard.h"
#include "ui/widgets/tokenmimedata.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr char sample[] = "sample_text_that_is_no_token";
constexpr auto hold = 2s;

SecretText secret(QByteArrayView text = sample)
{
    return SecretText::fromUtf8(text);
}

/// Another program that takes the clipboard, and keeps it until it is ended.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &text)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), text});
        m_process.waitForReadyRead();
    }
    ~OtherProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool isReady() { return m_process.readAllStandardOutput().contains("held"); }

private:
    QProcess m_process;
};

int holdClipboard(const QString &text)
{
    QApplication::clipboard()->setText(text);
    QApplication::processEvents();
    std::puts("held");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

// On an X server of its own, as there alone another program can take the clipboard.
class tst_ClipboardFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { ++m_tried; }
    void cleanupTestCase();
    void clearsInItsTime();
    void leavesAChangedTextAlone();
    void leavesAnImageAlone();
    void leavesTheSelectionAlone();
    void leavesAnotherProgramsTextAlone();
    void clearsASecondCopyInItsOwnTime();
    void clearsWhenTheProgramQuits();
    void clearsWhenTheScreenLocks();
    void marksTheTextOnEverySystem_data();
    void marksTheTextOnEverySystem();

private:
    QString text() const { return m_clipboard->text(QClipboard::Clipboard); }

    QClipboard *m_clipboard = nullptr;
    int m_tried = 0;
    qint64 m_farthest = 0;
};

void tst_ClipboardFaults::init()
{
    m_clipboard = QApplication::clipboard();
    if (!m_clipboard->supportsSelection())
        QSKIP("Needs an X server");
    m_clipboard->clear(QClipboard::Clipboard);
    m_clipboard->clear(QClipboard::Selection);
}

void tst_ClipboardFaults::cleanupTestCase()
{
    qInfo("Clipboard: %d cases tried, cleared at most %lld ms from its time; a crash cannot clear it",
          m_tried, static_cast<long long>(m_farthest));
}

void tst_ClipboardFaults::clearsInItsTime()
{
    TokenClipboard tokens(m_clipboard, hold);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    QElapsedTimer clock;
    clock.start();
    tokens.copy(secret());
    QTRY_COMPARE(ended.count(), 1);
    m_farthest = qMax(m_farthest, qAbs(clock.elapsed() - 2000));
    QVERIFY(m_farthest <= 1000);
    QCOMPARE(text(), QString());
}

void tst_ClipboardFaults::leavesAChangedTextAlone()
{
    TokenClipboard tokens(m_clipboard, hold);
    tokens.copy(secret());
    m_clipboard->setText(QStringLiteral("mine"));
    tokens.clearNow();
    QCOMPARE(text(), QStringLiteral("mine"));
}

void tst_ClipboardFaults::leavesAnImageAlone()
{
    TokenClipboard tokens(m_clipboard, hold);
    tokens.copy(secret());
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    m_clipboard->setImage(image);
    tokens.clearNow();
    QVERIFY(!m_clipboard->image().isNull());
}

void tst_ClipboardFaults::leavesTheSelectionAlone()
{
    m_clipboard->setText(QStringLiteral("selected"), QClipboard::Selection);
    TokenClipboard tokens(m_clipboard, hold);
    tokens.copy(secret());
    QCOMPARE(m_clipboard->text(QClipboard::Selection), QStringLiteral("selected"));
    tokens.clearNow();
    QCOMPARE(text(), QString());
    QCOMPARE(m_clipboard->text(QClipboard::Selection), QStringLiteral("selected"));
}

void tst_ClipboardFaults::leavesAnotherProgramsTextAlone()
{
    TokenClipboard tokens(m_clipboard, hold);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    OtherProgram other(QStringLiteral("theirs"));
    QVERIFY(other.isReady());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().value<TokenClipboard::End>(), TokenClipboard::End::Replaced);
    tokens.clearNow();
    QCOMPARE(text(), QStringLiteral("theirs"));
}

void tst_ClipboardFaults::clearsASecondCopyInItsOwnTime()
{
    TokenClipboard tokens(m_clipboard, hold);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    QSignalSpy left(&tokens, &TokenClipboard::secondsLeft);
    QTRY_VERIFY(!left.isEmpty());
    QElapsedTimer clock;
    clock.start();
    tokens.copy(secret("another"));
    QTRY_COMPARE(ended.count(), 1);
    m_farthest = qMax(m_farthest, qAbs(clock.elapsed() - 2000));
    QVERIFY(m_farthest <= 1000);
    QCOMPARE(text(), QString());
}

void tst_ClipboardFaults::clearsWhenTheProgramQuits()
{
    TokenClipboard tokens(m_clipboard, hold);
    tokens.copy(secret());
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection));
    QCOMPARE(text(), QString());
}

void tst_ClipboardFaults::clearsWhenTheScreenLocks()
{
    TokenClipboard tokens(m_clipboard, hold);
    tokens.copy(secret());
    tokens.clearNow();
    QCOMPARE(text(), QString());
}

void tst_ClipboardFaults::marksTheTextOnEverySystem_data()
{
    QTest::addColumn<int>("system");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("Unix") << static_cast<int>(TokenMimeData::System::Unix)
                          << QStringList{QStringLiteral("x-kde-passwordManagerHint")};
    QTest::newRow("Windows") << static_cast<int>(TokenMimeData::System::Windows)
                             << QStringList{QStringLiteral("ExcludeClipboardContentFromMonitorProcessing"),
                                            QStringLiteral("CanIncludeInClipboardHistory"),
                                            QStringLiteral("CanUploadToCloudClipboard"),
                                            QStringLiteral("Clipboard Viewer Ignore")};
    QTest::newRow("macOS") << static_cast<int>(TokenMimeData::System::MacOs)
                           << QStringList{QStringLiteral("org.nspasteboard.ConcealedType"),
                                          QStringLiteral("org.nspasteboard.TransientType")};
}

void tst_ClipboardFaults::marksTheTextOnEverySystem()
{
    QFETCH(const int, system);
    QStringList names;
    for (const TokenMimeData::Mark &mark :
         TokenMimeData::historyMarks(static_cast<TokenMimeData::System>(system)))
        names += mark.format;
    QTEST(names, "names");
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QStringLiteral("--hold"))
        return holdClipboard(arguments.at(2));
    tst_ClipboardFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_clipboardfaults.moc"
