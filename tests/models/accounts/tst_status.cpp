#include "models/accounts/status.h"

#include <QTest>

using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<QDateTime>)

class StatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isJudgedByTheEnd_data();
    void isJudgedByTheEnd();
    void hasAWord();
};

void StatusTest::isJudgedByTheEnd_data()
{
    const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);
    const auto from = [now](std::chrono::milliseconds ahead) {
        return std::optional(now.addDuration(ahead));
    };
    QTest::addColumn<std::optional<QDateTime>>("end");
    QTest::addColumn<Status>("status");
    QTest::newRow("unlimited") << std::optional<QDateTime>() << Status::Active;
    QTest::newRow("long ago") << from(-24h * 400) << Status::Expired;
    QTest::newRow("a moment ago") << from(-1ms) << Status::Expired;
    QTest::newRow("now") << from(0ms) << Status::Expired;
    QTest::newRow("in a moment") << from(1ms) << Status::ExpiringSoon;
    QTest::newRow("exactly 14 days ahead") << from(14 * 24h) << Status::ExpiringSoon;
    QTest::newRow("a moment more") << from(14 * 24h + 1ms) << Status::Active;
}

void StatusTest::isJudgedByTheEnd()
{
    QFETCH(std::optional<QDateTime>, end);
    QFETCH(Status, status);
    QCOMPARE(statusAt(end, QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC), expiringSoonWithin),
             status);
}

void StatusTest::hasAWord()
{
    QCOMPARE(statusText(Status::Active), QStringLiteral("Active"));
    QCOMPARE(statusText(Status::ExpiringSoon), QStringLiteral("Expiring soon"));
    QCOMPARE(statusText(Status::Expired), QStringLiteral("Expired"));
}

QTEST_APPLESS_MAIN(StatusTest)
#include "tst_status.moc"
