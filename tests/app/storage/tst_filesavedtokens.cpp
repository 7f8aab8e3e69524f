#include "app/storage/filesavedtokens.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The argument with which this program is only the writer that gets killed.
const QString writeForEver = u"--write-for-ever"_s;

const SavedToken deploy{u"local"_s, u"ci_deploy"_s, u"id-1"_s,
                        QDateTime({2026, 3, 1}, {12, 30, 15, 250}, Qt::UTC)};

} // namespace

class TestFileSavedTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void beginsEmptyWithoutAFile();
    void isReadAgainByTheNextStart();
    void replacesAnEntryOfTheSameName();
    void keepsConnectionsApart();
    void forgetsAnEntry();
    void saysWhatChanged();
    void isReadableForItsOwnerAlone();
    void keepsWhatItDoesNotUnderstand();
    void setsABrokenFileAside_data();
    void setsABrokenFileAside();
    void neverOverwritesAnEarlierBrokenFile();
    void readsANewerFileAndLeavesItAlone();
    void saysSoWhenItCannotWrite();
    void staysWholeWhenItsWriterIsKilled();

private:
    QByteArray content() const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFileSavedTokens::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"saved-tokens.json"_s);
}

QByteArray TestFileSavedTokens::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileSavedTokens::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestFileSavedTokens::beginsEmptyWithoutAFile()
{
    const FileSavedTokens tokens(m_path);
    QVERIFY(tokens.entries(u"local"_s).isEmpty());
    QVERIFY(tokens.notices().isEmpty());
    QVERIFY(!QFile::exists(m_path));
}

void TestFileSavedTokens::isReadAgainByTheNextStart()
{
    QVERIFY(FileSavedTokens(m_path).record(deploy).ok());
    const FileSavedTokens next(m_path);
    QCOMPARE(next.entries(u"local"_s), QList<SavedToken>{deploy});
    QVERIFY(next.find(u"local"_s, u"ci_deploy"_s) == deploy);
    QVERIFY(!next.find(u"local"_s, u"ci"_s));
}

void TestFileSavedTokens::replacesAnEntryOfTheSameName()
{
    FileSavedTokens tokens(m_path);
    QVERIFY(tokens.record(deploy).ok());
    auto newer = deploy;
    newer.accountId = u"id-2"_s;
    QVERIFY(tokens.record(newer).ok());
    QCOMPARE(tokens.entries(u"local"_s), QList<SavedToken>{newer});
}

void TestFileSavedTokens::keepsConnectionsApart()
{
    FileSavedTokens tokens(m_path);
    auto elsewhere = deploy;
    elsewhere.connectionKey = u"api-apono-io"_s;
    QVERIFY(tokens.record(deploy).ok());
    QVERIFY(tokens.record(elsewhere).ok());
    QCOMPARE(tokens.entries(u"local"_s), QList<SavedToken>{deploy});
    QCOMPARE(tokens.entries(u"api-apono-io"_s), QList<SavedToken>{elsewhere});
}

void TestFileSavedTokens::forgetsAnEntry()
{
    FileSavedTokens tokens(m_path);
    QVERIFY(tokens.record(deploy).ok());
    QVERIFY(tokens.forget(u"local"_s, u"ci_deploy"_s).ok());
    QVERIFY(tokens.entries(u"local"_s).isEmpty());
    QVERIFY(FileSavedTokens(m_path).entries(u"local"_s).isEmpty());
    QVERIFY(tokens.forget(u"local"_s, u"never_there"_s).ok());
}

void TestFileSavedTokens::saysWhatChanged()
{
    FileSavedTokens tokens(m_path);
    const QSignalSpy changed(&tokens, &SavedTokens::changed);
    QVERIFY(tokens.record(deploy).ok());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), u"local"_s);
    QVERIFY(tokens.forget(u"local"_s, u"never_there"_s).ok());
    QCOMPARE(changed.count(), 1);
}

void TestFileSavedTokens::isReadableForItsOwnerAlone()
{
    FileSavedTokens tokens(m_path);
    QVERIFY(tokens.record(deploy).ok());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_path).permissions() & others));
}

void TestFileSavedTokens::keepsWhatItDoesNotUnderstand()
{
    write(R"({"version":1,"colour":"green","tokens":[
              {"connection":"local","name":"ci_deploy","id":"id-0","saved_on":"2025-01-01T00:00:00Z","tag":[1]},
              {"shape":"unknown"}, 7]})");
    FileSavedTokens tokens(m_path);
    QCOMPARE(tokens.entries(u"local"_s).size(), 1);
    QVERIFY(tokens.record(deploy).ok());

    const auto object = QJsonDocument::fromJson(content()).object();
    QCOMPARE(object.value(u"colour"_s).toString(), u"green"_s);
    const auto list = object.value(u"tokens"_s).toArray();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list.at(0).toObject().value(u"id"_s).toString(), u"id-1"_s);
    QCOMPARE(list.at(0).toObject().value(u"tag"_s).toArray().size(), 1);
    QCOMPARE(list.at(1).toObject().value(u"shape"_s).toString(), u"unknown"_s);
    QCOMPARE(list.at(2).toInt(), 7);
}

void TestFileSavedTokens::setsABrokenFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut off") << QByteArray(R"({"version":1,"tokens":[{"conn)");
    QTest::newRow("not JSON") << QByteArray("tokens = none\n");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("without a version") << QByteArray(R"({"tokens":[]})");
    QTest::newRow("a list of another type") << QByteArray(R"({"version":1,"tokens":"none"})");
    QTest::newRow("NULs after a crash") << QByteArray(512, '\0');
}

void TestFileSavedTokens::setsABrokenFileAside()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    FileSavedTokens tokens(m_path);
    QVERIFY(tokens.entries(u"local"_s).isEmpty());
    QCOMPARE(tokens.notices().size(), 1);
    QVERIFY(tokens.notices().constFirst().contains(u"saved-tokens.json.broken-1"_s));

    QVERIFY(tokens.record(deploy).ok());
    QFile aside(m_path + u".broken-1"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QCOMPARE(FileSavedTokens(m_path).entries(u"local"_s).size(), 1);
}

void TestFileSavedTokens::neverOverwritesAnEarlierBrokenFile()
{
    for (int number = 1; number <= 3; ++number) {
        write("broken " + QByteArray::number(number));
        const FileSavedTokens tokens(m_path);
        QCOMPARE(tokens.notices().size(), 1);
    }
    for (int number = 1; number <= 3; ++number) {
        QFile aside(m_path + u".broken-"_s + QString::number(number));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), "broken " + QByteArray::number(number));
    }
}

void TestFileSavedTokens::readsANewerFileAndLeavesItAlone()
{
    const QByteArray newer = R"({"version":2,"tokens":[{"connection":"local","name":"ci_deploy"}]})";
    write(newer);
    FileSavedTokens tokens(m_path);
    QCOMPARE(tokens.entries(u"local"_s).size(), 1);
    QCOMPARE(tokens.notices().size(), 1);
    QVERIFY(tokens.notices().constFirst().contains(u"newer version"_s));

    const auto recorded = tokens.record(deploy);
    QVERIFY(!recorded.ok());
    QCOMPARE(recorded.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(content(), newer);
}

void TestFileSavedTokens::saysSoWhenItCannotWrite()
{
    FileSavedTokens tokens(m_path);
    // A folder in the file's place: nobody can write a file there, not even root.
    QVERIFY(QDir(m_folder->path()).mkpath(u"saved-tokens.json/in-its-place"_s));
    const QSignalSpy changed(&tokens, &SavedTokens::changed);
    const auto recorded = tokens.record(deploy);
    QVERIFY(!recorded.ok());
    QCOMPARE(recorded.error().kind, ErrorKind::FileUnwritable);
    QVERIFY(recorded.error().sentence().contains(m_path));
    QVERIFY(tokens.entries(u"local"_s).isEmpty());
    QVERIFY(changed.isEmpty());
}

void TestFileSavedTokens::staysWholeWhenItsWriterIsKilled()
{
    for (int round = 1; round <= 20; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {writeForEver, m_path});
        QVERIFY(writer.waitForReadyRead());
        QTest::qWait(round % 5);
        writer.kill();
        QVERIFY(writer.waitForFinished());

        const FileSavedTokens tokens(m_path);
        QVERIFY2(tokens.notices().isEmpty(), qPrintable(tokens.notices().join(u' ')));
        QCOMPARE(tokens.entries(u"local"_s).size(), 1);
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == writeForEver) {
        for (FileSavedTokens tokens(arguments.value(2));;) {
            if (!tokens.record(deploy))
                return 1;
            std::fputc('.', stdout);
            std::fflush(stdout);
        }
    }
    TestFileSavedTokens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_filesavedtokens.moc"
