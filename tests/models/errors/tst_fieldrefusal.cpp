#include "models/errors/fieldrefusal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a server refuses at one field: which field, and in which words a person is told.
class FieldRefusalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatToDoAboutIt_data();
    void saysWhatToDoAboutIt();
    void keepsALongMessageShort();
    void knowsWhichFieldIsMeant_data();
    void knowsWhichFieldIsMeant();
};

void FieldRefusalTest::saysWhatToDoAboutIt_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing there") << u"required"_s << u"must not be null"_s
                                   << u"The server needs a value here."_s;
    QTest::newRow("too long") << u"too_long"_s << QString()
                              << u"This is longer than the server takes. Shorten it."_s;
    QTest::newRow("in the past")
        << u"not_in_future"_s << QString()
        << u"By the server's clock this is not in the future. Choose a later date."_s;
    QTest::newRow("twice") << u"repeated"_s << QString()
                           << u"The server was sent a value twice. Choose each one once."_s;
    QTest::newRow("a role that it does not know")
        << u"unknown_role"_s << QString() << u"The server does not know one of these roles. Choose others."_s;
    QTest::newRow("another code, in its own words")
        << u"profane"_s << u"not in this house"_s << u"The server says: “not in this house”"_s;
    QTest::newRow("another code without words")
        << u"profane"_s << QString() << u"The server refuses this value. Change it."_s;
    QTest::newRow("words alone") << QString() << u"no"_s << u"The server says: “no”"_s;
    QTest::newRow("neither") << QString() << QString() << u"The server refuses this value. Change it."_s;
}

void FieldRefusalTest::saysWhatToDoAboutIt()
{
    QFETCH(QString, code);
    QFETCH(QString, message);
    QTEST(refusalSentence({u"name"_s, code, message}), "sentence");
}

void FieldRefusalTest::keepsALongMessageShort()
{
    QVERIFY(refusalSentence({{}, {}, QString(100000, u'x')}).size() < 400);
}

void FieldRefusalTest::knowsWhichFieldIsMeant_data()
{
    QTest::addColumn<bool>("isAboutRoles");
    const auto row = [](const char *field, bool isAboutRoles) { QTest::newRow(field) << isAboutRoles; };
    row("roles", true);
    row("roles[0]", true);
    row("roles.0", true);
    row("roles/0", true);
    row("roles_of_others", false);
    row("roles 0", false);
    row("role", false);
    row("the roles", false);
    row("Roles", false);
    row("", false);
}

void FieldRefusalTest::knowsWhichFieldIsMeant()
{
    QTEST(isAbout({QString::fromLatin1(QTest::currentDataTag()), {}, {}}, u"roles"), "isAboutRoles");
}

QTEST_APPLESS_MAIN(FieldRefusalTest)
#include "tst_fieldrefusal.moc"
