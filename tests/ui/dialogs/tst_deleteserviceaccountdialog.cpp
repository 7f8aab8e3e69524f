#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/support/controls.h"
#include "ui/dialogs/deleteserviceaccountdialog.h"
#include "ui/widgets/dialogfoot.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

class tst_DeleteServiceAccountDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogParts> m_parts;
    /// What lives longer than the dialog: in the program, the page.
    std::unique_ptr<QObject> m_owner;
    QPointer<DeleteServiceAccountDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_deleted;

    void open(bool withCopy = false)
    {
        ServiceAccount account =
            m_parts->account(u"ci_deploy"_s, {}, {AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
        account.lastUsedDate = m_parts->clock.now().addSecs(-240);
        m_parts->api->put(account);
        m_parts->loadList();
        if (withCopy) {
            static_cast<void>(m_parts->saved.record(
                {DialogParts::connectionKey(), account.name, account.id, m_parts->clock.now()}));
            m_parts->vault.put(DialogParts::entry(account.name), "a saved value");
        }
        auto *deletion = new AccountDeletion(m_parts->api, m_parts->vault, m_parts->saved,
                                             DialogParts::connectionKey(), account, m_owner.get());
        m_dialog = new DeleteServiceAccountDialog(deletion, m_parts->list, &m_parts->window);
        m_deleted = std::make_unique<QSignalSpy>(m_dialog.data(), &DeleteServiceAccountDialog::deleted);
        m_dialog->open();
        // Not qWaitForWindowActive(): the window below is enough for that.
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    QPushButton *button(const QString &name) const { return Controls::get<QPushButton>(m_dialog, name); }
    QString value(const QString &name) const { return Controls::get<QLineEdit>(m_dialog, name)->text(); }
    QString message() const
    {
        return m_deleted->isEmpty() ? QString() : m_deleted->first().first().toString();
    }
    int deletes() const { return m_parts->api->calls(Verb::Delete); }

private Q_SLOTS:
    void init()
    {
        m_parts = std::make_unique<DialogParts>();
        m_owner = std::make_unique<QObject>();
    }
    void cleanup()
    {
        delete m_dialog;
        m_deleted.reset();
        m_owner.reset();
        m_parts.reset();
    }

    void namesTheAccountAndWhatItDoes()
    {
        open(true);
        QCOMPARE(m_dialog->windowTitle(), u"Delete Service Account"_s);
        QVERIFY(Controls::says(m_dialog, u"Delete ci_deploy?"_s));
        QVERIFY(Controls::says(m_dialog, u"What still uses this token stops working at once. Remove the "
                                         "token from every project and from code first."_s));
        QVERIFY(value(u"Last used"_s).startsWith(u"4 min ago, 24 Nov 2026"_s));
        QCOMPARE(value(u"Expiration"_s), u"Unlimited"_s);
        QCOMPARE(value(u"Keychain"_s), u"Saved on this computer"_s);
        QVERIFY(Controls::says(m_dialog, u"The copy in the keychain of this computer is deleted too."_s));
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
    }

    void noIsTheDefaultAndHasTheFocus()
    {
        open();
        QVERIFY(button(u"No"_s)->isDefault());
        QVERIFY(button(u"No"_s)->hasFocus());
        QVERIFY(!Controls::says(m_dialog, u"The copy in the keychain of this computer is deleted too."_s));
    }

    void enterNeverDeletes_data()
    {
        QTest::addColumn<QString>("focused");
        QTest::newRow("as it opens") << u"No"_s;
        QTest::newRow("with the focus on Yes") << u"Yes"_s;
    }

    void enterNeverDeletes()
    {
        QFETCH(QString, focused);
        open();
        button(focused)->setFocus();
        QTest::keyClick(button(focused), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(deletes(), 0);
        QVERIFY(m_parts->listed(u"ci_deploy"_s));
    }

    void escapeDeletesNothing()
    {
        open();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(deletes(), 0);
        QTRY_VERIFY(m_owner->children().isEmpty());
    }

    void yesDeletesOnce()
    {
        open();
        m_parts->api->hold(Verb::Delete);
        QTest::mouseClick(button(u"Yes"_s), Qt::LeftButton);
        QTest::mouseDClick(button(u"Yes"_s), Qt::LeftButton);
        QCOMPARE(deletes(), 1);
        QCOMPARE(m_dialog->foot()->message(), u"Deleting ci_deploy…"_s);
        QVERIFY(!button(u"Yes"_s)->isEnabled());
        m_parts->api->release();
        QCOMPARE(message(), u"ci_deploy was deleted."_s);
        QVERIFY(!m_parts->listed(u"ci_deploy"_s));
        QTRY_VERIFY(!m_dialog);
        QTRY_VERIFY(m_owner->children().isEmpty());
    }

    void anAccountThatIsGoneAlreadyIsASuccess()
    {
        open();
        m_parts->api->remove(u"id_ci_deploy"_s);
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted."_s);
    }

    void deletesTheCopyInTheKeychainToo()
    {
        open(true);
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted, and its copy in the keychain."_s);
        QVERIFY(!m_parts->vault.has(DialogParts::entry(u"ci_deploy"_s)));
    }

    void saysWhenTheCopyCouldNotBeRemoved()
    {
        open(true);
        m_parts->vault.failWith(Error(ErrorKind::KeychainLocked));
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted. The copy in the keychain could not be removed: The "
                                "keychain is locked. Unlock it and try again."_s);
        QVERIFY(!m_parts->listed(u"ci_deploy"_s));
    }

    void aFailureStaysAndCanBeTriedAgain()
    {
        open();
        const Error error(ErrorKind::LastAdmin);
        m_parts->api->failNext(Verb::Delete, error);
        button(u"Yes"_s)->click();
        QTRY_VERIFY(Controls::says(m_dialog, u"ci_deploy was not deleted"_s));
        QVERIFY(
            Controls::says(m_dialog, error.sentence() + u" The account and its token stay as they were."_s));
        QVERIFY(Controls::find(m_dialog, u"Copy Details"_s));
        QVERIFY(m_parts->listed(u"ci_deploy"_s));
        QVERIFY(button(u"No"_s)->hasFocus());
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted."_s);
    }

    void cancelEndsTheWaitingAndSaysWhatIsNotKnown_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Cancel") << false;
        QTest::newRow("Esc") << true;
    }

    void cancelEndsTheWaitingAndSaysWhatIsNotKnown()
    {
        QFETCH(bool, byKey);
        open();
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        if (byKey)
            QTest::keyClick(m_dialog, Qt::Key_Escape);
        else
            button(u"Cancel"_s)->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(Controls::says(m_dialog, u"It is not known whether ci_deploy was deleted"_s));
        QVERIFY(button(u"No"_s)->hasFocus());
        m_parts->api->release();
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted."_s);
    }

    void aLostAnswerIsResolvedByReading()
    {
        open();
        m_parts->api->failNext(Verb::Delete, Error(ErrorKind::Cut));
        button(u"Yes"_s)->click();
        QTRY_VERIFY(Controls::says(m_dialog, u"ci_deploy was not deleted"_s));
        m_parts->api->failNext(Verb::Delete, Error(ErrorKind::Cut), MemoryAdminApi::Work::Done);
        button(u"Yes"_s)->click();
        QTRY_COMPARE(message(), u"ci_deploy was deleted."_s);
    }

    void aDeletionGoesOnWithoutItsWindow()
    {
        open(true);
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        delete m_dialog;
        m_parts->api->release();
        QTRY_VERIFY(!m_parts->listed(u"ci_deploy"_s));
        QVERIFY(!m_parts->vault.has(DialogParts::entry(u"ci_deploy"_s)));
        QTRY_VERIFY(m_owner->children().isEmpty());
    }

    void outlivesTheOwnerOfItsDeletion()
    {
        open();
        m_parts->api->hold(Verb::Delete);
        button(u"Yes"_s)->click();
        m_owner.reset();
        delete m_dialog;
        m_parts->api->release();
        QVERIFY(m_parts->listed(u"ci_deploy"_s));
    }

    void canBeMade640By400()
    {
        open(true);
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        QVERIFY(!button(u"Yes"_s)->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(tst_DeleteServiceAccountDialog)
#include "tst_deleteserviceaccountdialog.moc"
