#include "models/accounts/serviceaccountname.h"
#include "models/creation/accountduplicate.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime created(QDate(2026, 7, 5), QTime(9, 11, 3), Qt::UTC);

ServiceAccount account(const QString &name)
{
    ServiceAccount result;
    result.name = name;
    result.description = u"Deploys the web front end"_s;
    result.roles = {AccountRole(Role::Deployment)};
    result.creationDate = created;
    result.expiryDate = created.addDays(90);
    return result;
}

AccountDuplicate duplicate(const ServiceAccount &original, const QSet<QString> &taken = {})
{
    return AccountDuplicate::of(original, [&taken](const QString &name) { return taken.contains(name); });
}

} // namespace

class tst_AccountDuplicate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersAFreeNameOfTheAllowedForm_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("offered");
        QTest::newRow("the second") << u"ci_deploy"_s << u"ci_deploy_2"_s;
        QTest::newRow("the next after one with a number") << u"bot_7"_s << u"bot_8"_s;
        QTest::newRow("names that are taken are left out") << u"prod"_s << u"prod_4"_s;
        QTest::newRow("a number that is no counter") << u"bot_007"_s << u"bot_007_2"_s;
        QTest::newRow("a number alone") << u"_5"_s << u"_5_2"_s;
        QTest::newRow("64 characters") << QString(64, u'a') << QString(62, u'a') + u"_2"_s;
        QTest::newRow("a name of another server's form") << u"CI Deploy (EU)"_s << u"ci_deploy_eu_2"_s;
        QTest::newRow("letters with marks") << u"Café"_s << u"cafe_2"_s;
        QTest::newRow("nothing that could be kept") << u"部署"_s << u"service_account_2"_s;
        QTest::newRow("no name") << QString() << u"service_account_2"_s;
    }

    void offersAFreeNameOfTheAllowedForm()
    {
        QFETCH(QString, original);
        QFETCH(QString, offered);
        const QString name =
            duplicate(account(original), {u"prod"_s, u"prod_2"_s, u"prod_3"_s, original}).name;
        QCOMPARE(name, offered);
        QVERIFY(!ServiceAccountName::problemWith(name));
    }

    void takesOverTheSameLength_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<std::optional<QDateTime>>("until");
        QTest::addColumn<std::optional<ExpirationChoice>>("choice");
        const auto row = [](const char *name, const QDateTime &from, std::optional<QDateTime> until,
                            std::optional<ExpirationChoice> choice) {
            QTest::newRow(name) << from << until << choice;
        };
        row("to the second", created, created.addDays(90), ExpirationChoice::days(90));
        row("made a little after the click", created, created.addDays(365).addSecs(-40),
            ExpirationChoice::days(365));
        row("unlimited", created, std::nullopt, ExpirationChoice::unlimited());
        row("a date of the calendar", created, created.addDays(45), std::nullopt);
        row("the end of a day", created, QDateTime(QDate(2026, 8, 4), QTime(23, 59, 59), Qt::UTC),
            std::nullopt);
        row("an unknown beginning", QDateTime(), created.addDays(30), std::nullopt);
    }

    void takesOverTheSameLength()
    {
        QFETCH(QDateTime, from);
        QFETCH(std::optional<QDateTime>, until);
        QFETCH(std::optional<ExpirationChoice>, choice);
        ServiceAccount original = account(u"ci_deploy"_s);
        original.creationDate = from;
        original.expiryDate = until;
        QCOMPARE(duplicate(original).expiration, choice);
    }

    void leavesOutRolesThatThisProgramDoesNotKnow()
    {
        ServiceAccount original = account(u"ci_deploy"_s);
        original.roles = {AccountRole(Role::Viewer), AccountRole(u"Auditor"_s, u"r-7"_s)};
        const AccountDuplicate copy = duplicate(original);
        QCOMPARE(copy.roles, QList<AccountRole>{AccountRole(Role::Viewer)});
        QCOMPARE(copy.leftOutRoles, QStringList(u"Auditor"_s));
        QCOMPARE(copy.description, original.description);
    }
};

QTEST_GUILESS_MAIN(tst_AccountDuplicate)

#include "tst_accountduplicate.moc"
