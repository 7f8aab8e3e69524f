#include "models/export/accountexport.h"
#include "tests/models/export/exportsamples.h"

#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using State = AccountExport::State;

class tst_AccountExport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountExport> m_export;

    QString path() const { return m_folder->filePath(u"accounts.csv"_s); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putOldFile()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("old"), 3);
    }
    void make(int count, std::unique_ptr<QFileDevice> file)
    {
        QList<ServiceAccount> accounts;
        for (int number = 0; number < count; ++number)
            accounts.append(ExportSamples::account(u"account_%1"_s.arg(number), QString(100, u'x')));
        m_export = std::make_unique<AccountExport>(
            accounts,
            AccountWriter::of(ExportFormat::Csv, QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC),
                              std::chrono::hours(24)),
            std::move(file));
    }
    void make(int count) { make(count, std::make_unique<QSaveFile>(path())); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_export.reset(); }

    void writesAllOfThem()
    {
        make(1000);
        m_export->start();
        QTRY_COMPARE(m_export->state(), State::Done);
        QCOMPARE(m_export->written(), 1000);
        QCOMPARE(content().count("\r\n"), 1001);
        QVERIFY(content().contains("\r\naccount_999,"));
    }

    void writesOnce()
    {
        make(1000);
        m_export->cancel();
        QCOMPARE(m_export->state(), State::Ready);
        m_export->start();
        m_export->start();
        QTRY_COMPARE(m_export->state(), State::Done);
        m_export->cancel();
        m_export->start();
        QCOMPARE(m_export->state(), State::Done);
        QCOMPARE(content().count("\r\n"), 1001);
    }

    void writesIntoAFileThatCannotBeReplaced()
    {
        // As a pipe, or a file in a folder that nobody may write to.
        make(10, std::make_unique<QFile>(path()));
        m_export->start();
        QTRY_COMPARE(m_export->state(), State::Done);
        QCOMPARE(content().count("\r\n"), 11);
    }

    void namesTheKindsOfFiles()
    {
        QCOMPARE(fileExtension(ExportFormat::Csv), u"csv"_s);
        QCOMPARE(fileExtension(ExportFormat::Json), u"json"_s);
    }

    void leavesTheEventLoopFreeMeanwhile()
    {
        make(20000);
        QSignalSpy progress(m_export.get(), &AccountExport::progressed);
        m_export->start();
        // What is posted while it writes is not kept waiting until its end.
        int turnsOfOthers = 0;
        QTimer others;
        others.callOnTimeout([&turnsOfOthers] { ++turnsOfOthers; });
        others.start(0);
        QTRY_COMPARE(m_export->state(), State::Done);
        QCOMPARE(progress.size(), 100);
        QVERIFY(turnsOfOthers >= 90);
    }

    void theOldFileStaysUntilTheEnd()
    {
        putOldFile();
        make(1000);
        m_export->start();
        QCOMPARE(content(), "old");
        QTRY_COMPARE(m_export->state(), State::Done);
        QVERIFY(content().startsWith("name,"));
    }

    void cancelLeavesNoFile()
    {
        make(1000);
        connect(m_export.get(), &AccountExport::progressed, m_export.get(), &AccountExport::cancel);
        m_export->start();
        QTRY_COMPARE(m_export->state(), State::Cancelled);
        QVERIFY(m_export->written() < 1000);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void cancelKeepsTheOldFile()
    {
        putOldFile();
        make(1000);
        m_export->start();
        m_export->cancel();
        QCOMPARE(content(), "old");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"accounts.csv"_s});
    }

    void itsEndInMidFlightLeavesNoFile()
    {
        make(1000);
        m_export->start();
        QCoreApplication::processEvents();
        m_export.reset();
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void saysWhenTheFolderIsMissing()
    {
        make(1, std::make_unique<QSaveFile>(m_folder->filePath(u"none/accounts.csv"_s)));
        m_export->start();
        QCOMPARE(m_export->state(), State::Failed);
        QVERIFY(m_export->error().sentence().startsWith(u"accounts.csv could not be written: "_s));
    }

    void saysWhenTheDiskIsFull()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("This computer has no /dev/full.");
        make(1000, std::make_unique<QFile>(u"/dev/full"_s));
        m_export->start();
        QTRY_COMPARE(m_export->state(), State::Failed);
        QVERIFY2(m_export->error().sentence().contains(u"No space left on device"_s),
                 qPrintable(m_export->error().sentence()));
    }

    void aFileThatCannotGrowKeepsTheOldOne()
    {
        putOldFile();
        make(1000);
        // The kernel refuses to let the file grow, as a full disk does.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 16 * 1024;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        m_export->start();
        while (m_export->state() == State::Writing)
            QCoreApplication::processEvents();
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(m_export->state(), State::Failed);
        QCOMPARE(content(), "old");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"accounts.csv"_s});
    }
};

QTEST_GUILESS_MAIN(tst_AccountExport)
#include "tst_accountexport.moc"
