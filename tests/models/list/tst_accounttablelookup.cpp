#include "tests/models/list/accounttablefixture.h"

#include <QTest>

/// Where an account stands in the table, and what its columns are called.
class AccountTableLookupTest : public QObject, private AccountTableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeModel(); }
    void findsTheRowOfAnAccount();
    void findsAccountsByWordsOfTheirNames_data();
    void findsAccountsByWordsOfTheirNames();
    void namesItsColumns();
};

void AccountTableLookupTest::findsTheRowOfAnAccount()
{
    m_model->put({account(QStringLiteral("a")), account(QStringLiteral("b"))});
    QCOMPARE(m_model->rowOf(QStringLiteral("id-b")), 1);
    QCOMPARE(m_model->rowOf(QStringLiteral("id-c")), -1);
    m_model->setFilter({QStringLiteral("b"), StatusChoice::All, {}});
    QCOMPARE(m_model->rowOf(QStringLiteral("id-b")), 0);
    QCOMPARE(m_model->rowOf(QStringLiteral("id-a")), -1);
    QVERIFY(m_model->accountById(QStringLiteral("id-a")));
    QVERIFY(!m_model->accountById(QStringLiteral("id-c")));
}

void AccountTableLookupTest::findsAccountsByWordsOfTheirNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("ids");
    const QString deploy = QStringLiteral("id-ci_deploy");
    const QString nightly = QStringLiteral("id-ci_nightly");
    QTest::newRow("a word") << QStringLiteral("NIGHT") << 8 << QStringList{nightly};
    QTest::newRow("two words") << QStringLiteral("ly ci") << 8 << QStringList{nightly};
    QTest::newRow("of both") << QStringLiteral("ci_") << 8 << QStringList{deploy, nightly};
    QTest::newRow("no more than asked for") << QStringLiteral("ci_") << 1 << QStringList{deploy};
    QTest::newRow("not the description") << QStringLiteral("front") << 8 << QStringList();
    QTest::newRow("nothing typed") << QString() << 1 << QStringList{deploy};
}

void AccountTableLookupTest::findsAccountsByWordsOfTheirNames()
{
    QFETCH(QString, text);
    QFETCH(int, most);
    ServiceAccount deploy = account(QStringLiteral("ci_deploy"));
    deploy.description = QStringLiteral("the front end");
    m_model->put({account(QStringLiteral("ci_nightly")), deploy});
    // Shown or not.
    m_model->setFilter({QStringLiteral("nothing like it"), StatusChoice::All, {}});
    QTEST(m_model->idsByName(text, most), "ids");
}

void AccountTableLookupTest::namesItsColumns()
{
    QStringList titles;
    for (int column = 0; column < m_model->columnCount(); ++column)
        titles.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(
        titles,
        QStringList({QStringLiteral("Name"), QStringLiteral("Description"), QStringLiteral("Roles"),
                     QStringLiteral("Expiration"), QStringLiteral("Status"), QStringLiteral("Last used"),
                     QStringLiteral("Created"), QStringLiteral("Created by"), QStringLiteral("Keychain")}));
    QVERIFY(!m_model->headerData(-1, Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(m_model->columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(0, Qt::Horizontal, Qt::DecorationRole).isValid());
}

QTEST_GUILESS_MAIN(AccountTableLookupTest)
#include "tst_accounttablelookup.moc"
