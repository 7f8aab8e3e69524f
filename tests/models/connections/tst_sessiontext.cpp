#include "models/connections/sessiontext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is said of who one is signed in as, in a dialog, after a test and in the status bar.
class SessionTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysNoMoreThanTheServerTold_data();
    void saysNoMoreThanTheServerTold();
    void claimsNothingBeforeTheServerToldAnything();
};

void SessionTextTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void SessionTextTest::saysNoMoreThanTheServerTold_data()
{
    QTest::addColumn<Session>("session");
    QTest::addColumn<QString>("signedIn");
    QTest::addColumn<QString>("tested");
    QTest::addColumn<QString>("connected");
    const QString mail = u"dana@example.org"_s;
    QTest::newRow("name and role") << Session{{}, u"report_reader"_s, mail, {}, {u"Viewer"_s}}
                                   << u"This connection signs in as report_reader with the role Viewer."_s
                                   << u"Works: signed in as report_reader with the role Viewer."_s
                                   << u"Connected as report_reader (Viewer)"_s;
    QTest::newRow("several roles")
        << Session{{}, u"report_reader"_s, {}, {}, {u"Deployment"_s, u"Viewer"_s}}
        << u"This connection signs in as report_reader with the roles Deployment and Viewer."_s
        << u"Works: signed in as report_reader with the roles Deployment and Viewer."_s
        << u"Connected as report_reader (Deployment, Viewer)"_s;
    QTest::newRow("no roles") << Session{u"7"_s, u"report_reader"_s, mail, {}, {}}
                              << u"This connection signs in as report_reader."_s
                              << u"Works: signed in as report_reader."_s << u"Connected as report_reader"_s;
    QTest::newRow("an address instead of a name")
        << Session{{}, {}, mail, {}, {u"Viewer"_s}}
        << u"This connection signs in as dana@example.org with the role Viewer."_s
        << u"Works: signed in as dana@example.org with the role Viewer."_s
        << u"Connected as dana@example.org (Viewer)"_s;
    QTest::newRow("roles of nobody") << Session{u"7"_s, {}, {}, u"example"_s, {u"Viewer"_s}}
                                     << u"The server does not say who this connection signs in as."_s
                                     << u"Works: the service accounts can be read."_s
                                     << u"Connected without the role Admin"_s;
}

void SessionTextTest::saysNoMoreThanTheServerTold()
{
    QFETCH(Session, session);
    QTEST(signedInSentence(session), "signedIn");
    QTEST(testedSentence(session), "tested");
    QTEST(connectedAs(session), "connected");
}

void SessionTextTest::claimsNothingBeforeTheServerToldAnything()
{
    QCOMPARE(signedInSentence({}), signedInSentence(Session()));
    QCOMPARE(testedSentence({}), testedSentence(Session()));
    QCOMPARE(connectedAs({}), connectedAs(Session()));
}

QTEST_GUILESS_MAIN(SessionTextTest)
#include "tst_sessiontext.moc"
