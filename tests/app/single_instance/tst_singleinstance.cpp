#include "app/single_instance/runningconsole.h"
#include "app/single_instance/socketplaces.h"
#include "app/single_instance/startlistener.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

using namespace std::chrono_literals;

/// The ear and the mouth in one process: the mouth waits, so it has a thread of its own.
class SingleInstanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void passesTheRequestOn_data();
    void passesTheRequestOn();
    void tellsTheSecondStartWhatTheFirstSays();
    void findsAConsoleThatIsStillStarting();
    void takesThePlaceOfAStaleSocket();
    void isReachedByItsOwnerAlone();
    void usesTheRuntimeFolderWhereThePathIsTooLong();
    void saysThatNobodyCanBeReached();
    void saysThatTheRunningConsoleDoesNotAnswer();
    void sendsAwayWhatIsNoRequest_data();
    void sendsAwayWhatIsNoRequest();

private:
    Result<Done> ask(const StartRequest &request, std::chrono::milliseconds patience = 20s) const;
    StartListener::Answer keeping();

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<StartRequest> m_asked;
};

void SingleInstanceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_asked.clear();
    qunsetenv("XDG_RUNTIME_DIR");
}

StartListener::Answer SingleInstanceTest::keeping()
{
    return [this](const StartRequest &request) {
        m_asked.append(request);
        return QString();
    };
}

Result<Done> SingleInstanceTest::ask(const StartRequest &request, std::chrono::milliseconds patience) const
{
    std::optional<Result<Done>> result;
    std::atomic<bool> isOver = false;
    std::thread second([&] {
        result = RunningConsole(m_folder->path()).ask(request, patience);
        isOver = true;
    });
    while (!isOver)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    second.join();
    return *result;
}

void SingleInstanceTest::passesTheRequestOn_data()
{
    QTest::addColumn<bool>("local");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("token");
    QTest::newRow("window alone") << false << QString() << QString();
    QTest::newRow("local") << true << QString() << QStringLiteral("gnome-shell/x/1-1_TIME123");
    QTest::newRow("connection") << false << QStringLiteral("prod “EU”\n") << QString();
}

void SingleInstanceTest::passesTheRequestOn()
{
    QFETCH(bool, local);
    QFETCH(QString, connection);
    QFETCH(QString, token);
    StartListener listener(keeping());
    QVERIFY(listener.listen(m_folder->path()));
    const StartRequest request{local, connection, token};
    QVERIFY(ask(request).ok());
    QCOMPARE(m_asked.size(), 1);
    QVERIFY(m_asked.constFirst() == request);
}

void SingleInstanceTest::tellsTheSecondStartWhatTheFirstSays()
{
    StartListener listener([](const StartRequest &) { return QStringLiteral("There is no “x”."); });
    QVERIFY(listener.listen(m_folder->path()));
    const Result<Done> answer = ask({false, QStringLiteral("x")});
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::NotAllowed);
    QCOMPARE(answer.error().message, QStringLiteral("There is no “x”."));
}

void SingleInstanceTest::findsAConsoleThatIsStillStarting()
{
    StartListener listener(keeping());
    QMetaObject::invokeMethod(
        this, [&] { QVERIFY(listener.listen(m_folder->path())); }, Qt::QueuedConnection);
    QVERIFY(ask({}).ok());
    QCOMPARE(m_asked.size(), 1);
}

void SingleInstanceTest::takesThePlaceOfAStaleSocket()
{
    const QString place = socketPlaces(m_folder->path()).constFirst();
    QFile leftBehind(place);
    QVERIFY(leftBehind.open(QIODevice::WriteOnly));
    leftBehind.close();
    StartListener listener(keeping());
    QVERIFY(listener.listen(m_folder->path()));
    QVERIFY(ask({}).ok());
}

void SingleInstanceTest::isReachedByItsOwnerAlone()
{
    StartListener listener(keeping());
    QVERIFY(listener.listen(m_folder->path()));
    const QFileInfo socket(socketPlaces(m_folder->path()).constFirst());
    QVERIFY(!(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther)));
}

void SingleInstanceTest::usesTheRuntimeFolderWhereThePathIsTooLong()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    const QString deep = m_folder->filePath(QString(120, u'd'));
    QVERIFY(QDir().mkdir(deep));
    StartListener listener(keeping());
    QVERIFY(listener.listen(deep));
    QVERIFY(QDir(deep).isEmpty());
    QCOMPARE(socketPlaces(deep).size(), 1);
    QVERIFY(QFileInfo(socketPlaces(deep).constFirst()).path() == runtime.path());
}

void SingleInstanceTest::saysThatNobodyCanBeReached()
{
    const Result<Done> answer = ask({}, 10ms);
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::FolderInUse);
    QVERIFY2(answer.error().message.contains(m_folder->path()), qPrintable(answer.error().message));
}

void SingleInstanceTest::saysThatTheRunningConsoleDoesNotAnswer()
{
    // The system takes the connection; nobody reads it.
    QLocalServer hung;
    QVERIFY(hung.listen(socketPlaces(m_folder->path()).constFirst()));
    const Result<Done> answer = ask({}, 50ms);
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::FolderInUse);
    QVERIFY2(answer.error().message.contains(QStringLiteral("does not answer")),
             qPrintable(answer.error().message));
}

void SingleInstanceTest::sendsAwayWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("no JSON") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("another verb") << QByteArray(R"({"verb":"quit"})"
                                                "\n");
    QTest::newRow("no end") << QByteArray(StartRequest::longestLine * 2, 'a');
}

void SingleInstanceTest::sendsAwayWhatIsNoRequest()
{
    QFETCH(QByteArray, sent);
    StartListener listener(keeping());
    QVERIFY(listener.listen(m_folder->path()));
    QLocalSocket stranger;
    stranger.connectToServer(socketPlaces(m_folder->path()).constFirst());
    QTRY_COMPARE(stranger.state(), QLocalSocket::ConnectedState);
    stranger.write(sent);
    QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
    QVERIFY(m_asked.isEmpty());
    // And it goes on listening.
    QVERIFY(ask({}).ok());
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
