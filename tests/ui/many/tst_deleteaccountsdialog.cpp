#include "tests/ui/many/manyparts.h"
#include "tests/ui/support/controls.h"
#include "ui/many/deleteaccountsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verb = MemoryAdminApi::Verb;

class tst_DeleteAccountsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManyParts> m_parts;
    QPointer<DeleteAccountsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_ended;

    void open()
    {
        m_dialog = new DeleteAccountsDialog(m_parts->changes, m_parts->clock.now(), &m_parts->window);
        m_ended = std::make_unique<QSignalSpy>(m_dialog.data(), &DeleteAccountsDialog::ended);
        m_dialog->open();
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    QPushButton *button(const QString &name) const { return Controls::get<QPushButton>(m_dialog, name); }
    QTableWidget *rows(const QString &name) const { return Controls::get<QTableWidget>(m_dialog, name); }
    QStringList idsLeft() const
    {
        return m_ended->isEmpty() ? QStringList{u"not ended"_s} : m_ended->first().first().toStringList();
    }
    bool says(const QString &text) const { return Controls::says(m_dialog, text); }
    int deletes() const { return m_parts->api->calls(Verb::Delete); }

private Q_SLOTS:
    void init() { m_parts = std::make_unique<ManyParts>(); }
    void cleanup()
    {
        delete m_dialog;
        m_ended.reset();
        m_parts.reset();
    }

    void namesTheAccountsAndWhatItDoes()
    {
        m_parts->saveCopy(u"prod_terraform_eu"_s);
        open();
        QCOMPARE(m_dialog->windowTitle(), u"Delete Service Accounts"_s);
        QVERIFY(says(u"Delete 5 service accounts?"_s));
        QVERIFY(
            says(u"What still uses these tokens stops working at once. Remove the tokens from every project "
                 "and from code first."_s));
        const QTableWidget *table = rows(u"Service accounts to delete"_s);
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->item(2, 0)->text(), u"prod_connector_gcp"_s);
        QCOMPARE(table->item(2, 1)->text(), u"Deployment, Viewer"_s);
        QCOMPARE(table->item(2, 2)->text(), u"2 h ago"_s);
        QCOMPARE(table->item(0, 2)->text(), u"Never used"_s);
        QVERIFY(says(u"console_admin is left out: this console signs in with it."_s));
        QVERIFY(says(u"1 copy in the keychain of this computer is deleted too."_s));
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
    }

    void enterNeverDeletes_data()
    {
        QTest::addColumn<QString>("focused");
        QTest::newRow("as it opens") << u"No"_s;
        QTest::newRow("with the focus on Yes") << u"Yes"_s;
        QTest::newRow("with the focus on the rows") << u"Service accounts to delete"_s;
    }

    void enterNeverDeletes()
    {
        QFETCH(QString, focused);
        open();
        QVERIFY(button(u"No"_s)->hasFocus());
        QWidget *control = Controls::find(m_dialog, focused);
        control->setFocus();
        QTest::keyClick(control, Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(deletes(), 0);
        QVERIFY(m_ended->isEmpty());
        QTRY_VERIFY(!m_parts->changes);
    }

    void yesDeletesAllAndCloses()
    {
        m_parts->saveCopy(u"prod_terraform_eu"_s);
        open();
        button(u"Yes"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->api->accounts().size(), 1);
        QCOMPARE(m_parts->list.model()->total(), 1);
        QVERIFY(!m_parts->vault.has(DialogParts::entry(u"prod_terraform_eu"_s)));
        QCOMPARE(idsLeft(), QStringList{ManyParts::id(u"console_admin"_s)});
        QTRY_VERIFY(!m_parts->changes);
    }

    void reportsEachFailureWithItsReason()
    {
        m_parts->api->failNextOf(ManyParts::id(u"prod_connector_gcp"_s), Verb::Delete,
                                 Error(ErrorKind::LastAdmin));
        open();
        button(u"Yes"_s)->click();
        QTRY_VERIFY(says(u"1 of 5 service accounts not deleted"_s));
        QTRY_VERIFY(Controls::find(m_dialog, u"What was not done"_s));
        const QTableWidget *table = rows(u"What was not done"_s);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), u"prod_connector_gcp"_s);
        QCOMPARE(table->item(0, 1)->text(), Error(ErrorKind::LastAdmin).sentence());
        QVERIFY(!Controls::find(m_dialog, u"Yes"_s));
        button(u"Copy Details"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"prod_connector_gcp\nError: "_s));
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
        button(u"Close"_s)->click();
        QCOMPARE(idsLeft(),
                 (QStringList{ManyParts::id(u"console_admin"_s), ManyParts::id(u"prod_connector_gcp"_s)}));
    }

    void tellsOfACopyThatStayed()
    {
        m_parts->saveCopy(u"prod_terraform_eu"_s);
        m_parts->vault.failWith(Error(ErrorKind::KeychainLocked));
        open();
        button(u"Yes"_s)->click();
        QTRY_VERIFY(Controls::find(m_dialog, u"What was not done"_s));
        QCOMPARE(rows(u"What was not done"_s)->item(0, 1)->text(),
                 u"The copy in the keychain stayed. The keychain is locked. Unlock it and try again."_s);
        QCOMPARE(m_parts->api->accounts().size(), 1);
    }

    void escapeCancelsWhileItRuns()
    {
        open();
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        QVERIFY(says(u"Deleting, 0 of 5 service accounts done"_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!button(u"Cancel"_s)->isEnabled());
        m_parts->api->release();
        QTRY_VERIFY(says(u"1 of 5 service accounts not deleted"_s));
        QVERIFY(says(u"You cancelled. 1 was not begun. What is not done stays selected."_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(idsLeft(),
                 (QStringList{ManyParts::id(u"console_admin"_s), ManyParts::id(u"prod_terraform_eu"_s)}));
    }

    void saysWhenTheServerAsksToWait()
    {
        Error slower(ErrorKind::TooManyRequests);
        slower.retryAfter = 100s;
        m_parts->api->failNext(Verb::Delete, slower);
        open();
        button(u"Yes"_s)->click();
        QTRY_VERIFY(says(u"The server asks to go slower. It goes on by itself in 100 s."_s));
        QVERIFY(button(u"Cancel"_s)->isEnabled());
        button(u"Retry"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->api->accounts().size(), 1);
    }

    void runsOnWithoutItsWindow()
    {
        open();
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        delete m_dialog;
        m_parts->api->release();
        QTRY_COMPARE(m_parts->api->accounts().size(), 1);
        QTRY_VERIFY(!m_parts->changes);
    }

    void outlivesTheOwnerOfTheChanges()
    {
        open();
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        delete m_parts->changes;
        m_parts->api->release();
        m_dialog->reject();
        QTRY_VERIFY(!m_dialog);
    }

    void canBeMade640By400()
    {
        open();
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        QVERIFY(!button(u"Yes"_s)->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(tst_DeleteAccountsDialog)
#include "tst_deleteaccountsdialog.moc"
