#include "ui/widgets/countdown.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace {

QString told(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

} // namespace

class tst_Countdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheSecondsLeft();
    void canBeReadAtAnyTime();
    void announcesTheStartAndTheEndOnly();
    void keepsTheLastSentence();
};

void tst_Countdown::saysTheSecondsLeft()
{
    Countdown countdown;
    QVERIFY(!countdown.isRunning());
    countdown.begin(30);
    QVERIFY(countdown.isRunning());
    QCOMPARE(countdown.sentence(), QStringLiteral("Copied. The clipboard is cleared in 30 s."));
    countdown.setSecondsLeft(23);
    QCOMPARE(countdown.sentence(), QStringLiteral("Copied. The clipboard is cleared in 23 s."));
}

void tst_Countdown::canBeReadAtAnyTime()
{
    Countdown countdown;
    countdown.begin(30);
    countdown.setSecondsLeft(7);
    QCOMPARE(told(&countdown), countdown.sentence());
    QVERIFY(told(&countdown).contains(QStringLiteral("7 s")));
    QCOMPARE(QAccessible::queryAccessibleInterface(&countdown)->role(), QAccessible::StaticText);
}

void tst_Countdown::announcesTheStartAndTheEndOnly()
{
    Countdown countdown;
    QSignalSpy announced(&countdown, &Countdown::announced);
    countdown.begin(3);
    QCOMPARE(announced.count(), 1);
    for (int left : {2, 1})
        countdown.setSecondsLeft(left);
    QCOMPARE(announced.count(), 1);
    countdown.end(QStringLiteral("The clipboard was cleared."));
    QCOMPARE(announced.count(), 2);
    QCOMPARE(announced.last().first().toString(), QStringLiteral("The clipboard was cleared."));
}

void tst_Countdown::keepsTheLastSentence()
{
    Countdown countdown;
    countdown.begin(3);
    countdown.end(QStringLiteral("The clipboard was cleared."));
    QVERIFY(!countdown.isRunning());
    QCOMPARE(countdown.sentence(), QStringLiteral("The clipboard was cleared."));
    countdown.begin(30);
    QCOMPARE(countdown.sentence(), QStringLiteral("Copied. The clipboard is cleared in 30 s."));
}

QTEST_MAIN(tst_Countdown)

#include "tst_countdown.moc"
