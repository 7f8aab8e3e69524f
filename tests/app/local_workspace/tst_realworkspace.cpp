#include "app/local_workspace/localapiprocess.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

/// The argument that makes this program a console that only starts the workspace and says where.
const QString console = u"--console"_s;

struct Answer
{
    int status = 0;
    QByteArray body;
};

Answer list(const QUrl &address, QByteArrayView credential)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(address.toString() + u"/api/admin/v1/service-accounts"_s));
    request.setRawHeader("Authorization", "Bearer " + credential.toByteArray());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

bool isListening(const QUrl &address)
{
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    return socket.waitForConnected(2000);
}

pid_t onlyChild()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    const auto pids = file.open(QIODevice::ReadOnly) ? file.readAll().simplified() : QByteArray();
    return pids.toInt();
}

} // namespace

/// LocalApiProcess and the real apono-local-api.
class TestRealWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void letsTheCredentialOfTheRunIn();
    void comesBackAfterAKillWithAnotherCredential();
    void keepsItsDataFromRunToRun();
    void writesTheCredentialNowhere();
    void saysThatTheFolderIsInUse();
    void saysThatTheFolderCannotBeMade();
    void leavesNoOrphanBehindAKilledConsole();

private:
    QString folder() const { return m_home->filePath(u"workspace"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestRealWorkspace::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void TestRealWorkspace::letsTheCredentialOfTheRunIn()
{
    LocalApiProcess local(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy ready(&local, &LocalWorkspace::ready);
    local.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
    const SecretText credential = local.credential();
    QCOMPARE(list(local.address(), credential.reveal()).status, 200);
    QCOMPARE(list(local.address(), QByteArray(48, 'x')).status, 401);
}

void TestRealWorkspace::comesBackAfterAKillWithAnotherCredential()
{
    LocalApiProcess local(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy ready(&local, &LocalWorkspace::ready);
    local.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
    const SecretText before = local.credential();
    ::kill(onlyChild(), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, patienceMs);
    const SecretText after = local.credential();
    QCOMPARE(list(local.address(), before.reveal()).status, 401);
    QCOMPARE(list(local.address(), after.reveal()).status, 200);
}

void TestRealWorkspace::keepsItsDataFromRunToRun()
{
    QByteArray first;
    for (const QStringList &more : {QStringList{u"--seed"_s, u"3"_s}, QStringList()}) {
        LocalApiProcess local(QStringLiteral(LOCAL_API), folder(), more);
        const QSignalSpy ready(&local, &LocalWorkspace::ready);
        local.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
        const SecretText credential = local.credential();
        const Answer answer = list(local.address(), credential.reveal());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.count("\"created_by\""), 3);
        if (first.isEmpty())
            first = answer.body;
        QCOMPARE(answer.body, first);
    }
}

void TestRealWorkspace::writesTheCredentialNowhere()
{
    LocalApiProcess local(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy ready(&local, &LocalWorkspace::ready);
    local.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);
    const SecretText credential = local.credential();
    QCOMPARE(list(local.address(), credential.reveal()).status, 200);

    QByteArray seen;
    const auto child = u"/proc/%1/"_s.arg(onlyChild());
    QStringList paths{child + u"cmdline"_s, child + u"environ"_s};
    for (const QString &name : QDir(folder()).entryList(QDir::Files | QDir::Hidden))
        paths << folder() + u'/' + name;
    for (const QString &path : paths) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        seen += file.readAll();
    }
    // Proves that the places were read.
    QVERIFY(seen.contains("--session-credential-stdin"));
    QVERIFY(seen.contains("SQLite format 3"));
    QVERIFY(!seen.contains(credential.reveal()));
}

void TestRealWorkspace::saysThatTheFolderIsInUse()
{
    LocalApiProcess first(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy ready(&first, &LocalWorkspace::ready);
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patienceMs);

    LocalApiProcess second(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy failed(&second, &LocalWorkspace::failed);
    const QSignalSpy restarting(&second, &LocalWorkspace::restarting);
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, ErrorKind::WorkspaceFailed);
    QVERIFY2(error.sentence().contains(folder()), qPrintable(error.sentence()));
    QVERIFY(restarting.isEmpty());
}

void TestRealWorkspace::saysThatTheFolderCannotBeMade()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    LocalApiProcess local(QStringLiteral(LOCAL_API), folder());
    const QSignalSpy failed(&local, &LocalWorkspace::failed);
    local.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    const auto sentence = failed.first().first().value<Error>().sentence();
    QVERIFY2(sentence.contains(folder()), qPrintable(sentence));
}

void TestRealWorkspace::leavesNoOrphanBehindAKilledConsole()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {console, folder()});
    QVERIFY(process.waitForReadyRead());
    const QUrl address(QString::fromUtf8(process.readLine()).trimmed());
    QVERIFY(isListening(address));

    process.kill();
    QVERIFY(process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!isListening(address), patienceMs);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == console) {
        LocalApiProcess local(QStringLiteral(LOCAL_API), arguments.value(2));
        QObject::connect(&local, &LocalWorkspace::ready, &local, [&local] {
            std::fputs(qPrintable(local.address().toString() + u'\n'), stdout);
            std::fflush(stdout);
        });
        local.start();
        return QCoreApplication::exec();
    }
    TestRealWorkspace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realworkspace.moc"
