#include "tests/ui/pages/faultypage.h"
#include "tests/ui/support/controls.h"
#include "ui/pages/accountdialogs.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

Q_DECLARE_METATYPE(FaultServer::Reply)

namespace {

const QByteArray ciDeploy =
    R"({"id":"a1","name":"ci_deploy","description":"CI","roles":["Deployment"],"expiry_date":null,)"
    R"("creation_date":"2026-01-02T03:04:05Z"})";
const QByteArray ciDeployByOthers =
    R"({"id":"a1","name":"ci_deploy","description":"By Dana","roles":["Deployment"],"expiry_date":null,)"
    R"("creation_date":"2026-01-02T03:04:05Z"})";

QByteArray envelope(const QByteArray &items)
{
    return R"({"items":[)" + items + R"(],"pagination":{"next_page_token":null}})";
}

Reply problem(int status, const QByteArray &code, const QByteArray &more = {}, const QByteArray &headers = {})
{
    return Reply::json(status,
                       R"({"title":"T","detail":"What the server says.","code":")" + code + "\"" + more + "}",
                       headers);
}

/// What all labels and the descriptions of all fields of a window say.
QString everythingIn(const QWidget *window)
{
    QStringList texts = Controls::texts(window);
    for (const QWidget *control : Controls::all(window))
        texts.append(Controls::description(control));
    return texts.join(u'\n');
}

} // namespace

/// The dialogs over the real client against a server that refuses or fails: what is said, what stays typed,
/// and what is left in the list.
class tst_DialogFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCreateThatFailsKeepsTheForm_data();
    void aCreateThatFailsKeepsTheForm();
    void anEditThatFailsKeepsWhatWasTyped_data();
    void anEditThatFailsKeepsWhatWasTyped();
    void aDeletionThatFailsKeepsTheRow_data();
    void aDeletionThatFailsKeepsTheRow();
    void anAccountThatIsGoneAlreadyIsDeleted();

private:
    /// The method answers so; everything else as the contract says.
    static FaultServer::Script answering(const QByteArray &method, const Reply &reply,
                                         const QByteArray &item = ciDeploy);
};

void tst_DialogFaults::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

FaultServer::Script tst_DialogFaults::answering(const QByteArray &method, const Reply &reply,
                                                const QByteArray &item)
{
    return [=](const Request &request) {
        if (request.method == method)
            return reply;
        if (request.target.startsWith("/api/admin/v1/service-accounts?"))
            return Reply::json(200, envelope(item));
        return Reply::json(200, item, "ETag: \"v2\"\r\n");
    };
}

void tst_DialogFaults::aCreateThatFailsKeepsTheForm_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Reply &reply, const char *sentence) {
        QTest::newRow(name) << reply << QString::fromUtf8(sentence);
    };
    row("401", problem(401, ""), "Connect with another token. No account and no token was made.");
    row("403", problem(403, ""), "by an Admin only");
    row("404 on the path", problem(404, ""), "the resource path of this connection");
    row("409 name_taken", problem(409, "name_taken"), "taken");
    row("409 without a known code", problem(409, "E7"), "What the server says.");
    row("409 replay_expired", problem(409, "replay_expired"), "deploy_bot was made and deleted again");
    row("422 about the name",
        problem(422, "invalid", R"(,"errors":[{"field":"name","code":"x","message":"Not so."}])"),
        "The server says: “Not so.”");
    row("422 about nothing", problem(422, "invalid"), "refuses these values");
    row("422 key_reused", problem(422, "key_reused"), "so no account and no token was made. Try again.");
    row("429", problem(429, "", "", "Retry-After: 7\r\n"), "deploy_bot was not made");
    row("500 with HTML", Reply::typed(500, "text/html", "<html>"),
        "The console looked: there is no account of that name");
    row("a login page", Reply::typed(200, "text/html", "<html>"), "deploy_bot was not made.");
    row("cut", Reply::json(200, ciDeploy).cutBy(20),
        "The answer was lost, so the console looked: there is no account of that name");
}

void tst_DialogFaults::aCreateThatFailsKeepsTheForm()
{
    QFETCH(Reply, reply);
    QFETCH(QString, sentence);
    FaultyPage shown(ciDeploy);
    QVERIFY(shown.open());
    shown.server.setScript(answering("POST", reply));
    shown.page.createAccount();
    QDialog *dialog = shown.dialog();
    QVERIFY(dialog);
    Controls::get<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("deploy_bot"));
    Controls::toggleRole(dialog, QStringLiteral("Viewer"));
    Controls::press(dialog, QStringLiteral("Generate New Token"));
    QTRY_VERIFY2(everythingIn(dialog).contains(sentence), qPrintable(everythingIn(dialog)));
    QVERIFY(!everythingIn(dialog).contains(u'<'));
    QCOMPARE(shown.server.count("POST"), 1);
    QCOMPARE(Controls::get<QLineEdit>(dialog, QStringLiteral("Name"))->text(), QStringLiteral("deploy_bot"));
    QVERIFY(Controls::find(dialog, QStringLiteral("Generate New Token")));
    QCOMPARE(shown.list.model()->rowCount(), 1);
}

void tst_DialogFaults::anEditThatFailsKeepsWhatWasTyped_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Reply &reply, const QByteArray &item, const char *sentence) {
        QTest::newRow(name) << reply << item << QString::fromUtf8(sentence);
    };
    row("403", problem(403, ""), ciDeploy,
        "Connect with a token that has it. The account and its token stay as they were.");
    row("409 last_admin", problem(409, "last_admin"), ciDeploy, "the last account with the role Admin");
    row("412", problem(412, ""), ciDeployByOthers, "By Dana");
    row("422 about the description",
        problem(422, "invalid", R"(,"errors":[{"field":"description","code":"too_long","message":"No."}])"),
        ciDeploy, "longer than the server takes");
    row("429", problem(429, "", "", "Retry-After: 7\r\n"), ciDeploy, "asks to go slower");
    row("500 with HTML, and the account is read back", Reply::typed(500, "text/html", "<html>"), ciDeploy,
        "The account and its token stay as they were.");
    row("cut, and the account is read back", Reply::json(200, ciDeploy).cutBy(20), ciDeploy,
        "The account and its token stay as they were.");
}

void tst_DialogFaults::anEditThatFailsKeepsWhatWasTyped()
{
    QFETCH(Reply, reply);
    QFETCH(QByteArray, item);
    QFETCH(QString, sentence);
    FaultyPage shown(ciDeploy);
    QVERIFY(shown.open());
    shown.server.setScript(answering("PUT", reply, item));
    shown.page.dialogs()->openEdit(QStringLiteral("a1"));
    QDialog *dialog = shown.dialog();
    QVERIFY(dialog);
    auto *description = Controls::get<QLineEdit>(dialog, QStringLiteral("Description"));
    description->setText(QStringLiteral("Mine"));
    Controls::press(dialog, QStringLiteral("Save Changes"));
    QTRY_VERIFY2(everythingIn(dialog).contains(sentence), qPrintable(everythingIn(dialog)));
    QVERIFY(!everythingIn(dialog).contains(u'<'));
    QCOMPARE(description->text(), QStringLiteral("Mine"));
    QCOMPARE(shown.list.model()->rowCount(), 1);
}

void tst_DialogFaults::aDeletionThatFailsKeepsTheRow_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("403") << problem(403, "") << QStringLiteral("by an Admin only");
    QTest::newRow("409 last_admin") << problem(409, "last_admin")
                                    << QStringLiteral("The account and its token stay as they were.");
    QTest::newRow("429") << problem(429, "", "", "Retry-After: 7\r\n") << QStringLiteral("asks to go slower");
    QTest::newRow("500 with HTML, and the account is read back")
        << Reply::typed(500, "text/html", "<html>")
        << QStringLiteral("The account and its token stay as they were.");
    QTest::newRow("503, and the account is read back")
        << problem(503, "") << QStringLiteral("The account and its token stay as they were.");
    QTest::newRow("404 from a web page, which is not the API's")
        << Reply::typed(404, "text/html", "<html>") << QStringLiteral("A web page");
}

void tst_DialogFaults::aDeletionThatFailsKeepsTheRow()
{
    QFETCH(Reply, reply);
    QFETCH(QString, sentence);
    FaultyPage shown(ciDeploy);
    QVERIFY(shown.open());
    shown.server.setScript(answering("DELETE", reply));
    shown.page.dialogs()->openDelete(QStringLiteral("a1"));
    QDialog *dialog = shown.dialog();
    QVERIFY(dialog);
    Controls::press(dialog, QStringLiteral("Yes"));
    QTRY_VERIFY2(everythingIn(dialog).contains(sentence), qPrintable(everythingIn(dialog)));
    QVERIFY(!everythingIn(dialog).contains(u'<'));
    QVERIFY(Controls::find(dialog, QStringLiteral("Copy Details")));
    QCOMPARE(shown.list.model()->rowCount(), 1);
}

void tst_DialogFaults::anAccountThatIsGoneAlreadyIsDeleted()
{
    FaultyPage shown(ciDeploy);
    QVERIFY(shown.open());
    shown.server.setScript(answering("DELETE", problem(404, "")));
    shown.page.dialogs()->openDelete(QStringLiteral("a1"));
    Controls::press(shown.dialog(), QStringLiteral("Yes"));
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.list.model()->rowCount(), 0);
}

QTEST_MAIN(tst_DialogFaults)
#include "tst_dialogfaults.moc"
