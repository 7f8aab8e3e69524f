#include "tests/ui/many/manyparts.h"
#include "tests/ui/support/controls.h"
#include "ui/many/exportdialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ExportDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManyParts> m_parts;
    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<ExportDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_exported;

    void open(ExportDialog::Extent extent = ExportDialog::Extent::Shown, int copies = 1)
    {
        QList<ServiceAccount> accounts;
        for (int copy = 0; copy < copies; ++copy)
            accounts += m_parts->api->accounts();
        m_dialog = new ExportDialog(accounts, extent, u"My / Server: 1"_s, m_parts->clock.now(),
                                    std::chrono::hours(14 * 24), &m_parts->window);
        m_exported = std::make_unique<QSignalSpy>(m_dialog.data(), &ExportDialog::exported);
        m_dialog->open();
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    QPushButton *button(const QString &name) const { return Controls::get<QPushButton>(m_dialog, name); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray content(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_parts = std::make_unique<ManyParts>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        delete m_dialog;
        m_exported.reset();
        m_parts.reset();
    }

    void saysWhatIsExported()
    {
        open();
        QVERIFY(Controls::says(m_dialog, u"Export 6 shown service accounts"_s));
        QCOMPARE(m_dialog->format(), ExportFormat::Csv);
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
        delete m_dialog;
        open(ExportDialog::Extent::Selected);
        QVERIFY(Controls::says(m_dialog, u"Export 6 selected service accounts"_s));
    }

    void offersANameThatIsAFile()
    {
        open();
        QCOMPARE(m_dialog->suggestedName(), u"service-accounts-My-Server-1-2026-11-24.csv"_s);
        Controls::get<QRadioButton>(m_dialog, u"JSON"_s)->click();
        QCOMPARE(m_dialog->suggestedName(), u"service-accounts-My-Server-1-2026-11-24.json"_s);
    }

    void writesTheFileThatWasChosen()
    {
        open();
        button(u"Choose File…"_s)->click();
        auto *files = m_dialog->findChild<QFileDialog *>();
        QVERIFY(files && files->isVisible());
        Q_EMIT files->fileSelected(path(u"out.csv"_s));
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(content(path(u"out.csv"_s)).count("\r\n"), 7);
        QCOMPARE(m_exported->first().first().toString(),
                 u"6 service accounts exported to %1."_s.arg(path(u"out.csv"_s)));
    }

    void writesJson()
    {
        open();
        Controls::get<QRadioButton>(m_dialog, u"JSON"_s)->click();
        m_dialog->exportTo(path(u"out.json"_s));
        QTRY_VERIFY(!m_dialog);
        QVERIFY(content(path(u"out.json"_s)).startsWith("[\n  {\"name\": \"prod_audit_export\""));
    }

    void aFailureIsReadableAndAnotherPlaceCanBeChosen()
    {
        open();
        m_dialog->exportTo(path(u"none/out.csv"_s));
        QVERIFY(Controls::says(m_dialog, u"Nothing was exported"_s));
        QVERIFY(Controls::find(m_dialog, u"Copy Details"_s));
        m_dialog->exportTo(path(u"out.csv"_s));
        QTRY_VERIFY(!m_dialog);
        QVERIFY(QFile::exists(path(u"out.csv"_s)));
    }

    void escapeCancelsAndLeavesNoFile()
    {
        open(ExportDialog::Extent::Shown, 2000);
        m_dialog->exportTo(path(u"out.csv"_s));
        QVERIFY(Controls::says(m_dialog, u"Exporting, 0 of 12000 service accounts written"_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button(u"Choose File…"_s)->isEnabled());
        QVERIFY(QDir(m_folder->path()).isEmpty());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void itsEndInMidFlightLeavesNoFile()
    {
        open(ExportDialog::Extent::Shown, 2000);
        m_dialog->exportTo(path(u"out.csv"_s));
        QCoreApplication::processEvents();
        delete m_dialog;
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void canBeMade640By400()
    {
        open();
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        QVERIFY(!button(u"Choose File…"_s)->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
