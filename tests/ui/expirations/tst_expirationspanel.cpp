#include "tests/ui/pages/shownpage.h"
#include "ui/expirations/expirationchart.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/expirations/expirationtable.h"
#include "ui/style/consolestyle.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// "Expirations ahead" on the page that it belongs to.
class ExpirationsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void comesWithTheFirstRowsAndMovesThemNoMore();
    void isNotThereWithoutAccounts();
    void filtersTheListByAWeekAndBack();
    void aPillEndsTheWeek();
    void saysThatAWeekIsChosen();
    void canBeFoldedAwayForItsConnection();
    void isFoldedInALowWindowUntilSomebodyChooses();
    void canBeReadAsATable();
    void countsWhatHasNoWeek();

private:
    void open();
    ExpirationsPanel *panel() { return m_page->page.findChild<ExpirationsPanel *>(); }
    ExpirationChart *chart() { return m_page->page.findChild<ExpirationChart *>(); }
    int rows() { return m_page->world.list.model()->rowCount(); }

    std::unique_ptr<ShownPage> m_page;
};

void ExpirationsPanelTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ConsoleStyle::install(*qApp)->setTheme(Theme::Light);
}

void ExpirationsPanelTest::init()
{
    m_page = std::make_unique<ShownPage>();
    const QDateTime now = m_page->world.clock.now();
    const auto put = [this](const QString &name, const std::optional<QDateTime> &end) {
        ServiceAccount account;
        account.id = u"id-"_s + name;
        account.name = name;
        account.roles = {AccountRole(Role::Viewer)};
        account.expiryDate = end;
        m_page->world.server.put(account);
    };
    put(u"this_week"_s, now.addDays(1));
    put(u"next_week_a"_s, now.addDays(7));
    put(u"next_week_b"_s, now.addDays(8));
    put(u"much_later"_s, now.addDays(300));
    put(u"expired"_s, now.addDays(-1));
    put(u"unlimited"_s, {});
}

void ExpirationsPanelTest::cleanup()
{
    m_page.reset();
}

void ExpirationsPanelTest::open()
{
    m_page->world.openLocal();
    // A layout shows its head one turn of the event loop after the chart.
    QTRY_VERIFY(chart() && chart()->isVisible() && m_page->button(u"Expirations ahead"_s));
}

void ExpirationsPanelTest::comesWithTheFirstRowsAndMovesThemNoMore()
{
    QVERIFY(!panel()->isVisible());
    QVERIFY2(!chart(), "it is not made before the rows are painted");
    m_page->world.openLocal();
    QVERIFY(panel()->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const int height = panel()->height();
    QTRY_VERIFY(chart() && chart()->isVisible());
    QTest::qWait(0);
    QCOMPARE(panel()->height(), height);
    QVERIFY(chart()->height() >= ExpirationChart::naturalHeight());
}

void ExpirationsPanelTest::isNotThereWithoutAccounts()
{
    open();
    m_page->world.list.model()->clear();
    QVERIFY(!panel()->isVisible());
}

void ExpirationsPanelTest::filtersTheListByAWeekAndBack()
{
    open();
    chart()->press(1);
    QCOMPARE(rows(), 2);
    QCOMPARE(chart()->chosenWeek(), 1);
    chart()->press(0);
    QCOMPARE(rows(), 1);
    chart()->press(0);
    QCOMPARE(rows(), 6);
    QCOMPARE(chart()->chosenWeek(), -1);
}

void ExpirationsPanelTest::aPillEndsTheWeek()
{
    open();
    chart()->press(1);
    m_page->pill(u"Expired"_s)->click();
    QCOMPARE(rows(), 1);
    QCOMPARE(chart()->chosenWeek(), -1);
    chart()->press(1);
    QCOMPARE(rows(), 2);
    QVERIFY(m_page->pill(u"All"_s)->isChecked());
}

void ExpirationsPanelTest::saysThatAWeekIsChosen()
{
    open();
    QVERIFY(!m_page->filter(u"Expires"_s));
    const int headAbove = panel()->y();
    chart()->press(1);
    QVERIFY(m_page->filter(u"Expires"_s));
    QCOMPARE(m_page->filter(u"Expires"_s)->value(), u"Week of 30 Nov 2026"_s);
    QTest::qWait(0);
    QCOMPARE(panel()->y(), headAbove);
    m_page->search()->setText(u"no such name"_s);
    QVERIFY(m_page->says(u"The search looks at name, description and role. "
                         u"The filter “Week of 30 Nov 2026” is on as well."_s));
    m_page->button(u"Clear Filters"_s)->click();
    QCOMPARE(rows(), 6);
    QVERIFY(!m_page->filter(u"Expires"_s));
    chart()->press(1);
    m_page->filter(u"Expires"_s)->choices()->actions().constFirst()->trigger();
    QCOMPARE(rows(), 6);
}

void ExpirationsPanelTest::canBeFoldedAwayForItsConnection()
{
    open();
    m_page->button(u"Expirations ahead"_s)->click();
    QVERIFY(!chart()->isVisible());
    QVERIFY(!m_page->button(u"Show as Table"_s));
    const QString key = m_page->world.connection.connection()->key;
    QCOMPARE(m_page->world.layouts.page(key).isChartFolded, std::optional(true));

    ServiceAccountsPage again(m_page->world.parts);
    QVERIFY(again.findChild<ExpirationsPanel *>()->isFolded());
    // The second page reads the list anew.
    QTRY_VERIFY(m_page->button(u"Expirations ahead"_s));
    m_page->button(u"Expirations ahead"_s)->click();
    QVERIFY(chart()->isVisible());
    QCOMPARE(m_page->world.layouts.page(key).isChartFolded, std::optional(false));
}

void ExpirationsPanelTest::isFoldedInALowWindowUntilSomebodyChooses()
{
    m_page->page.resize(900, 500);
    m_page->world.openLocal();
    QTRY_VERIFY(m_page->button(u"Expirations ahead"_s));
    QVERIFY(!chart());
    m_page->page.resize(900, 700);
    QTRY_VERIFY(chart() && chart()->isVisible());
    m_page->page.resize(900, 500);
    QTRY_VERIFY(!chart()->isVisible());
    m_page->button(u"Expirations ahead"_s)->click();
    QVERIFY(chart()->isVisible());
}

void ExpirationsPanelTest::canBeReadAsATable()
{
    open();
    m_page->button(u"Show as Table"_s)->click();
    QVERIFY(!chart()->isVisible());
    auto *table = m_page->page.findChild<ExpirationTable *>();
    QVERIFY(table->isVisible());
    const QAbstractItemModel &model = *table->model();
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Week"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Tokens that expire"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"Week of 30 Nov 2026"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"2"_s);
    table->setCurrentIndex(model.index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(rows(), 2);
    QVERIFY(!model.index(1, 0).data(Qt::DecorationRole).isNull());
    m_page->button(u"Show as Chart"_s)->click();
    QCOMPARE(chart()->chosenWeek(), 1);
}

void ExpirationsPanelTest::countsWhatHasNoWeek()
{
    open();
    QVERIFY(m_page->says(u"1 later, 1 unlimited, 1 expired"_s));
}

QTEST_MAIN(ExpirationsPanelTest)
#include "tst_expirationspanel.moc"
