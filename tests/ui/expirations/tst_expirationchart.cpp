#include "ui/expirations/expirationchart.h"
#include "ui/style/consolestyle.h"
#include "ui/style/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);

/// Two this week, soon; none in the next; four in that of 7 December, of which one is soon.
Expirations sample()
{
    Expirations expirations(now);
    const auto add = [&expirations](int days, int times, bool soon) {
        for (int time = 0; time < times; ++time)
            expirations.add(now.addDays(days).toMSecsSinceEpoch(), soon);
    };
    add(1, 2, true);
    add(14, 1, true);
    add(15, 3, false);
    return expirations;
}

} // namespace

class ExpirationChartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isPressedByAClick();
    void aWeekWithoutTokensCannotBePressed();
    void theChosenWeekCanBePressedEvenWhenItIsEmpty();
    void isPressedByTheKeys_data();
    void isPressedByTheKeys();
    void tellsAScreenReaderEachBar();
    void canBePressedByAScreenReader();
    void paintsWhatExpiresSoonInItsColour();
    void isMirrored();

private:
    std::unique_ptr<ExpirationChart> m_chart;
};

void ExpirationChartTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ConsoleStyle::install(*qApp)->setTheme(Theme::Light);
}

void ExpirationChartTest::init()
{
    m_chart = std::make_unique<ExpirationChart>();
    m_chart->resize(13 * 60, ExpirationChart::naturalHeight());
    m_chart->setExpirations(sample());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
}

void ExpirationChartTest::cleanup()
{
    m_chart.reset();
}

void ExpirationChartTest::isPressedByAClick()
{
    QSignalSpy pressed(m_chart.get(), &ExpirationChart::pressed);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(2 * 60 + 30, 5));
    QCOMPARE(pressed.size(), 1);
    QCOMPARE(pressed.constFirst().constFirst().toInt(), 2);
}

void ExpirationChartTest::aWeekWithoutTokensCannotBePressed()
{
    QSignalSpy pressed(m_chart.get(), &ExpirationChart::pressed);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(60 + 30, 5));
    QCOMPARE(pressed.size(), 0);
}

void ExpirationChartTest::theChosenWeekCanBePressedEvenWhenItIsEmpty()
{
    m_chart->setChosenWeek(1);
    QSignalSpy pressed(m_chart.get(), &ExpirationChart::pressed);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(60 + 30, 5));
    QCOMPARE(pressed.size(), 1);
}

void ExpirationChartTest::isPressedByTheKeys_data()
{
    QTest::addColumn<Qt::Key>("press");
    QTest::newRow("Enter") << Qt::Key_Enter;
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Space") << Qt::Key_Space;
}

void ExpirationChartTest::isPressedByTheKeys()
{
    QFETCH(Qt::Key, press);
    m_chart->setFocus(Qt::TabFocusReason);
    QSignalSpy pressed(m_chart.get(), &ExpirationChart::pressed);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), press);
    QCOMPARE(pressed.constLast().constFirst().toInt(), 2);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->currentWeek(), 12);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentWeek(), 12);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QTest::keyClick(m_chart.get(), press);
    QCOMPARE(pressed.constLast().constFirst().toInt(), 0);
}

void ExpirationChartTest::tellsAScreenReaderEachBar()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_chart.get());
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->childCount(), Expirations::weekTotal);
    QAccessibleInterface *empty = chart->child(1);
    QCOMPARE(empty->text(QAccessible::Name), u"Week of 30 Nov 2026, 0 tokens expire"_s);
    QVERIFY(empty->state().disabled);
    QAccessibleInterface *bar = chart->child(2);
    QCOMPARE(bar->text(QAccessible::Name), u"Week of 7 Dec 2026, 4 tokens expire, expiring soon: 1"_s);
    QCOMPARE(bar->parent(), chart);
    QCOMPARE(chart->indexOfChild(bar), 2);
    QVERIFY(!bar->state().checked);
    m_chart->setChosenWeek(2);
    QVERIFY(bar->state().checked);
    const QPoint middle = bar->rect().center();
    QCOMPARE(chart->childAt(middle.x(), middle.y()), bar);
}

void ExpirationChartTest::canBePressedByAScreenReader()
{
    QSignalSpy pressed(m_chart.get(), &ExpirationChart::pressed);
    QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(m_chart.get())->child(0);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(pressed.size(), 1);
}

void ExpirationChartTest::paintsWhatExpiresSoonInItsColour()
{
    const QImage image = m_chart->grab().toImage();
    const auto hasColour = [&image](int week, Token token) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(week * 60 + 30, y) == color(token, Theme::Light))
                return true;
        }
        return false;
    };
    QVERIFY(hasColour(0, Token::WarnTint));
    QVERIFY(!hasColour(0, Token::Fill));
    QVERIFY(hasColour(2, Token::WarnTint));
    QVERIFY(hasColour(2, Token::Fill));
    QVERIFY(!hasColour(1, Token::WarnTint));
}

void ExpirationChartTest::isMirrored()
{
    m_chart->setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(m_chart->weekAt(QPoint(m_chart->width() - 5, 5)), 0);
    m_chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->currentWeek(), 1);
}

QTEST_MAIN(ExpirationChartTest)
#include "tst_expirationchart.moc"
