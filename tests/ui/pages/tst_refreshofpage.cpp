#include "tests/ui/pages/shownpage.h"
#include "tests/ui/support/controls.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/rowactions.h"
#include "ui/style/consolestyle.h"
#include "ui/windowattention.h"

#include <QApplication>
#include <QLineEdit>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTest>

namespace {

/// What of a widget was painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(watched, event);
    }
    const QRegion &painted() const { return m_painted; }

private:
    QRegion m_painted;
};

/// The page with two hundred accounts, painted and at rest.
struct RestingPage : ShownPage
{
    RestingPage()
    {
        world.server.fill(200);
        world.openLocal();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("the page is not shown");
        settle();
    }

    static void settle()
    {
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }

    bool refresh()
    {
        world.list.refresh();
        const bool loaded =
            QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; });
        settle();
        return loaded;
    }

    ServiceAccount account(const QString &name) { return *world.server.find(name); }
    void describe(const QString &name, const QString &description)
    {
        ServiceAccount changed = account(name);
        changed.description = description;
        world.server.put(changed);
    }
    QString currentName() { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
    /// Of the row's place on the screen; the account has to be shown.
    int placeOf(const QString &id)
    {
        const int row = world.list.model()->rowOf(id);
        return table()->viewport()->mapToGlobal(QPoint(0, table()->rowViewportPosition(row))).y();
    }
};

} // namespace

/// A refresh is a difference: what did not change is not touched, and nobody loses their place.
class tst_RefreshOfPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheSearchAlsoWhereTheRowsStay();
    void initTestCase();
    void repaintsNoRowWhenNothingChanged();
    void oneChangedRowRepaintsOneRow();
    void keepsTheSelectionAndThePlace();
    void staysAtTheTopWhereNewRowsCome();
    void movesOnToANeighbourOfAnAccountThatVanished();
    void keepsWhatIsTypedIntoAnOpenEdit();
    void anOpenEditOfAnAccountThatVanishedSaysSo();
    void comingToTheWindowReadsOldRowsAgain();
    void aHiddenWindowRests();
    void anEmptyListStaysAsItIsWhileItIsReadAgain();
};

void tst_RefreshOfPage::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleStyle::install(*qApp);
}

void tst_RefreshOfPage::repaintsNoRowWhenNothingChanged()
{
    RestingPage shown;
    const PaintCounter rows(shown.table()->viewport());
    const PaintCounter strip(shown.page.findChild<RowActions *>());
    QVERIFY(shown.refresh());
    QVERIFY2(rows.painted().isEmpty(), qPrintable(QString::number(rows.painted().boundingRect().height())));
    QVERIFY(strip.painted().isEmpty());
}

void tst_RefreshOfPage::oneChangedRowRepaintsOneRow()
{
    RestingPage shown;
    const PaintCounter rows(shown.table()->viewport());
    const PaintCounter strip(shown.page.findChild<RowActions *>());
    shown.describe(QStringLiteral("account_004"), QStringLiteral("changed by somebody else"));
    QVERIFY(shown.refresh());
    const QRect painted = rows.painted().boundingRect();
    const QRect row = shown.table()->visualRect(shown.table()->model()->index(3, 0));
    QCOMPARE(painted.top(), row.top());
    // Qt rounds up by a line.
    QVERIFY2(painted.height() <= row.height() + 1, qPrintable(QString::number(painted.height())));
    QVERIFY(strip.painted().isEmpty());
}

void tst_RefreshOfPage::keepsTheSelectionAndThePlace()
{
    RestingPage shown;
    const QString id = QStringLiteral("id_account_100");
    shown.table()->showAccount(id);
    RestingPage::settle();
    const int place = shown.placeOf(id);
    for (int number = 10; number < 15; ++number)
        shown.world.server.remove(QStringLiteral("id_account_%1").arg(number, 3, 10, QLatin1Char('0')));
    ServiceAccount more = shown.account(QStringLiteral("account_050"));
    more.id = QStringLiteral("id_more");
    more.name = QStringLiteral("account_050_more");
    shown.world.server.put(more);
    QVERIFY(shown.refresh());
    QCOMPARE(shown.table()->model()->rowCount(), 196);
    QCOMPARE(shown.currentName(), QStringLiteral("account_100"));
    QCOMPARE(shown.table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(shown.placeOf(id), place);
}

void tst_RefreshOfPage::staysAtTheTopWhereNewRowsCome()
{
    RestingPage shown;
    ServiceAccount first = shown.account(QStringLiteral("account_001"));
    first.id = QStringLiteral("id_first");
    first.name = QStringLiteral("aaa_first");
    shown.world.server.put(first);
    QVERIFY(shown.refresh());
    QCOMPARE(shown.table()->verticalScrollBar()->value(), 0);
    QCOMPARE(shown.table()->model()->index(0, 0).data().toString(), first.name);
}

void tst_RefreshOfPage::movesOnToANeighbourOfAnAccountThatVanished()
{
    RestingPage shown;
    shown.table()->showAccount(QStringLiteral("id_account_100"));
    shown.world.server.remove(QStringLiteral("id_account_100"));
    shown.world.server.remove(QStringLiteral("id_account_003"));
    QVERIFY(shown.refresh());
    QCOMPARE(shown.currentName(), QStringLiteral("account_099"));
}

void tst_RefreshOfPage::keepsWhatIsTypedIntoAnOpenEdit()
{
    RestingPage shown;
    shown.page.dialogs()->openEdit(QStringLiteral("id_account_005"));
    QVERIFY(shown.dialog());
    auto *description = Controls::get<QLineEdit>(shown.dialog(), QStringLiteral("Description"));
    description->setText(QStringLiteral("typed"));
    shown.describe(QStringLiteral("account_005"), QStringLiteral("by somebody else"));
    QVERIFY(shown.refresh());
    QVERIFY(shown.dialog());
    QCOMPARE(description->text(), QStringLiteral("typed"));
    // Nothing is overwritten unseen.
    Controls::press(shown.dialog(), QStringLiteral("Save Changes"));
    QTRY_VERIFY2(
        Controls::texts(shown.dialog()).join(u'\n').contains(QStringLiteral("Somebody else changed")),
        qPrintable(Controls::texts(shown.dialog()).join(u'\n')));
    QCOMPARE(shown.account(QStringLiteral("account_005")).description, QStringLiteral("by somebody else"));
}

void tst_RefreshOfPage::anOpenEditOfAnAccountThatVanishedSaysSo()
{
    RestingPage shown;
    shown.page.dialogs()->openEdit(QStringLiteral("id_account_005"));
    auto *description = Controls::get<QLineEdit>(shown.dialog(), QStringLiteral("Description"));
    description->setText(QStringLiteral("typed"));
    shown.world.server.remove(QStringLiteral("id_account_005"));
    QVERIFY(shown.refresh());
    QVERIFY(shown.dialog());
    QCOMPARE(description->text(), QStringLiteral("typed"));
    Controls::press(shown.dialog(), QStringLiteral("Save Changes"));
    QTRY_VERIFY(Controls::says(shown.dialog(), QStringLiteral("account_005 was deleted meanwhile")));
}

void tst_RefreshOfPage::comingToTheWindowReadsOldRowsAgain()
{
    RestingPage shown;
    new WindowAttention(&shown.page, shown.world.schedule);
    shown.describe(QStringLiteral("account_004"), QStringLiteral("changed"));
    shown.world.clock.advance(std::chrono::minutes(1));
    QEvent activation(QEvent::WindowActivate);
    QCoreApplication::sendEvent(&shown.page, &activation);
    QTRY_COMPARE(shown.world.list.model()->serviceAccountAt(3).description, QStringLiteral("changed"));
}

void tst_RefreshOfPage::aHiddenWindowRests()
{
    RestingPage shown;
    new WindowAttention(&shown.page, shown.world.schedule);
    const auto reads = [&] { return shown.world.server.calls(MemoryAdminApi::Verb::List); };
    const int before = reads();
    shown.page.hide();
    shown.world.clock.advance(std::chrono::hours(1));
    shown.world.schedule.check();
    QCOMPARE(reads(), before);
    shown.page.show();
    QCOMPARE(reads(), before + 1);
}

void tst_RefreshOfPage::anEmptyListStaysAsItIsWhileItIsReadAgain()
{
    ShownPage shown;
    shown.world.openLocal();
    Button *create = shown.button(QStringLiteral("Create Service Account"));
    QVERIFY(create);
    shown.world.list.refresh();
    QVERIFY(create->isVisible());
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    QVERIFY(create->isVisible());
}

void tst_RefreshOfPage::marksTheSearchAlsoWhereTheRowsStay()
{
    RestingPage shown;
    const PaintCounter rows(shown.table()->viewport());
    AccountFilter filter;
    filter.search = QStringLiteral("account");
    shown.world.list.model()->setFilter(filter);
    shown.settle();
    QCOMPARE(shown.world.list.model()->rowCount(), 200);
    QVERIFY(!rows.painted().isEmpty());
}

QTEST_MAIN(tst_RefreshOfPage)
#include "tst_refreshofpage.moc"
