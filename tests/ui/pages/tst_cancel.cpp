#include "tests/ui/pages/faultypage.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/usetokendialog.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

using namespace std::chrono_literals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

const QByteArray accounts =
    R"({"id":"a1","name":"ci_deploy","description":"CI","roles":["Deployment"],"expiry_date":null},)"
    R"({"id":"a2","name":"ci_test","description":"CI","roles":["Viewer"],"expiry_date":null})";
const QByteArray ciDeploy =
    R"({"id":"a1","name":"ci_deploy","description":"CI","roles":["Deployment"],"expiry_date":null})";

/// What a cancel promises: the answer is there when the click returns, without a turn of the event loop.
constexpr qint64 mostMilliseconds = 100;

} // namespace

/// Everything that can take long, against a server or a keychain that keeps silent: Cancel is answered at
/// once, and says what is known.
class tst_Cancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_shown.reset(); }
    void stopsReadingTheList();
    void stopsWaitingForTheKeychainOfAConnection();
    void aPressOnRefreshTwiceStopsNothing();
    void leavesACreateThatGoesOn();
    void stopsWaitingForAnEdit();
    void stopsWaitingForADeletion();
    void beginsNoMoreOfAChangeOfMany();
    void stopsTryingAToken();

private:
    /// Requests of this method are never answered.
    void keepSilentOn(const QByteArray &method);
    void press(const QWidget *window, const QString &button);
    QDialog *dialog() const { return m_shown->dialog(); }

    std::unique_ptr<FaultyPage> m_shown;
};

void tst_Cancel::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_Cancel::init()
{
    m_shown = std::make_unique<FaultyPage>(accounts);
    QVERIFY(m_shown->open());
}

void tst_Cancel::keepSilentOn(const QByteArray &method)
{
    m_shown->server.setScript([method](const Request &request) {
        return request.method == method ? Reply::silence() : Reply::json(200, ciDeploy, "ETag: \"v1\"\r\n");
    });
}

void tst_Cancel::press(const QWidget *window, const QString &button)
{
    QElapsedTimer timer;
    timer.start();
    Controls::press(window, button);
    QVERIFY2(timer.elapsed() <= mostMilliseconds, qPrintable(QString::number(timer.elapsed())));
}

void tst_Cancel::stopsReadingTheList()
{
    // Byte for byte, so that it goes on and comes to no end.
    m_shown->answerListWith(Reply::json(200, QByteArray(100, ' ')).dripping(100ms));
    m_shown->page.refresh();
    QTRY_VERIFY(Controls::find(&m_shown->page, QStringLiteral("Stop Loading")));
    QVERIFY(!Controls::find(&m_shown->page, QStringLiteral("Refresh")));
    press(&m_shown->page, QStringLiteral("Stop Loading"));
    QCOMPARE(m_shown->list.state(), AccountList::State::Failed);
    QVERIFY(Controls::says(&m_shown->page, QStringLiteral("Loading was stopped")));
    QVERIFY(Controls::find(&m_shown->page, QStringLiteral("Refresh")));
    QVERIFY(!Controls::find(&m_shown->page, QStringLiteral("Stop Loading")));
    QCOMPARE(m_shown->list.model()->rowCount(), 2);
    // Nothing goes on by itself after that.
    QVERIFY(!m_shown->list.nextTryAt().isValid());
    m_shown->answerWell();
    QVERIFY(m_shown->refresh());
    QVERIFY(!Controls::says(&m_shown->page, QStringLiteral("Loading was stopped")));
}

void tst_Cancel::stopsWaitingForTheKeychainOfAConnection()
{
    const Connection other = m_shown->store.addServer(QStringLiteral("https://b.example.com"));
    m_shown->vault.hold();
    QVERIFY(m_shown->connection.open(other.key));
    QTRY_VERIFY(Controls::find(&m_shown->page, QStringLiteral("Stop Loading")));
    press(&m_shown->page, QStringLiteral("Stop Loading"));
    QCOMPARE(m_shown->connection.state(), CurrentConnection::State::NeedsCredential);
    QVERIFY(!Controls::find(&m_shown->page, QStringLiteral("Stop Loading")));
}

void tst_Cancel::aPressOnRefreshTwiceStopsNothing()
{
    m_shown->answerListWith(Reply::silence());
    Controls::press(&m_shown->page, QStringLiteral("Refresh"));
    Controls::press(&m_shown->page, QStringLiteral("Refresh"));
    QCOMPARE(m_shown->list.state(), AccountList::State::Loading);
}

void tst_Cancel::leavesACreateThatGoesOn()
{
    keepSilentOn("POST");
    m_shown->page.createAccount();
    Controls::get<QLineEdit>(dialog(), QStringLiteral("Name"))->setText(QStringLiteral("deploy_bot"));
    Controls::toggleRole(dialog(), QStringLiteral("Viewer"));
    Controls::press(dialog(), QStringLiteral("Generate New Token"));
    QTRY_COMPARE(m_shown->server.count("POST"), 1);
    press(dialog(), QStringLiteral("Cancel"));
    QWidget *question = Controls::questionWith(dialog(), QStringLiteral("Leave Anyway"));
    QVERIFY(question);
    Controls::press(question, QStringLiteral("Leave Anyway"));
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_shown->journal.entries().size(), 1);
}

void tst_Cancel::stopsWaitingForAnEdit()
{
    keepSilentOn("PUT");
    m_shown->page.dialogs()->openEdit(QStringLiteral("a1"));
    auto *description = Controls::get<QLineEdit>(dialog(), QStringLiteral("Description"));
    description->setText(QStringLiteral("Mine"));
    Controls::press(dialog(), QStringLiteral("Save Changes"));
    QTRY_COMPARE(m_shown->server.count("PUT"), 1);
    press(dialog(), QStringLiteral("Cancel"));
    QVERIFY(Controls::says(dialog(), QStringLiteral("It is not known whether the changes were saved")));
    QCOMPARE(description->text(), QStringLiteral("Mine"));
}

void tst_Cancel::stopsWaitingForADeletion()
{
    keepSilentOn("DELETE");
    m_shown->page.dialogs()->openDelete(QStringLiteral("a1"));
    Controls::press(dialog(), QStringLiteral("Yes"));
    QTRY_COMPARE(m_shown->server.count("DELETE"), 1);
    press(dialog(), QStringLiteral("Cancel"));
    QVERIFY(Controls::says(dialog(), QStringLiteral("It is not known whether ci_deploy was deleted")));
}

void tst_Cancel::beginsNoMoreOfAChangeOfMany()
{
    keepSilentOn("DELETE");
    m_shown->page.selectAll();
    m_shown->page.deleteSelected();
    Controls::press(dialog(), QStringLiteral("Yes"));
    QTRY_COMPARE(m_shown->server.count("DELETE"), 2);
    press(dialog(), QStringLiteral("Cancel"));
    QVERIFY(!Controls::get<QWidget>(dialog(), QStringLiteral("Cancel"))->isEnabled());
    // What is in flight is told when it has ended; the window need not be waited for.
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void tst_Cancel::stopsTryingAToken()
{
    m_shown->server.setScript([](const Request &) { return Reply::silence(); });
    UseTokenDialog tried(m_shown->connection, m_shown->apis, &m_shown->page);
    tried.open();
    Controls::get<QLineEdit>(&tried, QStringLiteral("Token"))->setText(QStringLiteral("another-token"));
    const qsizetype before = m_shown->server.requests().size();
    Controls::press(&tried, QStringLiteral("Use Token"));
    QTRY_VERIFY(m_shown->server.requests().size() > before);
    press(&tried, QStringLiteral("Cancel"));
    QVERIFY(!tried.isVisible());
}

QTEST_MAIN(tst_Cancel)
#include "tst_cancel.moc"
