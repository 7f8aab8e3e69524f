#include "app/storage/filejournal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using Stage = JournalEntry::Stage;

class FileJournalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersEachEntryAfterARestart_data();
    void remembersEachEntryAfterARestart();
    void replacesTheEntryOfTheSameClick();
    void forgetsWhatIsDropped();
    void leavesWhatItDoesNotUnderstandInTheFile();
    void saysWhenTheDiskTakesNothing();
    void isForItsOwnerAlone();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("journal.json")); }
    QTemporaryDir m_folder;
};

namespace {

const QDateTime begun(QDate(2026, 11, 24), QTime(10, 42, 1, 234), Qt::UTC);

JournalEntry entry(const QString &key, Stage stage = Stage::Sent)
{
    return {key,
            QStringLiteral("local"),
            {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
             *AccountDescription::fromText(QString::fromUtf8("Grüße 🚀")),
             *Expiration::until(begun.addDays(30), begun), *RoleSet::of({Role::Admin, Role::Viewer})},
            begun,
            true,
            stage,
            stage == Stage::Sent ? QString() : QStringLiteral("id_1"),
            stage == Stage::Answered,
            stage == Stage::Answered};
}

} // namespace

void FileJournalTest::remembersEachEntryAfterARestart_data()
{
    QTest::addColumn<JournalEntry>("kept");
    QTest::newRow("sent") << entry(QStringLiteral("a"));
    QTest::newRow("answered") << entry(QStringLiteral("b"), Stage::Answered);
    QTest::newRow("stored") << entry(QStringLiteral("c"), Stage::Stored);
    QTest::newRow("not made") << entry(QStringLiteral("d"), Stage::NotMade);
    JournalEntry unlimited = entry(QStringLiteral("e"));
    unlimited.request.expiration = Expiration::unlimited();
    QTest::newRow("unlimited") << unlimited;
    JournalEntry elsewhere = entry(QStringLiteral("g"));
    elsewhere.server = QUrl(QStringLiteral("https://api.example.com:8443/apono"));
    QTest::newRow("on a server") << elsewhere;
    JournalEntry marked = entry(QStringLiteral("f"));
    marked.request.description = *AccountDescription::fromText(QStringLiteral("\uFEFFmarked"));
    QTest::newRow("with a byte order mark") << marked;
}

void FileJournalTest::remembersEachEntryAfterARestart()
{
    QFETCH(JournalEntry, kept);
    QFile::remove(path());
    QVERIFY(FileJournal(path()).keep(kept).ok());
    QCOMPARE(FileJournal(path()).entries(), QList<JournalEntry>{kept});
}

void FileJournalTest::replacesTheEntryOfTheSameClick()
{
    QFile::remove(path());
    FileJournal journal(path());
    QVERIFY(journal.keep(entry(QStringLiteral("a"))).ok());
    QVERIFY(journal.keep(entry(QStringLiteral("b"))).ok());
    QVERIFY(journal.keep(entry(QStringLiteral("a"), Stage::Answered)).ok());
    QCOMPARE(journal.entries().size(), 2);
    QCOMPARE(journal.entries().constFirst().stage, Stage::Answered);
}

void FileJournalTest::forgetsWhatIsDropped()
{
    QFile::remove(path());
    FileJournal journal(path());
    QVERIFY(journal.keep(entry(QStringLiteral("a"))).ok());
    QVERIFY(journal.drop(QStringLiteral("a")).ok());
    QVERIFY(journal.drop(QStringLiteral("a")).ok());
    QVERIFY(FileJournal(path()).entries().isEmpty());
}

void FileJournalTest::leavesWhatItDoesNotUnderstandInTheFile()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version": 1, "creations": [{"idempotency_key": "x", "name": "UPPER", "begun_at": "never"}]})");
    file.close();
    FileJournal journal(path());
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(journal.keep(entry(QStringLiteral("a"))).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("UPPER"));
}

void FileJournalTest::saysWhenTheDiskTakesNothing()
{
    FileJournal journal(m_folder.filePath(QStringLiteral("no such folder/journal.json")));
    const Result<Done> kept = journal.keep(entry(QStringLiteral("a")));
    QVERIFY(!kept.ok());
    QCOMPARE(kept.error().kind, ErrorKind::FileUnwritable);
    QVERIFY(journal.entries().isEmpty());
}

void FileJournalTest::isForItsOwnerAlone()
{
    QFile::remove(path());
    QVERIFY(FileJournal(path()).keep(entry(QStringLiteral("a"))).ok());
    QCOMPARE(QFile::permissions(path()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(FileJournalTest)
#include "tst_filejournal.moc"
