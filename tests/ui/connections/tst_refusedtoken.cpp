#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/usetokendialog.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenedit.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

namespace {

/// The main window, connected to a server that knows three accounts.
struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    explicit Shown(Connection::Kind kind = Connection::Kind::Server)
    {
        world.server.fill(3);
        if (kind == Connection::Kind::Local) {
            window.show();
            world.openLocal();
            return;
        }
        window.show();
        world.connection.open(world.addServer().key);
        if (!QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; }))
            qFatal("the list is not read");
    }

    AccountDialogs *dialogs() { return window.findChild<ServiceAccountsPage *>()->dialogs(); }
    QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    bool says(const QString &text) { return dialog() && Controls::says(dialog(), text); }
    void press(const QString &name) { Controls::press(dialog(), name); }

    void refuse() { world.server.failAlways(Error(ErrorKind::Unauthorized)); }
    void signInWithAnotherToken()
    {
        press(u"Use Another Token…"_s);
        auto *use = qobject_cast<UseTokenDialog *>(dialog());
        QVERIFY(use);
        world.server.failAlways({});
        Controls::get<TokenEdit>(use, u"Token"_s)->setText(u"another token"_s);
        Controls::press(use, u"Use Token"_s);
    }
};

} // namespace

/// "401 offers Use Another Token… and then continues where it was", in every dialog that writes.
class tst_RefusedToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }

    void aCreationGoesOn()
    {
        Shown shown;
        shown.dialogs()->openNew();
        Controls::get<QLineEdit>(shown.dialog(), u"Name"_s)->setText(u"ci_deploy"_s);
        Controls::toggleRole(shown.dialog(), u"Viewer"_s);
        shown.refuse();
        shown.press(u"Generate New Token"_s);
        QTRY_VERIFY(shown.says(u"ci_deploy was not made."_s));
        shown.signInWithAnotherToken();
        QTRY_VERIFY(shown.says(u"Not copied and not saved yet."_s));
        QVERIFY(shown.world.server.find(u"ci_deploy"_s));
        QCOMPARE(shown.world.server.calls(Verb::Create), 2);
        delete shown.dialog();
    }

    void anEditGoesOn()
    {
        Shown shown;
        shown.dialogs()->openEdit(u"id_account_001"_s);
        Controls::get<QLineEdit>(shown.dialog(), u"Description"_s)->setText(u"new text"_s);
        shown.refuse();
        shown.press(u"Save Changes"_s);
        QTRY_VERIFY(shown.says(u"The changes were not saved"_s));
        shown.signInWithAnotherToken();
        QTRY_COMPARE(shown.world.server.find(u"account_001"_s)->description, u"new text"_s);
        QTRY_VERIFY(!shown.dialog());
    }

    void aDeletionGoesOn()
    {
        Shown shown;
        shown.dialogs()->openDelete(u"id_account_001"_s);
        shown.refuse();
        shown.press(u"Yes"_s);
        QTRY_VERIFY(shown.says(u"account_001 was not deleted"_s));
        shown.signInWithAnotherToken();
        QTRY_VERIFY(!shown.world.server.find(u"account_001"_s));
        QTRY_VERIFY(!shown.dialog());
    }

    void aChangeOfManyGoesOn()
    {
        Shown shown;
        shown.dialogs()->openMany(ManyChange::Kind::Delete, shown.world.server.accounts());
        shown.refuse();
        shown.press(u"Yes"_s);
        QTRY_VERIFY(shown.says(u"The token of this connection is not accepted"_s));
        shown.signInWithAnotherToken();
        QTRY_VERIFY(shown.world.server.accounts().isEmpty());
        QTRY_VERIFY(!shown.dialog());
    }

    void theAccountOfTheNewTokenIsNotDeleted_data()
    {
        QTest::addColumn<bool>("isOneOfMany");
        QTest::newRow("alone") << false;
        QTest::newRow("one of many") << true;
    }

    void theAccountOfTheNewTokenIsNotDeleted()
    {
        QFETCH(bool, isOneOfMany);
        Shown shown;
        if (isOneOfMany)
            shown.dialogs()->openMany(ManyChange::Kind::Delete, shown.world.server.accounts());
        else
            shown.dialogs()->openDelete(u"id_account_001"_s);
        shown.refuse();
        shown.press(u"Yes"_s);
        QTRY_VERIFY(Controls::find(shown.dialog(), u"Use Another Token…"_s));
        Session own;
        own.userId = u"id_account_001"_s;
        shown.world.server.setSession(own);
        shown.signInWithAnotherToken();
        QTRY_VERIFY(isOneOfMany ? shown.says(u"1 of 3 service accounts not deleted"_s) : !shown.dialog());
        QVERIFY(shown.world.server.find(u"account_001"_s));
        QCOMPARE(shown.world.server.accounts().size(), isOneOfMany ? 1 : 3);
    }

    void nothingGoesOnWhenOneDecidesOtherwise()
    {
        Shown shown;
        shown.dialogs()->openDelete(u"id_account_001"_s);
        shown.refuse();
        shown.press(u"Yes"_s);
        QTRY_VERIFY(shown.says(u"account_001 was not deleted"_s));
        shown.press(u"Use Another Token…"_s);
        shown.dialog()->reject();
        QTRY_VERIFY(shown.says(u"account_001 was not deleted"_s));
        QCOMPARE(shown.world.server.calls(Verb::Delete), 1);
    }

    void theLocalWorkspaceHasNoTokenToReplace()
    {
        Shown shown(Connection::Kind::Local);
        shown.dialogs()->openDelete(u"id_account_001"_s);
        shown.refuse();
        shown.press(u"Yes"_s);
        QTRY_VERIFY(shown.says(u"account_001 was not deleted"_s));
        QVERIFY(!Controls::find(shown.dialog(), u"Use Another Token…"_s));
    }
};

QTEST_MAIN(tst_RefusedToken)
#include "tst_refusedtoken.moc"
