#include "app/admin_api/requestbody.h"

#include <QTest>

namespace {

const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

NewServiceAccount accountWith(const QString &description, const Expiration &expiration)
{
    return {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
            *AccountDescription::fromText(description), expiration,
            *RoleSet::of({Role::Viewer, Role::PowerUser})};
}

} // namespace

class TestRequestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesACreate_data();
    void writesACreate();
    void writesAnUpdate_data();
    void writesAnUpdate();
};

void TestRequestBody::writesACreate_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<DateStyle>("style");
    QTest::addColumn<QByteArray>("body");

    const QDateTime end(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    const QByteArray rest = R"("name":"ci_deploy","roles":["Power User","Viewer"]})";
    QTest::newRow("unlimited") << QString() << QDateTime() << DateStyle::Iso8601
                               << R"({"expiry_date":null,)" + rest;
    QTest::newRow("unlimited, in seconds")
        << QString() << QDateTime() << DateStyle::Seconds << R"({"expiry_date":null,)" + rest;
    QTest::newRow("limited") << QString() << end << DateStyle::Iso8601
                             << R"({"expiry_date":"2026-02-03T04:05:06Z",)" + rest;
    QTest::newRow("limited, in seconds")
        << QString() << end << DateStyle::Seconds << R"({"expiry_date":1770091506,)" + rest;
    QTest::newRow("limited, given in another zone")
        << QString() << end.toOffsetFromUtc(3 * 3600) << DateStyle::Iso8601
        << R"({"expiry_date":"2026-02-03T04:05:06Z",)" + rest;
    QTest::newRow("described") << QStringLiteral("\"ü\"\n") << QDateTime() << DateStyle::Iso8601
                               << R"({"description":"\"ü\"\n","expiry_date":null,)" + rest;
}

void TestRequestBody::writesACreate()
{
    QFETCH(QString, description);
    QFETCH(QDateTime, end);
    QFETCH(DateStyle, style);
    const auto expiration = end.isValid() ? *Expiration::until(end, now) : Expiration::unlimited();
    QTEST(createBody(accountWith(description, expiration), style), "body");
}

void TestRequestBody::writesAnUpdate_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QStringList>("namesAndIds");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("by name") << QStringLiteral("d") << QStringList{QStringLiteral("Admin|")}
                             << QByteArray(R"({"description":"d","roles":["Admin"]})");
    QTest::newRow("by id") << QStringLiteral("d") << QStringList{QStringLiteral("Admin|r1")}
                           << QByteArray(R"({"description":"d","roles":["r1"]})");
    QTest::newRow("an unknown role among them")
        << QStringLiteral("d") << QStringList{QStringLiteral("Auditor|"), QStringLiteral("Admin|r1")}
        << QByteArray(R"({"description":"d","roles":["Auditor","r1"]})");
    QTest::newRow("an emptied description") << QString() << QStringList{QStringLiteral("Admin|")}
                                            << QByteArray(R"({"description":"","roles":["Admin"]})");
}

void TestRequestBody::writesAnUpdate()
{
    QFETCH(QString, description);
    QFETCH(QStringList, namesAndIds);
    QList<AccountRole> roles;
    for (const QString &role : std::as_const(namesAndIds))
        roles.append(AccountRole(role.section(u'|', 0, 0), role.section(u'|', 1)));
    const auto changes = AccountChanges::of(*AccountDescription::fromText(description), roles);
    QVERIFY(changes.has_value());
    QTEST(updateBody(*changes), "body");
}

QTEST_GUILESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
