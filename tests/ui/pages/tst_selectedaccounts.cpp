#include "tests/ui/pages/shownpage.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/selectionbar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

class tst_SelectedAccounts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ShownPage> m_shown;

    void open(int count = 20)
    {
        m_shown = std::make_unique<ShownPage>();
        m_shown->world.server.fill(count);
        m_shown->world.openLocal();
        m_shown->page.activateWindow();
        QTRY_VERIFY(m_shown->page.isActiveWindow());
    }
    void select(const QList<int> &rows)
    {
        AccountTableView *table = m_shown->table();
        table->setFocus();
        table->clearSelection();
        for (const int row : rows)
            table->selectionModel()->setCurrentIndex(table->model()->index(row, 0),
                                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    SelectionBar *bar()
    {
        auto *found = m_shown->page.findChild<SelectionBar *>();
        return found && found->isVisible() ? found : nullptr;
    }
    QList<int> selected() { return m_shown->table()->selectedRows(); }

private Q_SLOTS:
    void cleanup() { m_shown.reset(); }

    void theBarComesWithTheSecondRow()
    {
        open();
        QSignalSpy counts(&m_shown->page, &ServiceAccountsPage::selectedCountChanged);
        select({2});
        QVERIFY(!bar());
        select({2, 4, 5});
        QVERIFY(bar());
        QVERIFY(m_shown->says(u"3 selected"_s));
        QVERIFY(!m_shown->page.findChild<FilterBar *>()->isVisible());
        QCOMPARE(m_shown->page.selectedCount(), 3);
        QCOMPARE(counts.last().first().toInt(), 3);
        select({2});
        QVERIFY(!bar());
        QVERIFY(m_shown->page.findChild<FilterBar *>()->isVisible());
    }

    void noRowMoves()
    {
        open();
        const auto topOfRows = [this] { return m_shown->table()->mapTo(&m_shown->page, QPoint()).y(); };
        const int before = topOfRows();
        select({2, 4});
        QCoreApplication::processEvents();
        QCOMPARE(topOfRows(), before);
        const QRect line = m_shown->page.findChild<FilterBar *>()->geometry();
        QCOMPARE(bar()->y(), line.y());
        QCOMPARE(bar()->width(), m_shown->page.width());
    }

    void clearSelectionGivesTheFocusBack()
    {
        open();
        select({2, 4});
        Button *clear = m_shown->button(u"Clear Selection"_s);
        clear->setFocus();
        clear->click();
        QVERIFY(!bar());
        QVERIFY(selected().isEmpty());
        QVERIFY(m_shown->table()->hasFocus());
    }

    void whatHasNoRoomIsInTheMenu()
    {
        open();
        select({2, 4});
        QVERIFY(m_shown->button(u"Export…"_s));
        QVERIFY(!m_shown->filter(u"More"_s));
        m_shown->page.resize(520, 400);
        QVERIFY(m_shown->button(u"Delete…"_s));
        QVERIFY(!m_shown->button(u"Export…"_s));
        FilterButton *more = m_shown->filter(u"More"_s);
        QVERIFY(more);
        m_shown->choose(more, u"Export…"_s);
        QVERIFY(m_shown->dialog());
        QCOMPARE(m_shown->dialog()->windowTitle(), u"Export"_s);
    }

    void eachButtonOpensItsWindow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::newRow("delete") << u"Delete…"_s << u"Delete Service Accounts"_s;
        QTest::newRow("add role") << u"Add Role…"_s << u"Add Role"_s;
        QTest::newRow("remove role") << u"Remove Role…"_s << u"Remove Role"_s;
        QTest::newRow("export") << u"Export…"_s << u"Export"_s;
    }

    void eachButtonOpensItsWindow()
    {
        QFETCH(QString, name);
        open();
        select({2, 4});
        m_shown->button(name)->click();
        QVERIFY(m_shown->dialog());
        QTEST(m_shown->dialog()->windowTitle(), "title");
    }

    void theDeleteKeyAsksOnceForAll()
    {
        open();
        select({2, 4});
        QTest::keyClick(m_shown->table(), Qt::Key_Delete);
        QCOMPARE(m_shown->dialog()->windowTitle(), u"Delete Service Accounts"_s);
    }

    void oneSelectedRowHasTheWindowForOne()
    {
        open();
        select({2});
        m_shown->page.deleteSelected();
        QCOMPARE(m_shown->dialog()->windowTitle(), u"Delete Service Account"_s);
    }

    void whatFailedStaysSelected()
    {
        open();
        select({2, 4, 6});
        m_shown->world.server.failNextOf(u"id_account_005"_s, Verb::Delete, Error(ErrorKind::LastAdmin));
        QSignalSpy messages(&m_shown->page, &ServiceAccountsPage::message);
        m_shown->page.deleteSelected();
        const auto press = [this](const QString &text) {
            for (Button *button : m_shown->dialog()->findChildren<Button *>()) {
                if (button->text() == text && button->isVisible())
                    button->click();
            }
        };
        press(u"Yes"_s);
        QTRY_COMPARE(m_shown->world.list.model()->total(), 18);
        QCOMPARE(messages.last().first().toString(), u"2 service accounts were deleted."_s);
        press(u"Close"_s);
        QCOMPARE(selected().size(), 1);
        QCOMPARE(m_shown->world.list.model()->serviceAccountAt(selected().first()).name, u"account_005"_s);
    }

    void exportsTheShownRowsInTheirOrder()
    {
        open();
        m_shown->search()->setText(u"account_01"_s);
        m_shown->table()->sortBy(AccountColumn::Name, Qt::DescendingOrder);
        m_shown->page.exportAccounts();
        auto *dialog = qobject_cast<ExportDialog *>(m_shown->dialog());
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        dialog->exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 12);
        QVERIFY(lines.at(1).startsWith("account_019,"));
        QVERIFY(lines.at(10).startsWith("account_010,"));
    }
};

QTEST_MAIN(tst_SelectedAccounts)
#include "tst_selectedaccounts.moc"
