#include "models/export/rowstext.h"
#include "models/list/accounttablemodel.h"
#include "tests/support/fixedclock.h"

#include <QTest>

class RowsTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithTheTitlesOfTheColumns();
    void keepsARowInOneLine_data();
    void keepsARowInOneLine();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
};

static ServiceAccount account(const QString &name, const QString &description)
{
    ServiceAccount result;
    result.id = QStringLiteral("id-") + name;
    result.name = name;
    result.description = description;
    result.roles = {AccountRole(Role::Viewer)};
    return result;
}

void RowsTextTest::beginsWithTheTitlesOfTheColumns()
{
    AccountTableModel model(m_clock);
    model.put({account(QStringLiteral("a"), QStringLiteral("first")),
               account(QStringLiteral("b"), QStringLiteral("second")),
               account(QStringLiteral("c"), QStringLiteral("third"))});
    QCOMPARE(rowsText(model, {0, 2}, {AccountColumn::Name, AccountColumn::Roles, AccountColumn::Description}),
             QStringLiteral("Name\tRoles\tDescription\na\tViewer\tfirst\nc\tViewer\tthird\n"));
}

void RowsTextTest::keepsARowInOneLine_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("cell");
    QTest::newRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a b");
    QTest::newRow("line break") << QStringLiteral("a\r\nb") << QStringLiteral("a b");
    QTest::newRow("separator of lines") << QStringLiteral("a\u2028b") << QStringLiteral("a b");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
    QTest::newRow("formula after a tab") << QStringLiteral("\t@x") << QStringLiteral("'@x");
    QTest::newRow("quote at the beginning") << QStringLiteral("\"a\" b") << QStringLiteral("\"\"\"a\"\" b\"");
    QTest::newRow("quote inside") << QStringLiteral("a \"b\"") << QStringLiteral("a \"b\"");
}

void RowsTextTest::keepsARowInOneLine()
{
    QFETCH(QString, description);
    QFETCH(QString, cell);
    AccountTableModel model(m_clock);
    model.put({account(QStringLiteral("a"), description)});
    QCOMPARE(rowsText(model, {0}, {AccountColumn::Name, AccountColumn::Description}),
             QStringLiteral("Name\tDescription\na\t%1\n").arg(cell));
}

QTEST_GUILESS_MAIN(RowsTextTest)
#include "tst_rowstext.moc"
