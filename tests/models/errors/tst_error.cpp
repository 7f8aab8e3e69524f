#include "models/errors/error.h"

#include <QTest>

class ErrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasASentenceForEveryKind_data();
    void hasASentenceForEveryKind();
    void knowsWhichFailuresLeaveAWriteUnknown_data();
    void knowsWhichFailuresLeaveAWriteUnknown();
    void namesTheServerAndWhatItSays();
    void saysWhenToTryAgain();
    void listsTheFactsForCopying();
};

static const QList<ErrorKind> &everyKind()
{
    static const QList<ErrorKind> kinds = [] {
        QList<ErrorKind> all;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::WorkspaceFailed); ++kind)
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
    const QString sentence = Error(kind, QStringLiteral("The reason.")).sentence();
    QVERIFY(sentence.size() > 8);
    QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(QStringLiteral("”")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
}

void ErrorTest::knowsWhichFailuresLeaveAWriteUnknown_data()
{
    const QList<ErrorKind> unknown = {ErrorKind::Cut,        ErrorKind::TimedOut,  ErrorKind::TooLarge,
                                      ErrorKind::Unreadable, ErrorKind::Cancelled, ErrorKind::Unavailable,
                                      ErrorKind::ServerFault};
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isUnknown");
    for (const ErrorKind kind : everyKind())
        QTest::addRow("%d", static_cast<int>(kind)) << kind << unknown.contains(kind);
}

void ErrorTest::knowsWhichFailuresLeaveAWriteUnknown()
{
    QFETCH(ErrorKind, kind);
    QFETCH(bool, isUnknown);
    QCOMPARE(Error(kind).leavesOutcomeUnknown(), isUnknown);
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

void ErrorTest::saysWhenToTryAgain()
{
    Error error(ErrorKind::TooManyRequests);
    QVERIFY(error.sentence().contains(QStringLiteral("in a moment")));
    error.retryAfter = std::chrono::seconds(24);
    QVERIFY(error.sentence().contains(QStringLiteral("24")));
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
