#include "tests/support/fixedclock.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/durationrow.h"
#include "ui/widgets/expirationfield.h"
#include "ui/widgets/expirationpopup.h"
#include "ui/widgets/expiresinbutton.h"
#include "ui/widgets/monthview.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ctime>

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

/// This computer stands somewhere else for the time of a test.
class TimeZone
{
public:
    explicit TimeZone(const QByteArray &name)
        : m_before(qgetenv("TZ"))
    {
        set(name);
    }
    ~TimeZone() { set(m_before); }
    Q_DISABLE_COPY_MOVE(TimeZone)

private:
    static void set(const QByteArray &name)
    {
        if (name.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        tzset();
    }

    QByteArray m_before;
};

ChoiceCard *card(const ExpirationField &field, const QString &word)
{
    for (ChoiceCard *card : field.findChildren<ChoiceCard *>()) {
        if (card->text() == word)
            return card;
    }
    return nullptr;
}

DurationRow *row(const ExpirationField &field, const QString &words)
{
    for (DurationRow *row : field.findChildren<DurationRow *>()) {
        if (row->text() == words)
            return row;
    }
    return nullptr;
}

QString description(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

} // namespace

class tst_ExpirationField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsWithThirtyDays();
    void namesItsControls();
    void hidesTheBoxForUnlimited();
    void comesBackToWhatWasLimited();
    void showsTheEndInLocalTime_data();
    void showsTheEndInLocalTime();
    void offersTheDurationsWithTheirDates();
    void takesADuration();
    void takesADateFromTheCalendar();
    void startsTheCalendarToday();
    void tellsAnErrorWithItsValue();
    void disablesWhatIsOverThePolicy();
    void endsTheCalendarWhereThePolicyDoes();
    void disablesUnlimitedAndSaysWhy();
    void countsTheDateAnew();

private:
    FixedClock m_clock{utc(QStringLiteral("2026-11-24T09:42:00Z"))};
};

void tst_ExpirationField::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ConsoleStyle::install(*qApp);
}

void tst_ExpirationField::startsWithThirtyDays()
{
    const ExpirationField field(m_clock);
    QCOMPARE(field.choice(), ExpirationChoice::days(30));
    QVERIFY(card(field, QStringLiteral("Limited"))->isChecked());
    QVERIFY(!card(field, QStringLiteral("Unlimited"))->isChecked());
}

void tst_ExpirationField::namesItsControls()
{
    const ExpirationField field(m_clock);
    auto *button = field.findChild<ExpiresInButton *>();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Expires in"));
    QCOMPARE(interface->role(), QAccessible::PushButton);
    QCOMPARE(description(button), QStringLiteral("30 days"));
    QCOMPARE(description(card(field, QStringLiteral("Unlimited"))), QStringLiteral("Non-expiring token"));
    QCOMPARE(description(card(field, QStringLiteral("Limited"))), QStringLiteral("Time-bound token"));
}

void tst_ExpirationField::hidesTheBoxForUnlimited()
{
    ExpirationField field(m_clock);
    field.show();
    QSignalSpy changed(&field, &ExpirationField::changed);
    card(field, QStringLiteral("Unlimited"))->click();
    QVERIFY(field.choice().isUnlimited());
    QVERIFY(!field.findChild<ExpiresInButton *>()->isVisible());
    QCOMPARE(field.endText(), QString());
    QCOMPARE(changed.count(), 1);
}

void tst_ExpirationField::comesBackToWhatWasLimited()
{
    ExpirationField field(m_clock);
    field.setChoice(ExpirationChoice::days(90));
    card(field, QStringLiteral("Unlimited"))->click();
    card(field, QStringLiteral("Limited"))->click();
    QCOMPARE(field.choice(), ExpirationChoice::days(90));
}

void tst_ExpirationField::showsTheEndInLocalTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<ExpirationChoice>("choice");
    QTest::addColumn<QString>("end");
    QTest::newRow("30 days in Berlin")
        << QByteArray("Europe/Berlin") << QStringLiteral("2026-11-24T09:42:00Z") << ExpirationChoice::days(30)
        << QStringLiteral("Thu, 24 Dec 2026, 10:42 CET");
    // 30 × 24 h, so the hour on the clock moves with the change to summer time.
    QTest::newRow("across the change to summer time")
        << QByteArray("Europe/Berlin") << QStringLiteral("2027-03-10T09:42:00Z") << ExpirationChoice::days(30)
        << QStringLiteral("Fri, 9 Apr 2027, 11:42 CEST");
    QTest::newRow("across the change to winter time")
        << QByteArray("Europe/Berlin") << QStringLiteral("2026-10-20T21:30:00Z") << ExpirationChoice::days(7)
        << QStringLiteral("Tue, 27 Oct 2026, 22:30 CET");
    QTest::newRow("at UTC+14") << QByteArray("Pacific/Kiritimati") << QStringLiteral("2026-11-24T12:00:00Z")
                               << ExpirationChoice::days(7) << QStringLiteral("Wed, 2 Dec 2026, 02:00 +14");
    QTest::newRow("at UTC-11") << QByteArray("Pacific/Pago_Pago") << QStringLiteral("2026-11-24T09:42:00Z")
                               << ExpirationChoice::days(7) << QStringLiteral("Mon, 30 Nov 2026, 22:42 SST");
    QTest::newRow("a date ends with its day")
        << QByteArray("Europe/Berlin") << QStringLiteral("2026-11-24T09:42:00Z")
        << ExpirationChoice::date(QDate(2027, 1, 15)) << QStringLiteral("Fri, 15 Jan 2027, 23:59 CET");
    QTest::newRow("a date at UTC+14")
        << QByteArray("Pacific/Kiritimati") << QStringLiteral("2026-11-24T12:00:00Z")
        << ExpirationChoice::date(QDate(2026, 11, 25)) << QStringLiteral("Wed, 25 Nov 2026, 23:59 +14");
}

void tst_ExpirationField::showsTheEndInLocalTime()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(ExpirationChoice, choice);
    QFETCH(QString, end);
    const TimeZone there(zone);
    const FixedClock clock(utc(now));
    ExpirationField field(clock);
    field.setChoice(choice);
    QCOMPARE(field.endText(), end);
}

void tst_ExpirationField::offersTheDurationsWithTheirDates()
{
    const TimeZone there("Europe/Berlin");
    ExpirationField field(m_clock);
    field.show();
    field.findChild<ExpiresInButton *>()->click();
    const std::pair<QString, QString> offered[] = {
        {QStringLiteral("7 days"), QStringLiteral("1 Dec 2026")},
        {QStringLiteral("30 days"), QStringLiteral("24 Dec 2026")},
        {QStringLiteral("60 days"), QStringLiteral("23 Jan 2027")},
        {QStringLiteral("90 days"), QStringLiteral("22 Feb 2027")},
        {QStringLiteral("180 days"), QStringLiteral("23 May 2027")},
        {QStringLiteral("365 days"), QStringLiteral("24 Nov 2027")},
    };
    for (const auto &[words, date] : offered) {
        QVERIFY2(row(field, words), qPrintable(words));
        QCOMPARE(row(field, words)->accessibleDescription(), date);
        QCOMPARE(row(field, words)->isChecked(), words == QLatin1String("30 days"));
    }
    QVERIFY(row(field, QStringLiteral("Custom date…")));
}

void tst_ExpirationField::takesADuration()
{
    ExpirationField field(m_clock);
    field.show();
    QSignalSpy changed(&field, &ExpirationField::changed);
    field.findChild<ExpiresInButton *>()->click();
    row(field, QStringLiteral("90 days"))->click();
    QCOMPARE(field.choice(), ExpirationChoice::days(90));
    QCOMPARE(description(field.findChild<ExpiresInButton *>()), QStringLiteral("90 days"));
    QVERIFY(!field.findChild<ExpirationPopup *>()->isVisible());
    QCOMPARE(changed.count(), 1);
}

void tst_ExpirationField::takesADateFromTheCalendar()
{
    const TimeZone there("Europe/Berlin");
    ExpirationField field(m_clock);
    field.show();
    field.findChild<ExpiresInButton *>()->click();
    auto *month = field.findChild<MonthView *>();
    QVERIFY(!month->isVisible());
    row(field, QStringLiteral("Custom date…"))->click();
    QVERIFY(month->isVisible());
    Q_EMIT month->picked(QDate(2027, 1, 15));
    QCOMPARE(field.choice(), ExpirationChoice::date(QDate(2027, 1, 15)));
    QCOMPARE(description(field.findChild<ExpiresInButton *>()), QStringLiteral("15 Jan 2027"));
    field.findChild<ExpiresInButton *>()->click();
    QVERIFY(month->isVisible());
    QCOMPARE(month->selectedDate(), QDate(2027, 1, 15));
}

void tst_ExpirationField::startsTheCalendarToday()
{
    const TimeZone there("Pacific/Kiritimati");
    const FixedClock clock(utc(QStringLiteral("2026-11-24T12:00:00Z")));
    ExpirationField field(clock);
    field.show();
    field.findChild<ExpiresInButton *>()->click();
    auto *month = field.findChild<MonthView *>();
    month->setSelectedDate(QDate(2026, 11, 24));
    // Yesterday there: the calendar does not go before today.
    QCOMPARE(month->selectedDate(), QDate(2026, 11, 25));
}

void tst_ExpirationField::tellsAnErrorWithItsValue()
{
    ExpirationField field(m_clock);
    field.setMessage(FieldMessage::Kind::Bad, QStringLiteral("Choose a date in the future."));
    QCOMPARE(description(field.findChild<ExpiresInButton *>()),
             QStringLiteral("30 days. Choose a date in the future."));
    field.setMessage(FieldMessage::Kind::None, {});
    QCOMPARE(description(field.findChild<ExpiresInButton *>()), QStringLiteral("30 days"));
}

void tst_ExpirationField::disablesWhatIsOverThePolicy()
{
    ExpirationField field(m_clock);
    field.setPolicy({180, true}, QStringLiteral("Production"));
    field.show();
    field.findChild<ExpiresInButton *>()->click();
    QVERIFY(row(field, QStringLiteral("180 days"))->isEnabled());
    QVERIFY(!row(field, QStringLiteral("365 days"))->isEnabled());
    QCOMPARE(description(row(field, QStringLiteral("365 days"))), QStringLiteral("over 180 days"));
    row(field, QStringLiteral("365 days"))->click();
    QCOMPARE(field.choice(), ExpirationChoice::days(30));
    // Unlimited is another rule.
    QVERIFY(card(field, QStringLiteral("Unlimited"))->isEnabled());
}

void tst_ExpirationField::endsTheCalendarWhereThePolicyDoes()
{
    const TimeZone there("Europe/Berlin");
    ExpirationField field(m_clock);
    field.setPolicy({180, true}, QStringLiteral("Production"));
    field.show();
    field.findChild<ExpiresInButton *>()->click();
    auto *month = field.findChild<MonthView *>();
    month->setSelectedDate(QDate(2027, 12, 1));
    QCOMPARE(month->selectedDate(), QDate(2027, 5, 23));
    for (Button *button : month->findChildren<Button *>())
        QCOMPARE(button->isEnabled(), button->accessibleName() == QStringLiteral("Previous Month"));
}

void tst_ExpirationField::disablesUnlimitedAndSaysWhy()
{
    ExpirationField field(m_clock);
    field.setPolicy({180, false}, QStringLiteral("Production"));
    field.show();
    ChoiceCard *unlimited = card(field, QStringLiteral("Unlimited"));
    QVERIFY(!unlimited->isEnabled());
    const QString reason =
        QStringLiteral("Unlimited is off: the policy of Production allows at most 180 days.");
    QVERIFY(description(unlimited).endsWith(reason));
    const QList<FieldMessage *> messages = field.findChildren<FieldMessage *>();
    QVERIFY(std::any_of(messages.cbegin(), messages.cend(), [&reason](const FieldMessage *message) {
        return message->isVisible() && message->text() == reason;
    }));
}

void tst_ExpirationField::countsTheDateAnew()
{
    const TimeZone there("Europe/Berlin");
    FixedClock clock(utc(QStringLiteral("2026-11-24T09:42:00Z")));
    const ExpirationField field(clock);
    clock.advance(std::chrono::minutes(5));
    QCOMPARE(field.endText(), QStringLiteral("Thu, 24 Dec 2026, 10:47 CET"));
}

QTEST_MAIN(tst_ExpirationField)

#include "tst_expirationfield.moc"
