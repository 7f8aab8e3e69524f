#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/rowmenu.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QStatusBar>
#include <QTest>

namespace {

/// The main window with thirty accounts.
struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};
    AccountTableView *table = window.findChild<AccountTableView *>();

    Shown()
    {
        world.server.fill(30);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        world.openLocal();
    }

    QDialog *dialog()
    {
        for (QDialog *candidate : window.findChildren<QDialog *>()) {
            if (candidate->isVisible() && !qobject_cast<QuestionDialog *>(candidate))
                return candidate;
        }
        return nullptr;
    }
    void fillIn(const QString &name)
    {
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        Controls::get<QLineEdit>(dialog(), QStringLiteral("Name"))->setText(name);
        Controls::toggleRole(dialog(), QStringLiteral("Viewer"));
    }
    void reveal(const QString &name)
    {
        fillIn(name);
        Controls::press(dialog(), QStringLiteral("Generate New Token"));
        QTRY_VERIFY(Controls::find(dialog(), QStringLiteral("Done")));
    }
    QString currentName() { return table->currentIndex().siblingAtColumn(0).data().toString(); }
    QString status() { return window.statusBar()->currentMessage(); }
};

} // namespace

/// The dialogs as the page opens them, and what they leave in the list.
class tst_AccountDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNewRowIsCurrentAfterDone();
    void theNewRowIsShownInSpiteOfTheSearch();
    void aLostAnswerReadsTheListAgain();
    void aDuplicateStartsWithTheSameUnderAFreeName();
    void anEditChangesOneRowAndReadsNoList();
    void deleteAsksAndTakesTheRowAway();
    void deleteTakesTheCopyInTheKeychainToo();
    void noKeepsTheAccount();
    void theAccountThatTheConsoleSignsInWithIsNotDeleted();
    void aSecondDialogDoesNotOpenOverTheFirst();
    void quittingWithARevealAsksThere();
    void quittingWithAnEmptyFormJustQuits();
};

void tst_AccountDialogs::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_AccountDialogs::theNewRowIsCurrentAfterDone()
{
    Shown shown;
    const int lists = shown.world.server.calls(MemoryAdminApi::Verb::List);
    shown.reveal(QStringLiteral("zz_new"));
    Controls::press(shown.dialog(), QStringLiteral("Copy"));
    Controls::press(shown.dialog(), QStringLiteral("Done"));
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.currentName(), QStringLiteral("zz_new"));
    QVERIFY(shown.table->selectionModel()->isRowSelected(shown.table->currentRow()));
    QVERIFY(shown.table->viewport()->rect().intersects(shown.table->visualRect(shown.table->currentIndex())));
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::List), lists);
}

void tst_AccountDialogs::theNewRowIsShownInSpiteOfTheSearch()
{
    Shown shown;
    shown.window.findChild<SearchField *>()->setText(QStringLiteral("account_00"));
    shown.reveal(QStringLiteral("zz_new"));
    Controls::press(shown.dialog(), QStringLiteral("Copy"));
    Controls::press(shown.dialog(), QStringLiteral("Done"));
    QTRY_COMPARE(shown.currentName(), QStringLiteral("zz_new"));
    QVERIFY(Controls::find(&shown.window, QStringLiteral("Clear Filters")));
    QCOMPARE(shown.status(), QStringLiteral("9 of 31 service accounts match “account_00”, 1 new"));
}

void tst_AccountDialogs::aLostAnswerReadsTheListAgain()
{
    Shown shown;
    shown.world.server.setHonoursIdempotencyKeys(false);
    shown.world.server.failNext(MemoryAdminApi::Verb::Create, Error(ErrorKind::Cut),
                                MemoryAdminApi::Work::Done);
    const int lists = shown.world.server.calls(MemoryAdminApi::Verb::List);
    shown.fillIn(QStringLiteral("zz_new"));
    Controls::press(shown.dialog(), QStringLiteral("Generate New Token"));
    QTRY_VERIFY(shown.world.server.calls(MemoryAdminApi::Verb::List) > lists);
    QTRY_VERIFY(shown.world.list.model()->hasName(QStringLiteral("zz_new")));
    // The form is still filled in.
    QCOMPARE(Controls::get<QLineEdit>(shown.dialog(), QStringLiteral("Name"))->text(),
             QStringLiteral("zz_new"));
}

void tst_AccountDialogs::aDuplicateStartsWithTheSameUnderAFreeName()
{
    Shown shown;
    ServiceAccount original = shown.world.list.model()->serviceAccountAt(3);
    original.description = QStringLiteral("Deploys the web front end");
    original.roles = {AccountRole(Role::Deployment), AccountRole(QStringLiteral("Auditor"))};
    original.creationDate = shown.world.clock.now().addDays(-20);
    original.expiryDate = original.creationDate.addDays(90);
    shown.world.list.accountChanged(original);
    shown.table->showAccount(original.id);
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_D, Qt::ControlModifier);
    QDialog *dialog = shown.dialog();
    QVERIFY(dialog);
    auto *name = Controls::get<QLineEdit>(dialog, QStringLiteral("Name"));
    QCOMPARE(name->selectedText(), name->text());
    QVERIFY(!shown.world.list.model()->hasName(name->text()));
    QCOMPARE(Controls::description(Controls::find(dialog, QStringLiteral("Expires in"))),
             QStringLiteral("90 days"));
    const QString roles = Controls::description(Controls::find(dialog, QStringLiteral("Role")));
    QVERIFY2(roles.startsWith(QStringLiteral("Deployment")), qPrintable(roles));
    QVERIFY2(roles.contains(QStringLiteral("Auditor")), qPrintable(roles));
    const QString offered = name->text();
    Controls::press(dialog, QStringLiteral("Generate New Token"));
    QTRY_VERIFY(Controls::find(dialog, QStringLiteral("Done")));
    QVERIFY(shown.world.list.model()->hasName(offered));
    Controls::press(dialog, QStringLiteral("Copy"));
    Controls::press(dialog, QStringLiteral("Done"));
    QTRY_COMPARE(shown.currentName(), offered);
    const ServiceAccount &made = shown.world.list.model()->serviceAccountAt(shown.table->currentRow());
    QCOMPARE(made.description, original.description);
    QCOMPARE(made.roles, QList<AccountRole>{AccountRole(Role::Deployment)});
}

void tst_AccountDialogs::anEditChangesOneRowAndReadsNoList()
{
    Shown shown;
    const int lists = shown.world.server.calls(MemoryAdminApi::Verb::List);
    shown.table->showAccount(QStringLiteral("id_account_007"));
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Return);
    QVERIFY(shown.dialog());
    Controls::toggleRole(shown.dialog(), QStringLiteral("Deployment"));
    Controls::press(shown.dialog(), QStringLiteral("Save Changes"));
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(rolesText(shown.world.list.model()->accountById(QStringLiteral("id_account_007"))->roles),
             QStringLiteral("Deployment, Viewer"));
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::List), lists);
    QCOMPARE(shown.status(), QStringLiteral("account_007 was saved."));
    QCOMPARE(shown.currentName(), QStringLiteral("account_007"));
}

void tst_AccountDialogs::deleteAsksAndTakesTheRowAway()
{
    Shown shown;
    const int lists = shown.world.server.calls(MemoryAdminApi::Verb::List);
    shown.table->showAccount(QStringLiteral("id_account_007"));
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QVERIFY(shown.dialog());
    QVERIFY(shown.world.list.model()->hasName(QStringLiteral("account_007")));
    Controls::press(shown.dialog(), QStringLiteral("Yes"));
    QTRY_VERIFY(!shown.dialog());
    QVERIFY(!shown.world.list.model()->hasName(QStringLiteral("account_007")));
    QVERIFY(!shown.world.server.find(QStringLiteral("account_007")));
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::List), lists);
    QVERIFY2(shown.status().contains(QStringLiteral("account_007")), qPrintable(shown.status()));
}

void tst_AccountDialogs::deleteTakesTheCopyInTheKeychainToo()
{
    Shown shown;
    const QString name = QStringLiteral("account_007");
    const VaultEntry entry = VaultEntry::forAccount(QStringLiteral("local"), name);
    shown.world.vault.put(entry, "a token");
    QVERIFY(shown.world.savedTokens
                .record({QStringLiteral("local"), name, QStringLiteral("id_account_007"),
                         shown.world.clock.now()})
                .ok());
    shown.table->showAccount(QStringLiteral("id_account_007"));
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Delete);
    Controls::press(shown.dialog(), QStringLiteral("Yes"));
    QTRY_VERIFY(!shown.dialog());
    QVERIFY(!shown.world.vault.has(entry));
    QVERIFY2(shown.status().contains(QStringLiteral("keychain")), qPrintable(shown.status()));
}

void tst_AccountDialogs::noKeepsTheAccount()
{
    Shown shown;
    shown.table->showAccount(QStringLiteral("id_account_007"));
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Delete);
    Controls::press(shown.dialog(), QStringLiteral("No"));
    QTRY_VERIFY(!shown.dialog());
    QVERIFY(shown.world.list.model()->hasName(QStringLiteral("account_007")));
    QCOMPARE(shown.world.server.calls(MemoryAdminApi::Verb::Delete), 0);
}

void tst_AccountDialogs::theAccountThatTheConsoleSignsInWithIsNotDeleted()
{
    Shown shown;
    const QString ours = QStringLiteral("id_account_007");
    shown.world.server.setSession({ours, QStringLiteral("account_007"), {}, {}, {}});
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    QVERIFY(shown.world.connection.connectTo(target, SecretText::fromUtf8("a token")).ok());
    QTRY_VERIFY(shown.table->accounts().rowOf(ours) >= 0);
    QTRY_VERIFY(shown.world.connection.signsInWith(*shown.table->accounts().accountById(ours)));
    shown.table->showAccount(ours);
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QVERIFY(!shown.dialog());
    QCOMPARE(shown.status(), QStringLiteral("This console signs in with it."));
    shown.table->openRowMenu(shown.table->currentRow(), QPoint());
    for (const QAction *action : shown.table->rowMenu()->actions()) {
        if (!action->isSeparator())
            QCOMPARE(action->isEnabled(), action->text() != QStringLiteral("Delete"));
    }
    shown.table->rowMenu()->close();
}

void tst_AccountDialogs::aSecondDialogDoesNotOpenOverTheFirst()
{
    Shown shown;
    shown.fillIn(QStringLiteral("zz_new"));
    QDialog *first = shown.dialog();
    Q_EMIT shown.table->editRequested(QStringLiteral("id_account_001"));
    Q_EMIT shown.table->deleteRequested(QStringLiteral("id_account_001"));
    QCOMPARE(shown.dialog(), first);
    QCOMPARE(first->windowTitle(), QStringLiteral("Add Service Account"));
}

void tst_AccountDialogs::quittingWithARevealAsksThere()
{
    Shown shown;
    shown.reveal(QStringLiteral("zz_new"));
    shown.window.close();
    QVERIFY(shown.window.isVisible());
    auto *question = shown.dialog()->findChild<QuestionDialog *>();
    QVERIFY(question && question->isVisible());
    // Esc keeps the token, and nobody quits.
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(shown.dialog());
    QVERIFY(shown.window.isVisible());
    Controls::press(shown.dialog(), QStringLiteral("Copy"));
    shown.window.close();
    QVERIFY(!shown.window.isVisible());
}

void tst_AccountDialogs::quittingWithAnEmptyFormJustQuits()
{
    Shown shown;
    QTest::keyClick(&shown.window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(shown.dialog());
    shown.window.close();
    QVERIFY(!shown.window.isVisible());
}

QTEST_MAIN(tst_AccountDialogs)
#include "tst_accountdialogs.moc"
