#include "models/errors/error.h"
#include "models/errors/errorkindname.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

class ErrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasASentenceForEveryKind_data();
    void hasASentenceForEveryKind();
    void saysWhatToDoNext_data();
    void saysWhatToDoNext();
    void saysNothingAboutTheTokenWhereNobodyJudgedIt_data();
    void saysNothingAboutTheTokenWhereNobodyJudgedIt();
    void hasANameForEveryKind();
    void saysThatAProxyOrALoginPageAnswered_data();
    void saysThatAProxyOrALoginPageAnswered();
    void knowsWhichFailuresLeaveAWriteUnknown_data();
    void knowsWhichFailuresLeaveAWriteUnknown();
    void knowsWhichFailuresMayPassByThemselves_data();
    void knowsWhichFailuresMayPassByThemselves();
    void namesTheServerAndWhatItSays();
    void repeatsWhatWasRefused();
    void saysWhomNotToTrust_data();
    void saysWhomNotToTrust();
    void saysWhatStandsInBetween();
    void speaksOfAServerThatIsNotKnown();
    void saysWhenToTryAgain_data();
    void saysWhenToTryAgain();
    void namesTheRoleThatIsMissing();
    void listsTheFactsForCopying();
};

static const QList<ErrorKind> &everyKind()
{
    static const QList<ErrorKind> kinds = [] {
        QList<ErrorKind> all;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::NotAllowed); ++kind)
            all.append(static_cast<ErrorKind>(kind));
        return all;
    }();
    return kinds;
}

void ErrorTest::hasASentenceForEveryKind_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (const ErrorKind kind : everyKind())
        QTest::addRow("%d", static_cast<int>(kind)) << kind;
}

void ErrorTest::hasASentenceForEveryKind()
{
    QFETCH(ErrorKind, kind);
    for (const QString &message : {QString(), QStringLiteral("The reason.")}) {
        const QString sentence = Error(kind, message).sentence();
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(QStringLiteral("”")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        // What happened and what to do take more than a word or two.
        QVERIFY2(sentence.count(u' ') > 5 || (!message.isEmpty() && sentence.contains(message)),
                 qPrintable(sentence));
    }
}

void ErrorTest::saysWhatToDoNext_data()
{
    hasASentenceForEveryKind_data();
}

/// Each sentence asks for something, in one of these words.
void ErrorTest::saysWhatToDoNext()
{
    QFETCH(ErrorKind, kind);
    if (kind == ErrorKind::KeychainMissing || kind == ErrorKind::NotAllowed)
        return; // Nothing can be done from here: other texts beside it say what holds instead.
    const QString sentence = Error(kind).sentence();
    static const QRegularExpression wish(QStringLiteral(
        "\\b(try|Try|Check|Change|Connect|connect|Choose|choose|Delete|Make|Give|Refresh|Unlock|"
        "Look|End|Enter)\\b"));
    QVERIFY2(wish.match(sentence).hasMatch(), qPrintable(sentence));
}

void ErrorTest::saysNothingAboutTheTokenWhereNobodyJudgedIt_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("cut") << ErrorKind::Cut;
    QTest::newRow("timed out") << ErrorKind::TimedOut;
    QTest::newRow("too large") << ErrorKind::TooLarge;
    QTest::newRow("unreadable") << ErrorKind::Unreadable;
    QTest::newRow("server fault") << ErrorKind::ServerFault;
}

/// Of these nobody should conclude that the token is bad.
void ErrorTest::saysNothingAboutTheTokenWhereNobodyJudgedIt()
{
    QFETCH(ErrorKind, kind);
    const QString sentence = Error(kind).sentence();
    QVERIFY2(sentence.contains(QStringLiteral("says nothing about the token")), qPrintable(sentence));
}

void ErrorTest::hasANameForEveryKind()
{
    QSet<QString> names;
    for (const ErrorKind kind : everyKind())
        names.insert(errorKindName(kind));
    QCOMPARE(names.size(), everyKind().size());
    QVERIFY(Error(ErrorKind::TimedOut).details().contains(QStringLiteral("Kind: TimedOut")));
}

void ErrorTest::saysThatAProxyOrALoginPageAnswered_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("saysSo");
    QTest::newRow("a login page") << ErrorKind::Unreadable << 200 << true;
    QTest::newRow("a firewall") << ErrorKind::Forbidden << 403 << true;
    QTest::newRow("another server") << ErrorKind::NotFound << 404 << true;
    QTest::newRow("a gateway before a server that fails") << ErrorKind::ServerFault << 502 << false;
    QTest::newRow("a gateway that asks to wait") << ErrorKind::Unavailable << 503 << false;
    QTest::newRow("a gateway that asks to go slower") << ErrorKind::TooManyRequests << 429 << false;
    QTest::newRow("a server that points elsewhere") << ErrorKind::Redirected << 301 << false;
    QTest::newRow("a gateway that checks the token") << ErrorKind::Unauthorized << 401 << false;
}

void ErrorTest::saysThatAProxyOrALoginPageAnswered()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(bool, saysSo);
    Error error(kind);
    error.host = QStringLiteral("api.example.org");
    error.httpStatus = status;
    error.isWebPage = true;
    const QString sentence = error.sentence();
    QVERIFY2(sentence.contains(error.host), qPrintable(sentence));
    QCOMPARE(sentence.contains(QStringLiteral("web page")), saysSo);
}

void ErrorTest::knowsWhichFailuresLeaveAWriteUnknown_data()
{
    const QList<ErrorKind> unknown = {ErrorKind::Cut,        ErrorKind::TimedOut,  ErrorKind::TooLarge,
                                      ErrorKind::Unreadable, ErrorKind::Cancelled, ErrorKind::Unavailable,
                                      ErrorKind::ServerFault};
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isUnknown");
    for (const ErrorKind kind : everyKind())
        QTest::addRow("%d", static_cast<int>(kind)) << kind << 0 << unknown.contains(kind);
    QTest::newRow("the request is to be sent elsewhere") << ErrorKind::Redirected << 307 << false;
    QTest::newRow("what was done is told elsewhere") << ErrorKind::Redirected << 303 << true;
}

void ErrorTest::knowsWhichFailuresLeaveAWriteUnknown()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(bool, isUnknown);
    Error error(kind);
    error.httpStatus = status;
    QCOMPARE(error.leavesOutcomeUnknown(), isUnknown);
}

void ErrorTest::knowsWhichFailuresMayPassByThemselves_data()
{
    const QList<ErrorKind> passing = {
        ErrorKind::Unreachable, ErrorKind::ProxyFailed,     ErrorKind::Cut,         ErrorKind::TimedOut,
        ErrorKind::Unreadable,  ErrorKind::TooManyRequests, ErrorKind::Unavailable, ErrorKind::ServerFault};
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("mayPass");
    for (const ErrorKind kind : everyKind())
        QTest::addRow("%d", static_cast<int>(kind)) << kind << 0 << passing.contains(kind);
    QTest::newRow("a server that waited too long") << ErrorKind::UnexpectedStatus << 408 << true;
    QTest::newRow("a teapot") << ErrorKind::UnexpectedStatus << 418 << false;
}

void ErrorTest::knowsWhichFailuresMayPassByThemselves()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    Error error(kind);
    error.httpStatus = status;
    QTEST(error.mayPassByItself(), "mayPass");
}

void ErrorTest::repeatsWhatWasRefused()
{
    Error error(ErrorKind::Invalid, QStringLiteral("two problems"));
    QVERIFY(error.sentence().contains(QStringLiteral("“two problems”")));
    error.fields = {{QStringLiteral("name"), {}, QStringLiteral("too short")},
                    {QStringLiteral("roles"), {}, QStringLiteral("none")}};
    QVERIFY(error.sentence().contains(QStringLiteral("“too short”")));
    QVERIFY(Error(ErrorKind::Conflict, QStringLiteral("In use.")).sentence() == QStringLiteral("In use."));
}

void ErrorTest::saysWhomNotToTrust_data()
{
    QTest::addColumn<QString>("fingerprint");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("part");
    const QString fingerprint = QStringLiteral("AB:CD");
    QTest::newRow("a certificate") << fingerprint << QString()
                                   << QStringLiteral("fingerprint is AB:CD. Ask who runs the server");
    QTest::newRow("a certificate, and why")
        << fingerprint << QStringLiteral(" self-signed  certificate. ")
        << QStringLiteral("is AB:CD. The reason: self-signed certificate. Ask who");
    QTest::newRow("no certificate") << QString() << QString()
                                    << QStringLiteral("so nothing was sent to it. Check the address");
    QTest::newRow("no certificate, and why")
        << QString() << QStringLiteral("wrong version")
        << QStringLiteral("sent to it. The reason: wrong version. Check the address");
}

void ErrorTest::saysWhomNotToTrust()
{
    QFETCH(QString, fingerprint);
    QFETCH(QString, message);
    QFETCH(QString, part);
    Error error(ErrorKind::Untrusted, message);
    error.fingerprint = fingerprint;
    error.host = QStringLiteral("api.example.org");
    QVERIFY2(error.sentence().contains(part), qPrintable(error.sentence()));
    QVERIFY(error.sentence().contains(error.host));
    QCOMPARE(error.details().contains(QStringLiteral("Certificate SHA-256: AB:CD")), !fingerprint.isEmpty());
}

void ErrorTest::saysWhatStandsInBetween()
{
    Error error(ErrorKind::ProxyFailed);
    error.host = QStringLiteral("api.example.org");
    QVERIFY(error.sentence().startsWith(QStringLiteral("The system’s proxy")));
    error.target = QStringLiteral("proxy.example:3128");
    QVERIFY(error.sentence().startsWith(
        QStringLiteral("The proxy proxy.example:3128 did not let the request to api.example.org through")));

    Error redirected(ErrorKind::Redirected);
    QVERIFY(redirected.sentence().contains(QStringLiteral("(not named)")));
    redirected.target = QStringLiteral("https://other.example");
    QVERIFY(redirected.sentence().contains(QStringLiteral("(https://other.example)")));
}

void ErrorTest::speaksOfAServerThatIsNotKnown()
{
    QVERIFY(Error(ErrorKind::TimedOut).sentence().startsWith(QStringLiteral("The server did not answer")));
    QVERIFY(
        Error(ErrorKind::Cancelled).sentence().contains(QStringLiteral("before the server had answered")));
}

void ErrorTest::namesTheServerAndWhatItSays()
{
    Error error(ErrorKind::ServerFault, QStringLiteral("out of disk"));
    error.host = QStringLiteral("api.example.org");
    error.httpStatus = 500;
    QVERIFY(error.sentence().contains(QStringLiteral("api.example.org")));
    QVERIFY(error.sentence().contains(QStringLiteral("500")));
    QVERIFY(error.sentence().contains(QStringLiteral("out of disk")));
}

void ErrorTest::saysWhenToTryAgain_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("said");
    QTest::newRow("not told") << -1 << QStringLiteral("Try again in a moment.");
    QTest::newRow("at once") << 0 << QStringLiteral("Try again in a moment.");
    QTest::newRow("seconds") << 24 << QStringLiteral("Try again in 24 s.");
    QTest::newRow("two minutes") << 120 << QStringLiteral("Try again in 120 s.");
    QTest::newRow("more") << 121 << QStringLiteral("Try again in 3 min.");
    QTest::newRow("a day") << 86400 << QStringLiteral("Try again in 1440 min.");
}

void ErrorTest::saysWhenToTryAgain()
{
    QFETCH(int, seconds);
    QFETCH(QString, said);
    for (const ErrorKind kind : {ErrorKind::TooManyRequests, ErrorKind::Unavailable}) {
        Error error(kind);
        if (seconds >= 0)
            error.retryAfter = std::chrono::seconds(seconds);
        QVERIFY2(error.sentence().endsWith(said), qPrintable(error.sentence()));
    }
}

void ErrorTest::namesTheRoleThatIsMissing()
{
    QVERIFY(Error(ErrorKind::Forbidden).sentence().contains(QStringLiteral("by an Admin only")));
}

void ErrorTest::listsTheFactsForCopying()
{
    Error error(ErrorKind::NotFound, QStringLiteral("no such path"));
    error.httpStatus = 404;
    error.method = QStringLiteral("GET");
    error.path = QStringLiteral("/api/admin/v1/service-accounts");
    error.requestId = QStringLiteral("req-7");
    const QString details = error.details();
    for (const QString &fact : {error.method, error.path, error.requestId, error.message})
        QVERIFY2(details.contains(fact), qPrintable(fact));
    QVERIFY(details.contains(QStringLiteral("Status: 404")));
    QVERIFY(!Error(ErrorKind::Cut).details().contains(QStringLiteral("Status")));
}

QTEST_APPLESS_MAIN(ErrorTest)
#include "tst_error.moc"
