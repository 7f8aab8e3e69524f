#include "app/systemclock.h"
#include "tests/app/local_api/testserver.h"
#include "tests/support/cuttingproxy.h"
#include "tests/ui/pages/faultypage.h"
#include "tests/ui/support/controls.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Cut = CuttingProxy::Cut;
using Way = CuttingProxy::Way;

namespace {

const QString generate = u"Generate New Token"_s;
const QString makeAgain = u"Delete It and Make It Again"_s;

/// A base, so that it is there before MemoryParts.
struct CutServer
{
    SystemClock clock;
    TestServer server;
    CuttingProxy proxy{QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()))};
    QuickApis apis{2s};

    QJsonArray accountsNamed(const QByteArray &name) const
    {
        return server.call("GET", TestServer::accounts + "?name=" + name).json().value("items"_L1).toArray();
    }
};

/// The page over the real client, the proxy and the real local API.
struct CutPage : public CutServer, public MemoryParts
{
    CutPage()
        : MemoryParts(clock, apis)
        , page(parts)
    {
        page.resize(1068, 740);
        page.show();
    }

    bool open()
    {
        ApiTarget target;
        target.address = proxy.address();
        return connection.connectTo(target, SecretText::fromUtf8(server.adminToken())).ok() &&
               QTest::qWaitFor([this] { return list.state() == AccountList::State::Loaded; }, 20000);
    }

    /// Presses "Generate New Token".
    void create(const QString &name = u"deploy_bot"_s)
    {
        page.createAccount();
        Controls::get<QLineEdit>(dialog(), u"Name"_s)->setText(name);
        Controls::get<QLineEdit>(dialog(), u"Description"_s)->setText(u"Deploys"_s);
        Controls::toggleRole(dialog(), u"Viewer"_s);
        Controls::press(dialog(), generate);
    }

    QDialog *dialog() const
    {
        for (QDialog *candidate : page.findChildren<QDialog *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QString said() const { return Controls::texts(dialog()).join(u'\n'); }
    qsizetype posts() const { return proxy.timesAsked("POST " + TestServer::accounts + ' '); }

    ServiceAccountsPage page;
};

} // namespace

Q_DECLARE_METATYPE(CuttingProxy::Cut)
Q_DECLARE_METATYPE(CuttingProxy::Way)

/// "Add Service Account" over the real client and the real local API, whose answer to the create is lost on
/// the wire: each of the four outcomes. Where no answer before has shown that the server honours keys,
/// nothing is asked for again.
class tst_LostCreate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aServerThatHonoursKeysIsAskedForTheTokenAgain();
    void aLostTokenIsSaidToBeGoneAndMadeAgainInOneStep_data();
    void aLostTokenIsSaidToBeGoneAndMadeAgainInOneStep();
    void aDeletionWhoseAnswerIsLostTooIsGoneOnFrom();
    void whatWasNotMadeIsStillTypedAndCanBeMade();
    void anAccountOfSomebodyElseIsNotOfferedForDeletion_data();
    void anAccountOfSomebodyElseIsNotOfferedForDeletion();
};

void tst_LostCreate::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_LostCreate::aServerThatHonoursKeysIsAskedForTheTokenAgain()
{
    CutPage shown;
    QVERIFY(shown.open());
    // An answer that arrives shows it.
    shown.create();
    QTRY_VERIFY(Controls::find(shown.dialog(), u"Done"_s));
    Controls::press(shown.dialog(), u"Copy"_s);
    Controls::press(shown.dialog(), u"Done"_s);
    QTRY_VERIFY(!shown.dialog());
    shown.proxy.cutAfter(Way::ToClient, 0, Cut::Reset);
    shown.create(u"deploy_bot_2"_s);
    QTRY_VERIFY(Controls::find(shown.dialog(), u"Save to Keychain"_s));
    QVERIFY(shown.proxy.hasCut());
    QCOMPARE(shown.posts(), 3);
    QCOMPARE(shown.accountsNamed("deploy_bot_2").size(), 1);
}

void tst_LostCreate::aLostTokenIsSaidToBeGoneAndMadeAgainInOneStep_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<Cut>("cut");
    QTest::newRow("closed before the answer") << qint64{0} << Cut::Close;
    QTest::newRow("reset before the answer") << qint64{0} << Cut::Reset;
    QTest::newRow("silence instead of the answer") << qint64{0} << Cut::Stall;
    QTest::newRow("closed in the head of the answer") << qint64{60} << Cut::Close;
    QTest::newRow("closed in its body") << qint64{400} << Cut::Close;
    QTest::newRow("reset in its body") << qint64{400} << Cut::Reset;
}

void tst_LostCreate::aLostTokenIsSaidToBeGoneAndMadeAgainInOneStep()
{
    QFETCH(qint64, bytes);
    QFETCH(Cut, cut);
    CutPage shown;
    QVERIFY(shown.open());
    shown.proxy.cutAfter(Way::ToClient, bytes, cut);
    shown.create();
    QTRY_VERIFY_WITH_TIMEOUT(shown.said().contains(u"deploy_bot was made, but its token is gone."_s), 20000);
    QVERIFY(shown.proxy.hasCut());
    QVERIFY(
        shown.said().contains(u"The answer with the token was lost, and it cannot be shown again. As it is, "
                              "nobody can use the account."_s));
    QCOMPARE(shown.posts(), 1);
    const QJsonArray lost = shown.accountsNamed("deploy_bot");
    QCOMPARE(lost.size(), 1);
    QCOMPARE(Controls::get<QLineEdit>(shown.dialog(), u"Description"_s)->text(), u"Deploys"_s);

    Controls::press(shown.dialog(), makeAgain);
    QTRY_VERIFY_WITH_TIMEOUT(Controls::find(shown.dialog(), u"Done"_s), 20000);
    QCOMPARE(shown.posts(), 2);
    const QJsonArray made = shown.accountsNamed("deploy_bot");
    QCOMPARE(made.size(), 1);
    QVERIFY(made.at(0)["id"_L1] != lost.at(0)["id"_L1]);
    const TokenCreation *creation = shown.creations.unfinished();
    QVERIFY(creation);
    QCOMPARE(creation->account().id, made.at(0)["id"_L1].toString());
    const QByteArray token = creation->token().reveal().toByteArray();
    QCOMPARE(shown.server.callAs(token, "GET", "/api/client/v1/session").status, 200);
}

void tst_LostCreate::aDeletionWhoseAnswerIsLostTooIsGoneOnFrom()
{
    CutPage shown;
    QVERIFY(shown.open());
    shown.proxy.cutAfter(Way::ToClient, 0, Cut::Reset);
    shown.create();
    QTRY_VERIFY(Controls::find(shown.dialog(), makeAgain));
    const QJsonArray lost = shown.accountsNamed("deploy_bot");
    shown.proxy.cutAfter(Way::ToClient, 0, Cut::Reset);
    Controls::press(shown.dialog(), makeAgain);
    QTRY_VERIFY(Controls::find(shown.dialog(), u"Done"_s));
    QVERIFY(shown.proxy.hasCut());
    const QJsonArray made = shown.accountsNamed("deploy_bot");
    QCOMPARE(made.size(), 1);
    QVERIFY(made.at(0)["id"_L1] != lost.at(0)["id"_L1]);
}

void tst_LostCreate::whatWasNotMadeIsStillTypedAndCanBeMade()
{
    CutPage shown;
    QVERIFY(shown.open());
    shown.proxy.cutAfter(Way::ToServer, 10, Cut::Reset);
    shown.create();
    QTRY_VERIFY(shown.said().contains(u"deploy_bot was not made."_s));
    QVERIFY(!Controls::find(shown.dialog(), makeAgain));
    QCOMPARE(shown.accountsNamed("deploy_bot").size(), 0);
    QCOMPARE(Controls::get<QLineEdit>(shown.dialog(), u"Description"_s)->text(), u"Deploys"_s);
    Controls::press(shown.dialog(), generate);
    QTRY_VERIFY(Controls::find(shown.dialog(), u"Done"_s));
    QCOMPARE(shown.accountsNamed("deploy_bot").size(), 1);
}

void tst_LostCreate::anAccountOfSomebodyElseIsNotOfferedForDeletion_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<Cut>("cut");
    QTest::newRow("the refusal is lost, closed") << Way::ToClient << Cut::Close;
    QTest::newRow("the refusal is lost, reset") << Way::ToClient << Cut::Reset;
    QTest::newRow("the refusal is lost, silence") << Way::ToClient << Cut::Stall;
    QTest::newRow("the request never arrived") << Way::ToServer << Cut::Close;
}

void tst_LostCreate::anAccountOfSomebodyElseIsNotOfferedForDeletion()
{
    QFETCH(Way, way);
    QFETCH(Cut, cut);
    CutPage shown;
    const QByteArray dana = TestServer::token(shown.server.create("dana", R"("Admin")"));
    QVERIFY(shown.open());
    // After the list was read: the form does not know that the name is taken.
    const QByteArray theirs = R"({"name":"deploy_bot","description":"Deploys","roles":["Viewer"],)"
                              R"("expiry_date":null})";
    QCOMPARE(shown.server.callAs(dana, "POST", TestServer::accounts, theirs).status, 200);
    shown.proxy.cutAfter(way, 0, cut);
    shown.create();
    QTRY_VERIFY_WITH_TIMEOUT(shown.said().contains(u"It cannot be told whose deploy_bot is."_s), 20000);
    QVERIFY(shown.proxy.hasCut());
    QVERIFY(shown.said().contains(u"An account of that name exists, and it may be somebody else's."_s));
    for (const QWidget *control : Controls::all(shown.dialog()))
        QVERIFY2(!Controls::name(control).contains(u"Delete"_s), qPrintable(Controls::name(control)));
    QCOMPARE(shown.posts(), 1);
    QCOMPARE(shown.proxy.timesAsked("DELETE "), 0);
    QCOMPARE(shown.accountsNamed("deploy_bot").size(), 1);
    QCOMPARE(Controls::get<QLineEdit>(shown.dialog(), u"Description"_s)->text(), u"Deploys"_s);
    Controls::get<QLineEdit>(shown.dialog(), u"Name"_s)->setText(u"deploy_bot_2"_s);
    QVERIFY(Controls::get<QWidget>(shown.dialog(), generate)->isEnabled());
}

QTEST_MAIN(tst_LostCreate)
#include "tst_lostcreate.moc"
