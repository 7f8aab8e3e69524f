#include "app/storage/fileconnectionstore.h"

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

ApiTarget target(const QString &address)
{
    ApiTarget result;
    result.address = QUrl(address);
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
    void givesBackAServerAtTheNextStart();
    void keepsTheKeyOfAnAddress();
    void givesAnotherAddressAnotherKey();
    void findsAFormerServerUnderItsKey();
    void neverGivesAServerTheLocalKey();
    void remembersTheConnectionThatWasUsedLast();
    void holdsNoUserOrPassword();
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
    QVERIFY(!store.server());
    QVERIFY(store.lastUsedKey().isEmpty());
    QVERIFY(!QFile::exists(m_path));
}

void TestFileConnectionStore::givesBackAServerAtTheNextStart()
{
    auto described = target(u"https://api.apono.io:8443/"_s);
    described.resourcePath = u"/api/v4/tokens"_s;
    described.dateStyle = DateStyle::Seconds;
    QVERIFY(FileConnectionStore(m_path, Place::Default).saveServer(described).ok());

    const auto server = FileConnectionStore(m_path, Place::Default).server();
    QVERIFY(server);
    QCOMPARE(server->kind, Connection::Kind::Server);
    QCOMPARE(server->key, u"api-apono-io-8443"_s);
    QCOMPARE(server->name, u"api.apono.io:8443"_s);
    QCOMPARE(server->target.address, QUrl(u"https://api.apono.io:8443"_s));
    QCOMPARE(server->target.resourcePath, u"/api/v4/tokens"_s);
    QCOMPARE(server->target.dateStyle, DateStyle::Seconds);
    QVERIFY(!server->target.honoursIdempotencyKeys);
}

void TestFileConnectionStore::keepsTheKeyOfAnAddress()
{
    FileConnectionStore store(m_path, Place::Chosen);
    const auto first = store.saveServer(target(u"https://api.apono.io"_s));
    QVERIFY(first.ok());
    const auto again = store.saveServer(target(u"https://API.apono.io:443/"_s));
    QVERIFY(again.ok());
    QCOMPARE(again.value().key, first.value().key);
    QVERIFY(QRegularExpression(u"\\Aapi-apono-io-[a-z0-9]{6}\\z"_s).match(first.value().key).hasMatch());
}

void TestFileConnectionStore::givesAnotherAddressAnotherKey()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto first = store.saveServer(target(u"https://api.apono.io"_s));
    const auto second = store.saveServer(target(u"https://api.apono.io/behind"_s));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first.value().key, u"api-apono-io"_s);
    QCOMPARE(second.value().key, u"api-apono-io-2"_s);
    QCOMPARE(store.server()->key, second.value().key);
}

void TestFileConnectionStore::findsAFormerServerUnderItsKey()
{
    FileConnectionStore store(m_path, Place::Chosen);
    const auto first = store.saveServer(target(u"https://one.example"_s));
    const auto second = store.saveServer(target(u"https://two.example"_s));
    const auto back = store.saveServer(target(u"https://one.example"_s));
    QVERIFY(first.ok() && second.ok() && back.ok());
    QCOMPARE(back.value().key, first.value().key);
    QCOMPARE(store.server()->key, first.value().key);
}

void TestFileConnectionStore::neverGivesAServerTheLocalKey()
{
    FileConnectionStore store(m_path, Place::Default);
    const auto server = store.saveServer(target(u"https://local"_s));
    QVERIFY(server.ok());
    QCOMPARE(server.value().key, u"local-2"_s);
}

void TestFileConnectionStore::remembersTheConnectionThatWasUsedLast()
{
    QVERIFY(FileConnectionStore(m_path, Place::Default).setLastUsed(u"local"_s).ok());
    QCOMPARE(FileConnectionStore(m_path, Place::Default).lastUsedKey(), u"local"_s);
}

void TestFileConnectionStore::holdsNoUserOrPassword()
{
    FileConnectionStore store(m_path, Place::Default);
    QVERIFY(store.saveServer(target(u"https://somebody:canary@api.apono.io/?token=canary"_s)).ok());
    QVERIFY(!content().contains("canary"));
    QVERIFY(!content().contains("somebody"));
}

void TestFileConnectionStore::keepsWhatItDoesNotUnderstand()
{
    write(R"({"version":1,"theme":"dark","server":"one","servers":[
              {"key":"one","address":"https://one.example","proxy":"none"},{"key":7}]})");
    FileConnectionStore store(m_path, Place::Default);
    QCOMPARE(store.server()->key, u"one"_s);
    auto changed = target(u"https://one.example"_s);
    changed.dateStyle = DateStyle::Seconds;
    QVERIFY(store.saveServer(changed).ok());

    const auto object = QJsonDocument::fromJson(content()).object();
    QCOMPARE(object.value(u"theme"_s).toString(), u"dark"_s);
    const auto servers = object.value(u"servers"_s).toArray();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.at(0).toObject().value(u"proxy"_s).toString(), u"none"_s);
    QCOMPARE(servers.at(0).toObject().value(u"dates"_s).toString(), u"seconds"_s);
    QCOMPARE(servers.at(1).toObject().value(u"key"_s).toInt(), 7);
}

void TestFileConnectionStore::skipsAServerItCannotUse_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("a key with a slash") << QByteArray(R"({"key":"a/b","address":"https://one.example"})");
    QTest::newRow("no address") << QByteArray(R"({"key":"one"})");
    QTest::newRow("no host") << QByteArray(R"({"key":"one","address":"file:///etc"})");
    QTest::newRow("not an object") << QByteArray(R"("one")");
}

void TestFileConnectionStore::skipsAServerItCannotUse()
{
    QFETCH(QByteArray, server);
    write(R"({"version":1,"server":"one","servers":[)" + server + "]}");
    QVERIFY(!FileConnectionStore(m_path, Place::Default).server());
}

void TestFileConnectionStore::setsABrokenFileAside()
{
    write("{\"version\":1,\"serv");
    FileConnectionStore store(m_path, Place::Chosen);
    QCOMPARE(store.notices().size(), 1);
    QVERIFY(store.notices().constFirst().contains(u"connections.json.broken-1"_s));
    QVERIFY(QFile::exists(m_path + u".broken-1"_s));
    QVERIFY(store.saveServer(target(u"https://api.apono.io"_s)).ok());
}

void TestFileConnectionStore::worksForThisRunWhenItCannotWrite()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"connections.json/in-its-place"_s));
    FileConnectionStore store(m_path, Place::Chosen);
    QVERIFY(!store.local().key.isEmpty());
    QCOMPARE(store.local().key, store.local().key);
    QCOMPARE(store.notices().size(), 1);

    const auto saved = store.saveServer(target(u"https://api.apono.io"_s));
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, ErrorKind::FileUnwritable);
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
    QVERIFY(!store.saveServer(target(u"https://api.apono.io"_s)).ok());
    QCOMPARE(content(), newer);
}

QTEST_GUILESS_MAIN(TestFileConnectionStore)
#include "tst_fileconnectionstore.moc"
