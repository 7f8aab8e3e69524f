#include "app/storage/filelayoutstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFileLayoutStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void givesTheDesignsOwnLayoutFirst();
    void isReadAgainByTheNextStart();
    void keepsConnectionsApart();
    void leavesOutWhatMakesNoSense_data();
    void leavesOutWhatMakesNoSense();
    void keepsTheGeometryOfTheWindow();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

PageLayout arranged()
{
    PageLayout layout;
    layout.columns = {{AccountColumn::Status, 140, false},
                      {AccountColumn::Name, 200, false},
                      {AccountColumn::CreatedBy, 0, true}};
    layout.sortColumn = AccountColumn::LastUsed;
    layout.sortOrder = Qt::DescendingOrder;
    layout.areDetailsShown = false;
    layout.detailsWidth = 320;
    layout.isChartFolded = true;
    layout.areTimesExact = true;
    return layout;
}

} // namespace

void TestFileLayoutStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"layouts.json"_s);
}

void TestFileLayoutStore::givesTheDesignsOwnLayoutFirst()
{
    QCOMPARE(FileLayoutStore(m_path).page(u"local"_s), PageLayout());
}

void TestFileLayoutStore::isReadAgainByTheNextStart()
{
    QVERIFY(FileLayoutStore(m_path).keepPage(u"local"_s, arranged()));
    QCOMPARE(FileLayoutStore(m_path).page(u"local"_s), arranged());
}

void TestFileLayoutStore::keepsConnectionsApart()
{
    FileLayoutStore store(m_path);
    QVERIFY(store.keepPage(u"local"_s, arranged()));
    QCOMPARE(store.page(u"api_apono_io"_s), PageLayout());
}

void TestFileLayoutStore::leavesOutWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("a list of another form") << QByteArray(R"({"columns": "name"})");
    QTest::newRow("a column that there is none of") << QByteArray(R"({"columns": [{"column": "colour"}]})");
    QTest::newRow("entries that are no objects") << QByteArray(R"({"columns": [1, null, "name"]})");
    QTest::newRow("an order by nothing") << QByteArray(R"({"sort": "colour", "descending": "yes"})");
    QTest::newRow("widths beyond every screen") << QByteArray(R"({"details_width": 1e9})");
    QTest::newRow("a negative width") << QByteArray(R"({"details_width": -3})");
    QTest::newRow("flags that are numbers") << QByteArray(R"({"details": 1, "chart_folded": 0})");
    QTest::newRow("no object") << QByteArray("[]");
}

void TestFileLayoutStore::leavesOutWhatMakesNoSense()
{
    QFETCH(const QByteArray, page);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\": 1, \"pages\": {\"local\": " + page + "}}");
    file.close();
    QCOMPARE(FileLayoutStore(m_path).page(u"local"_s), PageLayout());
}

void TestFileLayoutStore::keepsTheGeometryOfTheWindow()
{
    const QByteArray geometry("\x01\xd9\xd0\xcb\x00\x03", 6);
    QVERIFY(FileLayoutStore(m_path).windowGeometry().isEmpty());
    QVERIFY(FileLayoutStore(m_path).keepWindowGeometry(geometry));
    QCOMPARE(FileLayoutStore(m_path).windowGeometry(), geometry);
}

QTEST_GUILESS_MAIN(TestFileLayoutStore)

#include "tst_filelayoutstore.moc"
