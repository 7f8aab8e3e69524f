#include "models/list/accounttablemodel.h"
#include "models/list/expirations.h"
#include "tests/support/fixedclock.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ExpirationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithTheWeekOfToday_data();
    void beginsWithTheWeekOfToday();
    void putsEachEndIntoItsWeek_data();
    void putsEachEndIntoItsWeek();
    void aWeekWithAChangeOfTheClocksIsWhole();
    void tellsWhichExpireSoon();
    void followsTheSearchAndTheRolesAndNothingElse();
    void aRangeLeavesWhatItsWeekCounts();
    void namesAWeekByItsFirstDay();
    void namesAnyOtherRangeByItsDays();
    void differsByEachCount();
};

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);

void standIn(const char *zone)
{
    qputenv("TZ", zone);
    tzset();
}

ServiceAccount account(const QString &name, const std::optional<QDateTime> &end, Role role = Role::Viewer)
{
    ServiceAccount result;
    result.id = u"id-"_s + name;
    result.name = name;
    result.roles = {AccountRole(role)};
    result.expiryDate = end;
    return result;
}

} // namespace

void ExpirationsTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    standIn("UTC");
}

void ExpirationsTest::cleanup()
{
    qunsetenv("TZ");
    tzset();
}

void ExpirationsTest::beginsWithTheWeekOfToday_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QDate>("first");
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QDateTime sunday(QDate(2026, 11, 29), QTime(23, 30), Qt::UTC);
    QTest::newRow("a Tuesday") << british << "UTC"_ba << now << QDate(2026, 11, 23);
    QTest::newRow("where weeks begin on Sunday") << american << "UTC"_ba << now << QDate(2026, 11, 22);
    QTest::newRow("late on a Sunday") << british << "UTC"_ba << sunday << QDate(2026, 11, 23);
    QTest::newRow("which is Monday there")
        << british << "Pacific/Kiritimati"_ba << sunday << QDate(2026, 11, 30);
}

void ExpirationsTest::beginsWithTheWeekOfToday()
{
    QFETCH(QLocale, locale);
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, at);
    QFETCH(QDate, first);
    QLocale::setDefault(locale);
    standIn(zone.constData());
    const Expirations expirations(at);
    QCOMPARE(expirations.weeks().front().first, first);
    QCOMPARE(expirations.weeks().back().first, first.addDays(12 * 7));
}

void ExpirationsTest::putsEachEndIntoItsWeek_data()
{
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<int>("week");
    const auto at = [](int month, int day, const QTime &time, int year = 2026) {
        return QDateTime(QDate(year, month, day), time, Qt::UTC);
    };
    QTest::newRow("today") << at(11, 24, QTime(12, 0)) << 0;
    QTest::newRow("the last second of this week") << at(11, 29, QTime(23, 59, 59)) << 0;
    QTest::newRow("the first moment of the next") << at(11, 30, QTime(0, 0)) << 1;
    QTest::newRow("the last week") << at(2, 21, QTime(23, 59, 59), 2027) << 12;
    QTest::newRow("later") << at(2, 22, QTime(0, 0), 2027) << 13;
}

void ExpirationsTest::putsEachEndIntoItsWeek()
{
    QFETCH(QDateTime, end);
    QFETCH(int, week);
    Expirations expirations(now);
    expirations.add(end.toMSecsSinceEpoch(), false);
    for (size_t at = 0; at < Expirations::weekTotal; ++at)
        QCOMPARE(expirations.weeks().at(at).count, static_cast<int>(at) == week ? 1 : 0);
    QCOMPARE(expirations.later(), week == Expirations::weekTotal ? 1 : 0);
}

void ExpirationsTest::aWeekWithAChangeOfTheClocksIsWhole()
{
    standIn("Europe/Berlin");
    const Expirations expirations(QDateTime(QDate(2026, 10, 20), QTime(8, 0), Qt::UTC));
    const auto &weeks = expirations.weeks();
    QCOMPARE(weeks.at(0).range.end - weeks.at(0).range.begin, qint64{(7 * 24 + 1) * 3600 * 1000});
    QCOMPARE(weeks.at(1).range.begin, weeks.at(0).range.end);
    QCOMPARE(weekText(weeks.at(1).first), rangeText(weeks.at(1).range));
}

void ExpirationsTest::tellsWhichExpireSoon()
{
    FixedClock clock(now);
    AccountTableModel model(clock);
    // Both in the week of 7 December, of which "soon" ends on the 8th.
    model.put({account(u"a"_s, now.addDays(14)), account(u"b"_s, now.addDays(15))});
    QCOMPARE(model.expirations().weeks().at(2).count, 2);
    QCOMPARE(model.expirations().weeks().at(2).soon, 1);
    QCOMPARE(model.expirations().most(), 2);
}

void ExpirationsTest::followsTheSearchAndTheRolesAndNothingElse()
{
    FixedClock clock(now);
    AccountTableModel model(clock);
    model.put({account(u"deploy_a"_s, now.addDays(1), Role::Deployment),
               account(u"deploy_b"_s, now.addDays(1)), account(u"c"_s, now.addDays(1)),
               account(u"expired"_s, now.addSecs(-1)), account(u"unlimited"_s, {})});
    const auto thisWeek = [&model] { return model.expirations().weeks().front().count; };
    QCOMPARE(thisWeek(), 3);
    AccountFilter filter;
    filter.search = u"deploy"_s;
    model.setFilter(filter);
    QCOMPARE(thisWeek(), 2);
    filter.roles = {u"Deployment"_s};
    model.setFilter(filter);
    QCOMPARE(thisWeek(), 1);
    filter.status = StatusChoice::Unlimited;
    filter.expiry = model.expirations().weeks().at(5).range;
    model.setFilter(filter);
    QCOMPARE(thisWeek(), 1);
    QCOMPARE(model.rowCount(), 0);
    // The server's clock is the judge.
    model.setServerClockOffset(48h);
    QCOMPARE(thisWeek(), 0);
    model.clear();
    QCOMPARE(model.expirations(), Expirations());
}

void ExpirationsTest::aRangeLeavesWhatItsWeekCounts()
{
    FixedClock clock(now);
    AccountTableModel model(clock);
    model.put({account(u"expired_on_monday"_s, now.addDays(-1)), account(u"today"_s, now.addSecs(60)),
               account(u"next_week"_s, now.addDays(7)), account(u"unlimited"_s, {})});
    AccountFilter filter;
    filter.expiry = model.expirations().weeks().front().range;
    QVERIFY(filter.isSet());
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.serviceAccountAt(0).name, u"today"_s);
    QCOMPARE(model.counts().of(StatusChoice::All), 4);
    clock.advance(60s);
    model.updateTimes();
    QCOMPARE(model.rowCount(), 0);
}

void ExpirationsTest::namesAWeekByItsFirstDay()
{
    const Expirations expirations(now);
    QCOMPARE(weekText(QDate(2026, 11, 30)), u"Week of 30 Nov 2026"_s);
    QCOMPARE(rangeText(expirations.weeks().at(1).range), u"Week of 30 Nov 2026"_s);
    QCOMPARE(expirations.indexOf(expirations.weeks().at(1).range), 1);
    QCOMPARE(expirations.indexOf({0, 1}), -1);
}

void ExpirationsTest::namesAnyOtherRangeByItsDays()
{
    const auto at = [](const QDate &day) { return day.startOfDay().toMSecsSinceEpoch(); };
    QCOMPARE(rangeText({at(QDate(2026, 11, 30)), at(QDate(2026, 12, 14))}),
             u"from 30 Nov 2026 to 13 Dec 2026"_s);
    QCOMPARE(rangeText({at(QDate(2026, 11, 30)), at(QDate(2026, 12, 1))}),
             u"from 30 Nov 2026 to 30 Nov 2026"_s);
}

void ExpirationsTest::differsByEachCount()
{
    const Expirations none(now);
    QVERIFY(none == Expirations(now.addSecs(60)));
    QVERIFY(none != Expirations(now.addDays(7)));
    Expirations later(now);
    later.add(now.addDays(400).toMSecsSinceEpoch(), false);
    QVERIFY(later != none);
    Expirations one(now);
    one.add(now.addDays(1).toMSecsSinceEpoch(), false);
    QVERIFY(one != none);
    Expirations soon(now);
    soon.add(now.addDays(1).toMSecsSinceEpoch(), true);
    QVERIFY(soon != one);
}

QTEST_GUILESS_MAIN(ExpirationsTest)
#include "tst_expirations.moc"
