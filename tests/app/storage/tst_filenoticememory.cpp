#include "app/storage/filenoticememory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class FileNoticeMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersForTheNextStart();
    void leavesOutWhatItDoesNotUnderstand();
};

void FileNoticeMemoryTest::remembersForTheNextStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notices.json"));
    const GivenNotice given{QStringLiteral("7"), QDateTime(QDate(2026, 12, 1), QTime(8, 0, 0, 250), Qt::UTC),
                            14};
    {
        FileNoticeMemory memory(path);
        QVERIFY(memory.given(QStringLiteral("local")).isEmpty());
        QVERIFY(memory.keepGiven(QStringLiteral("local"), {given}).ok());
        QVERIFY(memory.keepGiven(QStringLiteral("prod"), {given, given}).ok());
    }
    const FileNoticeMemory later(path);
    QCOMPARE(later.given(QStringLiteral("local")), QList<GivenNotice>{given});
    QCOMPARE(later.given(QStringLiteral("prod")).size(), 2);
    QVERIFY(later.notices().isEmpty());
}

void FileNoticeMemoryTest::leavesOutWhatItDoesNotUnderstand()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notices.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "given": {"local": [7, {"account": "", "end": "2026-12-01T08:00:00Z"},
        {"account": "8", "end": "soon"}, {"account": "9", "end": "2026-12-01T08:00:00Z", "days": 3}]}})");
    file.close();
    const QList<GivenNotice> given = FileNoticeMemory(path).given(QStringLiteral("local"));
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.constFirst().accountId, QStringLiteral("9"));
}

QTEST_GUILESS_MAIN(FileNoticeMemoryTest)
#include "tst_filenoticememory.moc"
