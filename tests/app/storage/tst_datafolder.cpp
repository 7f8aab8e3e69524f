#include "app/storage/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void usesTheFoldersOfTheDesktop();
    void putsEverythingIntoAChosenFolder();
    void opensWhatItMakesToTheOwnerOnly();
    void closesTheDefaultFoldersToOthers();
    void leavesThePermissionsOfAChosenFolder();
    void refusesASecondConsole();
    void takesOverFromAConsoleThatWasKilled();
    void takesOverFromAConsoleThatWasKilledAsItStarted();
    void isFreeAgainAfterItsEnd();
    void saysWhatToDoWithoutAFolder();
    void worksWithoutAFolderForTheConnections();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestDataFolder::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home->filePath(u"config"_s).toUtf8());
}

void TestDataFolder::usesTheFoldersOfTheDesktop()
{
    const auto folder = DataFolder::open({});
    QVERIFY(folder.ok());
    QCOMPARE(folder.value()->path(), m_home->filePath(u"data/apono-console"_s));
    QCOMPARE(folder.value()->savedTokensFile(), m_home->filePath(u"data/apono-console/saved-tokens.json"_s));
    QCOMPARE(folder.value()->workspaceFolder(), m_home->filePath(u"data/apono-console/workspace"_s));
    QCOMPARE(folder.value()->connectionsFile(), m_home->filePath(u"config/apono-console/connections.json"_s));
    QVERIFY(!folder.value()->isChosen());
    QVERIFY(QFileInfo(m_home->filePath(u"config/apono-console"_s)).isDir());
}

void TestDataFolder::putsEverythingIntoAChosenFolder()
{
    const QString chosen = m_home->filePath(u"deep/inside/trial"_s);
    const auto folder = DataFolder::open(chosen);
    QVERIFY(folder.ok());
    QVERIFY(folder.value()->isChosen());
    QCOMPARE(folder.value()->savedTokensFile(), chosen + u"/saved-tokens.json"_s);
    QCOMPARE(folder.value()->connectionsFile(), chosen + u"/connections.json"_s);
    QCOMPARE(folder.value()->workspaceFolder(), chosen + u"/workspace"_s);
    QVERIFY(!QFile::exists(m_home->filePath(u"data"_s)));
    QVERIFY(!QFile::exists(m_home->filePath(u"config"_s)));
}

void TestDataFolder::opensWhatItMakesToTheOwnerOnly()
{
    const QString chosen = m_home->filePath(u"trial"_s);
    const auto folder = DataFolder::open(chosen);
    QVERIFY(folder.ok());
    QVERIFY(!(QFileInfo(chosen).permissions() & others));
}

void TestDataFolder::closesTheDefaultFoldersToOthers()
{
    const QString data = m_home->filePath(u"data/apono-console"_s);
    QVERIFY(QDir().mkpath(data));
    QVERIFY(QFile::setPermissions(data, ownerOnly | QFile::ReadOther | QFile::ExeOther));
    const auto folder = DataFolder::open({});
    QVERIFY(folder.ok());
    QVERIFY(!(QFileInfo(data).permissions() & others));
}

void TestDataFolder::leavesThePermissionsOfAChosenFolder()
{
    const QString chosen = m_home->filePath(u"shared"_s);
    QVERIFY(QDir().mkpath(chosen));
    QVERIFY(QFile::setPermissions(chosen, ownerOnly | QFile::ReadOther | QFile::ExeOther));
    const auto folder = DataFolder::open(chosen);
    QVERIFY(folder.ok());
    QVERIFY(QFileInfo(chosen).permissions() & QFile::ReadOther);
}

void TestDataFolder::refusesASecondConsole()
{
    const auto first = DataFolder::open({});
    QVERIFY(first.ok());
    const auto second = DataFolder::open({});
    QVERIFY(!second.ok());
    QCOMPARE(second.error().kind, ErrorKind::FolderInUse);
    QVERIFY(second.error().sentence().contains(first.value()->path()));
    QVERIFY(second.error().sentence().contains(u"--data-dir"_s));
}

void TestDataFolder::takesOverFromAConsoleThatWasKilled()
{
    const QString chosen = m_home->filePath(u"trial"_s);
    QVERIFY(QDir().mkpath(chosen));
    // A process of this program's name that is gone, as QLockFile writes it.
    QProcess gone;
    gone.start(u"true"_s, {});
    QVERIFY(gone.waitForStarted());
    const auto pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    QFile lock(chosen + u"/console.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(pid) + "\ntrue\n" + QSysInfo::machineHostName().toUtf8() + '\n' +
               QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    const auto folder = DataFolder::open(chosen);
    QVERIFY2(folder.ok(), "a lock of a dead process kept the folder");
}

/// Before it had written into the lock file that it made.
void TestDataFolder::takesOverFromAConsoleThatWasKilledAsItStarted()
{
    const QString chosen = m_home->filePath(u"trial"_s);
    QVERIFY(QDir().mkpath(chosen));
    QVERIFY(QFile(chosen + u"/console.lock"_s).open(QIODevice::WriteOnly));
    const auto folder = DataFolder::open(chosen);
    QVERIFY2(folder.ok(), "an empty lock file kept the folder");
    QVERIFY(!DataFolder::open(chosen).ok());
}

void TestDataFolder::isFreeAgainAfterItsEnd()
{
    QVERIFY(DataFolder::open({}).ok());
    QVERIFY(DataFolder::open({}).ok());
}

void TestDataFolder::saysWhatToDoWithoutAFolder()
{
    QFile inTheWay(m_home->filePath(u"in-the-way"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    for (const QString &chosen : {inTheWay.fileName(), inTheWay.fileName() + u"/below"_s}) {
        const auto folder = DataFolder::open(chosen);
        QVERIFY(!folder.ok());
        QCOMPARE(folder.error().kind, ErrorKind::FileUnwritable);
        QVERIFY(folder.error().sentence().contains(chosen));
        QVERIFY(folder.error().sentence().contains(u"--data-dir"_s));
    }
}

void TestDataFolder::worksWithoutAFolderForTheConnections()
{
    QFile inTheWay(m_home->filePath(u"config"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(DataFolder::open({}).ok());
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
