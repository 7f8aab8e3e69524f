#include "app/storage/fileconnectionstore.h"
#include "models/connections/connectionname.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = FileConnectionStore::Place;

namespace {

/// As a dialog makes it: without a key.
Connection server(const QString &address, const QString &name = {})
{
    Connection result;
    result.kind = Connection::Kind::Server;
    result.target.address = QUrl(address);
    result.name = name.isEmpty() ? nameOfAddress(result.target.address) : name;
    return result;
}

} // namespace

class TestFileConnectionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void callsTheLocalWorkspaceOfTheDefaultFolderLocal();
    void keepsARandomLocalKeyOfAChosenFolder();
    void writesNothingBeforeThereIsSomethingToKeep();
    void givesBackEverythingOfAServerAtTheNextStart();
    void givesEachServerAKeyOfItsOwn();
    void endsAKeyOfAChosenFolderAtRandom();
    void keepsTheKeyWhenNameAndAddressChange();
    void refusesANameThatCannotBeUsed_data();
    void refusesANameThatCannotBeUsed();
    void forgetsARemovedServer();
    void givesTheKeyOfARemovedServerToNobodyElse();
    void neverGivesAServerTheLocalKey();
    void keepsThePolicyOfTheLocalWorkspace();
    void remembersTheConnectionThatWasUsedLast();
    void holdsNoUserOrPassword();
    void readsTheFileOfTheFirstVersion();
    void keepsWhatItDoesNotUnderstand();
    void skipsAServerItCannotUse_data();
    void skipsAServerItCannotUse();
    void setsABrokenFileAside();
    void worksForThisRunWhenItCannotWrite();
    void leavesANewerFileAlone();

private:
    QByteArray content() const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFileConnectionStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"connections.json"_s);
}

QByteArray TestFileConnectionStore::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileConnectionStore::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestFileConnectionStore::callsTheLocalWorkspaceOfTheDefaultFolderLocal()
{
    const FileConnectionStore store(m_path, Place::Default);
    QCOMPARE(store.local().key, u"local"_s);
    QCOMPARE(store.local().name, u"Local"_s);
    QCOMPARE(store.local().kind, Connection::Kind::Local);
}

void TestFileConnectionStore::keepsARandomLocalKeyOfAChosenFolder()
{
    const QString key = FileConnectionStore(m_path, Place::Chosen).local().key;
    QVERIFY2(QRegularExpression(u"\\Alocal-[a-z0-9]{6}\\z"_s).match(key).hasMatch(), qPrintable(key));
    QCOMPARE(FileConnectionStore(m_path, Place::Chosen).local().key, key);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_path).permissions() & others));
}

void TestFileConnectionStore::writesNothingBeforeThereIsSomethingToKeep()
{
    const FileConnectionStore store(m_path, Place::Default);
    QVERIFY(store.servers().isEmpty());
    QVERIFY(store.lastUsedKey().isEmpty());
    QVERIFY(!QFile::exists(m_path));
}

void TestFileConnectionStore::givesBackEverythingOfAServerAtTheNextStart()
{
    Connection described = server(u"https://api.apono.io:8443/"_s, u"  Production "_s);
    described.target.resourcePath = u"/api/v4/tokens"_s;
    described.target.dateStyle = DateStyle::Seconds;
    described.target.proxy = u"socks5://proxy.example:1080"_s;
    described.target.authorityFile = u"/etc/ssl/corp-root.pem"_s;
    described.policy.longestLifetimeDays = 180;
    described.policy.unlimitedAllowed = false;
    described.credentialSaved = QDateTime(QDate(2026, 7, 5), QTime(9, 30), Qt::UTC);
    QVERIFY(FileConnectionStore(m_path, Place::Default).add(described).ok());

    const FileConnectionStore store(m_path, Place::Default);
    QCOMPARE(store.servers().size(), 1);
    const Connection read = store.servers().constFirst();
    QCOMPARE(read.kind, Connection::Kind::Server);
    QCOMPARE(read.key, u"production"_s);
    QCOMPARE(read.name, u"Production"_s);
    described.target.address = QUrl(u"https://api.apono.io:8443"_s);
    QCOMPARE(read.target, described.target);
    QCOMPARE(read.policy, described.policy);
    QCOMPARE(read.credentialSaved, described.credentialSaved);
}

void TestFileConnectionStore::givesEachServerAKeyOfItsOwn()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto first = store.add(server(u"https://api.apono.io"_s, u"Team A"_s));
    const auto second = store.add(server(u"https://api.apono.io"_s, u"Team-A"_s));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first.value().key, u"team-a"_s);
    QCOMPARE(second.value().key, u"team-a-2"_s);
    QCOMPARE(store.servers(), (QList<Connection>{first.value(), second.value()}));
}

void TestFileConnectionStore::endsAKeyOfAChosenFolderAtRandom()
{
    FileConnectionStore store(m_path, Place::Chosen);
    const auto added = store.add(server(u"https://api.apono.io"_s));
    QVERIFY(added.ok());
    const QRegularExpression pattern(u"\\Aapi-apono-io-[a-z0-9]{6}\\z"_s);
    QVERIFY2(pattern.match(added.value().key).hasMatch(), qPrintable(added.value().key));
}

void TestFileConnectionStore::keepsTheKeyWhenNameAndAddressChange()
{
    FileConnectionStore store(m_path, Place::Default);
    Connection kept = store.add(server(u"https://one.example"_s)).value();
    kept.name = u"Production"_s;
    kept.target.address = QUrl(u"https://TWO.example:443/"_s);
    kept.policy.longestLifetimeDays = 30;
    QVERIFY(store.update(kept).ok());
    for (const auto &servers : {store.servers(), FileConnectionStore(m_path, Place::Default).servers()}) {
        QCOMPARE(servers.size(), 1);
        QCOMPARE(servers.constFirst().key, u"one-example"_s);
        QCOMPARE(servers.constFirst().name, u"Production"_s);
        QCOMPARE(servers.constFirst().target.address, QUrl(u"https://two.example"_s));
        QCOMPARE(servers.constFirst().policy.longestLifetimeDays, std::optional(30));
    }
}

void TestFileConnectionStore::refusesANameThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("taken") << u"PRODUCTION"_s;
    QTest::newRow("the local one's") << u"local"_s;
    QTest::newRow("too long") << QString(65, u'a');
}

void TestFileConnectionStore::refusesANameThatCannotBeUsed()
{
    QFETCH(QString, name);
    FileConnectionStore store(m_path, Place::Default);
    QVERIFY(store.add(server(u"https://one.example"_s, u"Production"_s)).ok());
    Connection other = store.add(server(u"https://two.example"_s, u"Staging"_s)).value();

    const auto added = store.add(server(u"https://three.example"_s, name));
    QVERIFY(!added.ok());
    QCOMPARE(added.error().kind, ErrorKind::NotAllowed);
    QVERIFY(!added.error().message.isEmpty());
    other.name = name;
    QVERIFY(!store.update(other).ok());
    QCOMPARE(store.servers().at(1).name, u"Staging"_s);
    QCOMPARE(store.servers().size(), 2);
}

void TestFileConnectionStore::forgetsARemovedServer()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto first = store.add(server(u"https://one.example"_s));
    const auto second = store.add(server(u"https://two.example"_s));
    QVERIFY(first.ok() && second.ok());
    QVERIFY(store.remove(first.value().key).ok());
    QCOMPARE(store.servers(), QList<Connection>{second.value()});
    QCOMPARE(FileConnectionStore(m_path, Place::Default).servers(), QList<Connection>{second.value()});
    QVERIFY(!store.update(first.value()).ok());
    QVERIFY(store.remove(u"nobody"_s).ok());
}

void TestFileConnectionStore::givesTheKeyOfARemovedServerToNobodyElse()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto first = store.add(server(u"https://one.example"_s, u"Production"_s));
    QVERIFY(first.ok() && store.remove(first.value().key).ok());
    const auto other = store.add(server(u"https://two.example"_s, u"Production"_s));
    QVERIFY(other.ok());
    QVERIFY(other.value().key != first.value().key);
    const auto back = store.add(server(u"https://one.example/"_s, u"Back again"_s));
    QVERIFY(back.ok());
    QCOMPARE(back.value().key, first.value().key);
}

void TestFileConnectionStore::neverGivesAServerTheLocalKey()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto added = store.add(server(u"https://local"_s, u"Local 1"_s));
    QVERIFY(added.ok());
    QVERIFY(added.value().key != store.local().key);
    Connection named = server(u"https://other.example"_s, u"Local."_s);
    const auto second = store.add(named);
    QVERIFY(second.ok());
    QCOMPARE(second.value().key, u"local-2"_s);
}

void TestFileConnectionStore::keepsThePolicyOfTheLocalWorkspace()
{
    FileConnectionStore store(m_path, Place::Chosen);
    Connection local = store.local();
    local.policy.unlimitedAllowed = false;
    QVERIFY(store.update(local).ok());
    const FileConnectionStore again(m_path, Place::Chosen);
    QCOMPARE(again.local().key, local.key);
    QVERIFY(!again.local().policy.unlimitedAllowed);
}

void TestFileConnectionStore::remembersTheConnectionThatWasUsedLast()
{
    QVERIFY(FileConnectionStore(m_path, Place::Default).setLastUsed(u"local"_s).ok());
    QCOMPARE(FileConnectionStore(m_path, Place::Default).lastUsedKey(), u"local"_s);
}

void TestFileConnectionStore::holdsNoUserOrPassword()
{
    FileConnectionStore store(m_path, Place::Default);
    QVERIFY(store.add(server(u"https://somebody:canary@api.apono.io/?token=canary"_s)).ok());
    QVERIFY(!content().contains("canary"));
    QVERIFY(!content().contains("somebody"));
}

void TestFileConnectionStore::readsTheFileOfTheFirstVersion()
{
    write(R"({"version":1,"server":"one","last_used":"one","servers":[
              {"key":"one","address":"https://one.example:8443","resource_path":"/r","dates":"seconds"},
              {"key":"two","address":"https://one.example:8443/behind"}]})");
    const FileConnectionStore store(m_path, Place::Default);
    QCOMPARE(store.servers().size(), 2);
    QCOMPARE(store.servers().at(0).key, u"one"_s);
    QCOMPARE(store.servers().at(0).name, u"one.example:8443"_s);
    QCOMPARE(store.servers().at(0).target.resourcePath, u"/r"_s);
    QCOMPARE(store.servers().at(0).target.dateStyle, DateStyle::Seconds);
    QVERIFY(!store.servers().at(0).credentialSaved.isValid());
    QVERIFY(store.servers().at(0).policy.isOpen());
    QCOMPARE(store.servers().at(1).name, u"one.example:8443 2"_s);
    QCOMPARE(store.lastUsedKey(), u"one"_s);
}

void TestFileConnectionStore::keepsWhatItDoesNotUnderstand()
{
    write(R"({"version":1,"theme":"dark","local":{"colour":"red"},"servers":[
              {"key":"one","address":"https://one.example","colour":"blue","policy":{"note":"x"}},{"key":7}]})");
    FileConnectionStore store(m_path, Place::Default);
    Connection one = store.servers().constFirst();
    one.target.dateStyle = DateStyle::Seconds;
    QVERIFY(store.update(one).ok());
    QVERIFY(store.update(store.local()).ok());

    const auto object = QJsonDocument::fromJson(content()).object();
    QCOMPARE(object.value(u"theme"_s).toString(), u"dark"_s);
    QCOMPARE(object.value(u"local"_s).toObject().value(u"colour"_s).toString(), u"red"_s);
    const auto servers = object.value(u"servers"_s).toArray();
    QCOMPARE(servers.size(), 2);
    const auto first = servers.at(0).toObject();
    QCOMPARE(first.value(u"colour"_s).toString(), u"blue"_s);
    QCOMPARE(first.value(u"policy"_s).toObject().value(u"note"_s).toString(), u"x"_s);
    QCOMPARE(first.value(u"dates"_s).toString(), u"seconds"_s);
    QCOMPARE(servers.at(1).toObject().value(u"key"_s).toInt(), 7);
}

void TestFileConnectionStore::skipsAServerItCannotUse_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("a key with a slash") << QByteArray(R"({"key":"a/b","address":"https://one.example"})");
    QTest::newRow("no address") << QByteArray(R"({"key":"one"})");
    QTest::newRow("no host") << QByteArray(R"({"key":"one","address":"file:///etc"})");
    QTest::newRow("not an object") << QByteArray(R"("one")");
    QTest::newRow("the local key") << QByteArray(R"({"key":"local","address":"https://one.example"})");
    QTest::newRow("a key that another one has")
        << QByteArray(R"({"key":"good","address":"https://one.example"})");
}

void TestFileConnectionStore::skipsAServerItCannotUse()
{
    QFETCH(QByteArray, entry);
    write(R"({"version":1,"servers":[{"key":"good","address":"https://good.example"},)" + entry + "]}");
    const FileConnectionStore store(m_path, Place::Default);
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(store.servers().constFirst().name, u"good.example"_s);
}

void TestFileConnectionStore::setsABrokenFileAside()
{
    write("{\"version\":1,\"serv");
    FileConnectionStore store(m_path, Place::Chosen);
    QCOMPARE(store.notices().size(), 1);
    QVERIFY(store.notices().constFirst().contains(u"connections.json.broken-1"_s));
    QVERIFY(QFile::exists(m_path + u".broken-1"_s));
    QVERIFY(store.add(server(u"https://api.apono.io"_s)).ok());
}

void TestFileConnectionStore::worksForThisRunWhenItCannotWrite()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"connections.json/in-its-place"_s));
    FileConnectionStore store(m_path, Place::Chosen);
    QVERIFY(!store.local().key.isEmpty());
    QCOMPARE(store.notices().size(), 1);

    const auto added = store.add(server(u"https://api.apono.io"_s));
    QVERIFY(!added.ok());
    QCOMPARE(added.error().kind, ErrorKind::FileUnwritable);
    QVERIFY(store.servers().isEmpty());
    QVERIFY(!store.setLastUsed(u"local"_s).ok());
    QCOMPARE(store.lastUsedKey(), u"local"_s);
    QVERIFY(QDir(m_path).exists(u"in-its-place"_s));
}

void TestFileConnectionStore::leavesANewerFileAlone()
{
    const QByteArray newer = R"({"version":9,"local":{"key":"local-abc123"},"servers":{"shape":"new"}})";
    write(newer);
    FileConnectionStore store(m_path, Place::Chosen);
    QCOMPARE(store.local().key, u"local-abc123"_s);
    QCOMPARE(store.notices().size(), 1);
    QVERIFY(!store.add(server(u"https://api.apono.io"_s)).ok());
    QCOMPARE(content(), newer);
}

QTEST_GUILESS_MAIN(TestFileConnectionStore)
#include "tst_fileconnectionstore.moc"
