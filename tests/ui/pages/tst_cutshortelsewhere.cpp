#include "tests/ui/pages/shownpage.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

/// Creations that were cut short on another connection than the one that is open.
class tst_CutShortElsewhere : public QObject
{
    Q_OBJECT

private:
    static JournalEntry entryOn(const Connection &server, const QString &name)
    {
        return {.idempotencyKey = name,
                .connectionKey = server.key,
                .request = {*ServiceAccountName::fromText(name),
                            {},
                            Expiration::unlimited(),
                            *RoleSet::of({Role::Viewer})},
                .begunAt = QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC),
                .server = server.target.address};
    }

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }

    void waitsUntilTheirConnectionIsOpened()
    {
        const QString sentence =
            u"To find out what became of ci_deploy, open the connection that was in use then."_s;
        ShownPage shown;
        const Connection server = shown.world.addServer();
        QVERIFY(shown.world.journal.keep(entryOn(server, u"ci_deploy"_s)).ok());
        shown.world.openLocal();
        QVERIFY(shown.says(sentence));
        QVERIFY(!shown.button(u"Forget"_s));
        QVERIFY(shown.world.connection.open(server.key));
        QTRY_VERIFY(!shown.says(sentence));
    }

    void canBeForgottenOnceNoConnectionLeadsThere_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("removed") << true;
        QTest::newRow("at another address now") << false;
    }
    void canBeForgottenOnceNoConnectionLeadsThere()
    {
        QFETCH(bool, isRemoved);
        ShownPage shown;
        Connection server = shown.world.addServer();
        const Connection other = shown.world.store.addServer(u"https://b.example.org"_s);
        QVERIFY(shown.world.journal.keep(entryOn(server, u"ci_deploy"_s)).ok());
        QVERIFY(shown.world.journal.keep(entryOn(other, u"ci_test"_s)).ok());
        shown.world.openLocal();
        QVERIFY(shown.says(u"To find out what became of %1, open the connection that was in use then."_s.arg(
            QLocale().createSeparatedList({u"ci_deploy"_s, u"ci_test"_s}))));
        if (isRemoved) {
            QVERIFY(shown.world.connection.remove(server.key).ok());
        } else {
            server.target.address = QUrl(u"https://c.example.org"_s);
            QVERIFY(shown.world.connection.update(server, SecretText::fromUtf8("another")).ok());
        }
        QTRY_VERIFY(shown.button(u"Forget"_s));
        shown.button(u"Forget"_s)->click();
        QCOMPARE(shown.world.journal.entries(), QList{entryOn(other, u"ci_test"_s)});
        QVERIFY(shown.banner());
        QVERIFY(!shown.button(u"Forget"_s));
    }
};

QTEST_MAIN(tst_CutShortElsewhere)
#include "tst_cutshortelsewhere.moc"
