#include "tests/ui/pages/faultypage.h"
#include "tests/ui/support/controls.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/strip.h"

#include <QApplication>
#include <QDialog>
#include <QTest>

#include <algorithm>

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

Q_DECLARE_METATYPE(FaultServer::Reply)

namespace {

enum class WayOn {
    Retry,        ///< By a click alone.
    AnotherToken, ///< By a click, or with another token.
    ByItself      ///< Also by a click.
};

QByteArray account(int number, const QByteArray &name = {}, const QByteArray &description = "d",
                   const QByteArray &roles = R"("Viewer")")
{
    const QByteArray id = QByteArray::number(number);
    return R"({"id":"id)" + id + R"(","name":")" + (name.isEmpty() ? "account_" + id : name) +
           R"(","description":")" + description + R"(","roles":[)" + roles +
           R"(],"expiry_date":null,"creation_date":"2026-01-02T03:04:05Z"})";
}

QByteArray accounts(int count)
{
    QByteArrayList all;
    for (int number = 1; number <= count; ++number)
        all.append(account(number));
    return all.join(',');
}

QByteArray envelope(const QByteArray &items, const QByteArray &next = "null")
{
    return R"({"items":[)" + items + R"(],"pagination":{"next_page_token":)" + next + "}}";
}

Reply problem(int status, const QByteArray &code, const QByteArray &headers = {})
{
    return Reply::json(status, R"({"title":"T","detail":"What the server says.","code":")" + code + R"("})",
                       "X-Request-Id: req-7\r\n" + headers);
}

Reply html(int status, const QByteArray &headers = {})
{
    return Reply::typed(status, "text/html", "<!DOCTYPE html><title>Sign in</title><p>Who are you?", headers);
}

qsizetype visibleWindows()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::count_if(all.cbegin(), all.cend(), [](const QWidget *window) { return window->isVisible(); });
}

} // namespace

Q_DECLARE_METATYPE(WayOn)

/// The page against every way in which a server, or something before it, can fail: the sentence, the way on,
/// and no row lost. And what it takes from servers that differ from the contract.
class tst_PageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatHappenedAndGoesOn_data();
    void saysWhatHappenedAndGoesOn();
    void theServerGoesAndComes();
    void showsWhateverAServerReports_data();
    void showsWhateverAServerReports();
    void showsListsOfAnyLength_data();
    void showsListsOfAnyLength();
};

void tst_PageFaults::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_PageFaults::saysWhatHappenedAndGoesOn_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<WayOn>("wayOn");

    const QString failed = QStringLiteral("The list could not be loaded");
    const auto row = [](const char *name, const Reply &reply, const QString &title, const char *sentence,
                        WayOn wayOn) {
        QTest::newRow(name) << reply << title << QString::fromUtf8(sentence) << wayOn;
    };
    row("401", problem(401, "", "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n"),
        QStringLiteral("The token of this connection is not accepted"), "wrong, expired or deleted",
        WayOn::AnotherToken);
    row("403", problem(403, "", "WWW-Authenticate: Bearer error=\"insufficient_scope\"\r\n"),
        QStringLiteral("The token of this connection is not an Admin’s"), "by an Admin only",
        WayOn::AnotherToken);
    row("403 of a firewall", html(403), failed, "A web page with status 403", WayOn::ByItself);
    row("404 on the path", problem(404, ""), failed, "the resource path of this connection", WayOn::Retry);
    row("409", problem(409, ""), failed, "What the server says.", WayOn::Retry);
    row("412", problem(412, ""), failed, "Refresh the list and try again", WayOn::Retry);
    row("429 with a time", problem(429, "", "Retry-After: 97\r\n"), QStringLiteral("The server asks to wait"),
        "It goes on at 10:43:37.", WayOn::ByItself);
    row("429 with a date",
        problem(429, "",
                "Date: Tue, 24 Nov 2026 10:42:00 GMT\r\nRetry-After: Tue, 24 Nov 2026 10:42:09 GMT\r\n"),
        QStringLiteral("The server asks to wait"), "It goes on at 10:42:09.", WayOn::ByItself);
    row("429 without a time", problem(429, ""), QStringLiteral("The server asks to wait"),
        "It goes on at 10:42:0", WayOn::ByItself);
    row("503 as a page", html(503, "Retry-After: 7\r\n"),
        QStringLiteral("The server is not available at the moment"), "It goes on at 10:42:07.",
        WayOn::ByItself);
    row("500 with HTML", html(500), failed, "failed with status 500", WayOn::ByItself);
    row("502 with nothing", Reply::typed(502, "", ""), failed, "failed with status 502", WayOn::ByItself);
    row("the login page of a proxy", html(200), failed, "a proxy or a login page", WayOn::ByItself);
    row("a redirect to a login", Reply::typed(302, "", "", "Location: https://login.example.org/x?y=z\r\n"),
        failed, "https://login.example.org/x). The token was not sent there", WayOn::Retry);
    row("broken JSON", Reply::json(200, R"({"items":[{"id":)"), failed, "not an Admin API", WayOn::ByItself);
    row("another JSON", Reply::json(200, R"({"hello":"world"})"), failed, "not an Admin API",
        WayOn::ByItself);
    row("an account without a name", Reply::json(200, envelope(R"({"id":"x"})")), failed, "not an Admin API",
        WayOn::ByItself);
    row("a list that is cut", Reply::json(200, envelope(accounts(3))).cutBy(40), failed,
        "was lost before its answer was complete", WayOn::ByItself);
    row("a list without an end", Reply::json(200, envelope(accounts(2), R"("again")")), failed,
        "not an Admin API", WayOn::ByItself);
    row("closed", Reply::close(), failed, "was lost before its answer was complete", WayOn::ByItself);
    row("reset", Reply::reset(), failed, "was lost before its answer was complete", WayOn::ByItself);
    row("silent", Reply::silence(), failed, "did not answer in time", WayOn::ByItself);
}

void tst_PageFaults::saysWhatHappenedAndGoesOn()
{
    QFETCH(Reply, reply);
    QFETCH(QString, title);
    QFETCH(QString, sentence);
    QFETCH(WayOn, wayOn);
    qputenv("TZ", "UTC");
    FaultyPage shown(accounts(3));
    QVERIFY(shown.open());
    QVERIFY(!shown.banner());
    const qsizetype windows = visibleWindows();

    shown.answerListWith(reply);
    QVERIFY(shown.refresh());
    Banner *banner = shown.banner();
    QVERIFY(banner);
    QCOMPARE(banner->accessibleName(), title);
    const QString said = banner->accessibleDescription();
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QVERIFY2(!said.contains(u'<') && !said.contains(QStringLiteral("Who are you")), qPrintable(said));
    QVERIFY(Controls::find(&shown.page, QStringLiteral("Retry")));
    QCOMPARE(Controls::find(&shown.page, QStringLiteral("Use Another Token…")) != nullptr,
             wayOn == WayOn::AnotherToken);
    QVERIFY(Controls::find(&shown.page, QStringLiteral("Copy Details")));
    QCOMPARE(shown.list.nextTryAt().isValid(), wayOn == WayOn::ByItself);
    // No row is lost, each is marked as old, and no window opened by itself.
    QCOMPARE(shown.list.model()->rowCount(), 3);
    QVERIFY(shown.table()->isVisible());
    QVERIFY(shown.page.findChild<Strip *>()->isVisible());
    QCOMPARE(visibleWindows(), windows);

    shown.answerWell();
    if (wayOn == WayOn::ByItself)
        shown.letTheTimeCome();
    else
        Controls::press(&shown.page, QStringLiteral("Retry"));
    QTRY_VERIFY(!shown.banner());
    QTRY_COMPARE(shown.list.state(), AccountList::State::Loaded);
    QCOMPARE(shown.list.model()->rowCount(), 3);
}

void tst_PageFaults::theServerGoesAndComes()
{
    FaultyPage shown(accounts(3));
    QVERIFY(shown.open());
    for (int round = 0; round < 2; ++round) {
        shown.server.goAway();
        QVERIFY(shown.refresh());
        QVERIFY(shown.banner());
        // Away for some tries.
        for (int more = 0; more < 2; ++more) {
            shown.letTheTimeCome();
            QTRY_COMPARE(shown.list.state(), AccountList::State::Failed);
            QVERIFY(shown.banner());
            QCOMPARE(shown.list.model()->rowCount(), 3);
        }
        shown.server.comeBack();
        shown.letTheTimeCome();
        QTRY_COMPARE(shown.list.state(), AccountList::State::Loaded);
        QVERIFY(!shown.banner());
        QVERIFY(!shown.page.findChild<Strip *>()->isVisible());
        QCOMPARE(shown.list.model()->rowCount(), 3);
    }
}

void tst_PageFaults::showsWhateverAServerReports_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("cells");

    const auto row = [](const char *name, const QByteArray &body, const QStringList &cells) {
        QTest::newRow(name) << body << cells;
    };
    const auto named = [](const QByteArray &name) { return envelope(account(1, name, name)); };
    row("a bare array with dates in seconds",
        R"([{"id":7,"name":"a","description":null,"roles":[],"created_date":1767323045.5,"expiry_date":4102444800}])",
        {QStringLiteral("a"), QStringLiteral("No description"), QString(), QStringLiteral("1 Jan 2100")});
    row("unknown roles",
        envelope(account(1, "a", "d", R"("Space Owner",{"id":"r7","name":"Auditor"},"Viewer")")),
        {QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("Space Owner, Auditor, Viewer")});
    const QByteArray longText = QByteArray(10000, 'x');
    row("10,000 characters", named(longText), {QString::fromLatin1(longText), QString::fromLatin1(longText)});
    const QString combining = QStringLiteral("e") + QString(300, QChar(0x0301));
    row("combining", named(combining.toUtf8()), {combining, combining});
    const QString mirrored = QString::fromUtf8("\u202Eשלום abc‏ مرحبا");
    row("right to left, with an override", named(mirrored.toUtf8()), {mirrored, mirrored});
    const QString emoji = QString::fromUtf8("👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪");
    row("emoji", named(emoji.toUtf8()), {emoji, emoji});
    const QString markup = QStringLiteral("<b>a</b> &amp; <img src=x> <a href='http://a'>b</a>");
    row("markup", named(markup.toUtf8()), {markup, markup});
    row("a NUL and line feeds", named(R"(a\u0000b\nc\r\u2028d)"),
        {QStringLiteral("a") + QChar(0) + QStringLiteral("b\nc\r") + QChar(0x2028) + QStringLiteral("d")});
    row("half a surrogate pair is no JSON", named(R"(\ud83d)"), {});
    row("two accounts of one name", envelope(account(1, "twin") + "," + account(2, "twin")),
        {QStringLiteral("twin")});
}

void tst_PageFaults::showsWhateverAServerReports()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, cells);
    qputenv("TZ", "UTC");
    FaultyPage shown(accounts(1));
    shown.answerListWith(Reply::json(200, body));
    QVERIFY(shown.open());
    if (cells.isEmpty()) {
        QVERIFY(shown.banner());
        return;
    }
    QVERIFY(!shown.banner());
    for (int column = 0; column < cells.size(); ++column)
        QCOMPARE(shown.cell(0, column), cells.at(column));
    QVERIFY(!shown.page.grab().isNull());

    // It can be looked at, and deleted, as any other.
    const QString id = shown.list.model()->serviceAccountAt(0).id;
    AccountDialogs *dialogs = shown.page.dialogs();
    for (const auto &open : {&AccountDialogs::openEdit, &AccountDialogs::openDelete}) {
        (dialogs->*open)(id);
        QVERIFY(shown.dialog());
        QVERIFY(!shown.dialog()->grab().isNull());
        QVERIFY2(shown.dialog()->width() <= 1068, qPrintable(QString::number(shown.dialog()->width())));
        QVERIFY(dialogs->closeAll());
        QTRY_VERIFY(!shown.dialog());
    }
}

void tst_PageFaults::showsListsOfAnyLength_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 1000})
        QTest::addRow("%d", count) << count;
}

void tst_PageFaults::showsListsOfAnyLength()
{
    QFETCH(int, count);
    FaultyPage shown(accounts(count));
    QVERIFY(shown.open());
    QVERIFY(!shown.banner());
    QCOMPARE(shown.list.model()->rowCount(), count);
    QCOMPARE(shown.table()->isVisible(), count > 0);
    // All of them go, as far as a wrong answer can tell, and all are still there.
    shown.answerListWith(html(500));
    QVERIFY(shown.refresh());
    QCOMPARE(shown.list.model()->rowCount(), count);
}

QTEST_MAIN(tst_PageFaults)
#include "tst_pagefaults.moc"
